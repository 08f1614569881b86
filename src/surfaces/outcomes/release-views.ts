import type { PromiseView, ReleasesView, ReleaseView } from '../../contract/outcomes';
import { measureKey, type AdverseTheme, type Outcome, type OutcomeContract } from '../../domain/outcome';
import { sentence, type Sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';
import type { OutcomeCase } from './load-outcomes';
import { latestByTarget, releaseLine } from './release-lines';

/** All releases with a contract, newest first, and how they turned out together. */
export async function releasesView(app: App, { page, contracts, outcomes }: OutcomeCase): Promise<ReleasesView> {
  const releases = [];
  for (const contract of contracts) {
    const adverse = await app.ports.outcomes.listAdverse(contract.product, contract.id);
    releases.push(releaseLine(contract, outcomes.filter((one) => one.contract === contract.id), adverse, page.now));
  }
  const live = new Set(contracts.filter((contract) => contract.state.kind === 'live').map((contract) => contract.id));
  const scoreboard = app.scoreboard(outcomes.filter((one) => live.has(one.contract)));
  return { finding: findingOf(scoreboard, contracts.length), releases, scoreboard, coverage: page.coverage, synthetic: page.product.synthetic ?? false };
}

function findingOf({ byVerdict, judgeable, expectedFalseFewer }: ReleasesView['scoreboard'], contracts: number): Sentence {
  if (contracts === 0) return sentence('outcome.no-releases');
  if (judgeable === 0) return sentence('outcome.none-judged', { releases: contracts });
  return sentence('outcome.scoreboard', { fewer: byVerdict.fewer, judgeable, chance: Math.round(expectedFalseFewer * 10) / 10 });
}

export function releaseView(app: App, page: PageCase, contract: OutcomeContract, outcomes: readonly Outcome[], adverse: readonly AdverseTheme[], summaries: ReadonlyMap<string, { readonly key: string; readonly summary: string }>): ReleaseView {
  const labels = new Map((page.digest?.themes ?? []).map((one) => [one.theme.id, one.theme.label]));
  return {
    line: releaseLine(contract, outcomes, adverse, page.now),
    mode: contract.mode,
    frozenAt: contract.frozenAt,
    promises: [...latestByTarget(outcomes).values()].map((outcome) => promiseView(app, contract, outcome, labels, summaries)),
    withoutTarget: contract.withoutTarget
      .filter((one) => summaries.has(one.issue))
      .map((one) => ({ issue: one.issue, key: summaries.get(one.issue)?.key ?? one.issue, why: sentence(`outcome.cannot-judge.${one.reason}`) })),
    adverse: adverse.map(({ theme, observed, expected, daysAfterRelease }) => ({ theme, label: labels.get(theme) ?? theme, observed, expected, daysAfterRelease })),
    edits: contract.edits,
    coverage: page.coverage,
  };
}

export function promiseView(app: App, contract: OutcomeContract, outcome: Outcome, labels: ReadonlyMap<string, string>, summaries: ReadonlyMap<string, { readonly key: string; readonly summary: string }>): PromiseView {
  const issue = summaries.get(outcome.issue);
  return {
    ...app.outcomeView(contract, outcome),
    key: issue?.key ?? contract.targets.find((target) => target.issue === outcome.issue)?.issueKey ?? outcome.issue,
    summary: issue?.summary ?? '',
    measure: outcome.measure,
    measureKey: measureKey(outcome.measure),
    labels: outcome.measure.kind === 'theme' ? outcome.measure.themes.map((theme) => labels.get(theme) ?? theme) : [],
  };
}
