import type { PromiseView, ReleasesView, ReleaseView } from '../../contract/outcomes';
import { measureKey, type AdverseTheme, type Measure, type Outcome, type OutcomeContract } from '../../domain/outcome';
import { sentence, type Sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';
import type { OutcomeCase } from './load-outcomes';
import { flagViews } from './flag-views';
import { latestByTarget, releaseLine, targetKey } from './release-lines';
import { rulesView } from './rules-view';
import { visibleEdits, type VisibleIssues } from './visible-issues';

/** All releases with a contract, newest first, and how they turned out together. */
export async function releasesView(app: App, { page, contracts, outcomes }: OutcomeCase): Promise<ReleasesView> {
  const adverse = await app.ports.outcomes.listAdverse(page.product.id);
  const of = <One extends { readonly contract: string }>(all: readonly One[], contract: string): One[] => all.filter((one) => one.contract === contract);
  const releases = contracts.map((contract) => releaseLine(contract, of(outcomes, contract.id), of(adverse, contract.id), page.now));
  const live = new Set(contracts.filter((contract) => contract.state.kind === 'live').map((contract) => contract.id));
  const scoreboard = app.scoreboard(outcomes.filter((one) => live.has(one.contract)));
  return { finding: findingOf(scoreboard, contracts.length), releases, scoreboard, coverage: page.coverage, synthetic: page.product.synthetic ?? false };
}

function findingOf({ byVerdict, judgeable, expectedFalseFewer }: ReleasesView['scoreboard'], contracts: number): Sentence {
  if (contracts === 0) return sentence('outcome.no-releases');
  if (judgeable === 0) return sentence('outcome.none-judged', { releases: contracts });
  return sentence('outcome.scoreboard', { fewer: byVerdict.fewer, judgeable, chance: Math.round(expectedFalseFewer * 10) / 10 });
}

/** One release as one viewer may see it. */
export interface ReleaseCase {
  readonly contract: OutcomeContract;
  /** Of issues that the viewer may see. */
  readonly outcomes: readonly Outcome[];
  readonly adverse: readonly AdverseTheme[];
  readonly summaries: VisibleIssues;
  /** Administers the project, and nobody has seen a result yet. */
  readonly mayChange: boolean;
}

export function releaseView(app: App, page: PageCase, { contract, outcomes, adverse, summaries, mayChange }: ReleaseCase): ReleaseView {
  const labels = new Map((page.digest?.themes ?? []).map((one) => [one.theme.id, one.theme.label]));
  const names = { labels, sources: page.sourceNames };
  const latest = latestByTarget(outcomes);
  const { state, release } = contract;
  return {
    release: release.id,
    waiting: contract.targets
      .filter((target) => state.kind === 'live' && !latest.has(targetKey(target)) && summaries.has(target.issue))
      .map((target) => ({ issue: target.issue, key: target.issueKey, summary: summaries.get(target.issue)?.summary ?? '', labels: labelsOf(target.measure, labels) })),
    ...(state.kind === 'live' ? {} : { withdrawn: sentence(`outcome.cannot-judge.${state.reason}`, { release: release.name, at: state.at }) }),
    ...(contract.exposure === undefined ? {} : { exposed: contract.exposure.length }),
    line: releaseLine(contract, outcomes, adverse, page.now),
    mode: contract.mode,
    frozenAt: contract.frozenAt,
    promises: [...latest.values()].map((outcome) => promiseView(app, contract, outcome, names, summaries)),
    withoutTarget: contract.withoutTarget
      .filter((one) => summaries.has(one.issue))
      .map((one) => ({ issue: one.issue, key: summaries.get(one.issue)?.key ?? one.issue, why: sentence(`outcome.cannot-judge.${one.reason}`, { release: release.name }) })),
    adverse: flagViews(app, contract, adverse, labels),
    edits: visibleEdits(contract.edits, summaries),
    rules: rulesView(contract, names, mayChange),
    coverage: page.coverage,
  };
}

/** What ids are called on the screen. */
export interface Names {
  readonly labels: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, { readonly name: string }>;
}

export function promiseView(app: App, contract: OutcomeContract, outcome: Outcome, { labels, sources }: Names, summaries: VisibleIssues): PromiseView {
  const issue = summaries.get(outcome.issue);
  const view = app.outcomeView(contract, outcome);
  const named = (one: Sentence): Sentence => {
    const source = one.params['source'];
    return typeof source === 'string' ? { ...one, params: { ...one.params, source: sources.get(source)?.name ?? source } } : one;
  };
  return {
    ...view,
    title: named(view.title),
    notes: view.notes.map(named),
    key: issue?.key ?? contract.targets.find((target) => target.issue === outcome.issue)?.issueKey ?? outcome.issue,
    summary: issue?.summary ?? '',
    measure: outcome.measure,
    measureKey: measureKey(outcome.measure),
    labels: labelsOf(outcome.measure, labels),
  };
}

function labelsOf(measure: Measure, labels: ReadonlyMap<string, string>): readonly string[] {
  return measure.kind === 'theme' ? measure.themes.map((theme) => labels.get(theme) ?? theme) : [];
}
