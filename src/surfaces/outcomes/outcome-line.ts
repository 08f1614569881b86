import type { OutcomeLineView } from '../../contract/outcomes';
import type { Issue } from '../../domain/issue';
import type { Outcome, OutcomeContract } from '../../domain/outcome';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { flagViews } from './flag-views';
import { latestByTarget, nextReadOutAt } from './release-lines';
import { promiseView, type Names } from './release-views';

/** What the issue's panel says about its newest release: the outcome, when it is due, or why there is none; and what rose since. */
export async function outcomeLine(app: App, { issueId = '' }: Caller): Promise<OutcomeLineView> {
  const found = await app.ports.stores.issues.findIssue(issueId);
  if (found === undefined || found.issue.visibility === 'hidden') return { line: sentence('outcome.no-contract'), flags: [] };
  const { outcomes, stores } = app.ports;
  const [made, contracts, adverse] = await Promise.all([outcomes.outcomesOfIssue(found.product, issueId), outcomes.listContracts(found.product), outcomes.listAdverse(found.product)]);
  const [themes, sources, digest] = await Promise.all([
    stores.evidence.listThemes(found.product),
    stores.products.listSources(found.product),
    adverse.length === 0 ? undefined : stores.evidence.findDigest(issueId),
  ]);
  const labels = new Map(themes.map((theme) => [theme.id, theme.label]));
  const flags = app.flagsOfIssue(issueId, contracts, adverse, digest?.evidence ?? []).flatMap(({ contract, flag }) => flagViews(app, contract, [flag], labels));
  const names = { labels, sources: new Map(sources.map((source) => [source.id, source])) };
  return { ...lineOf(app, contracts, made, found.issue, names), flags };
}

function lineOf(app: App, contracts: readonly OutcomeContract[], outcomes: readonly Outcome[], issue: Issue, names: Names): Omit<OutcomeLineView, 'flags'> {
  const own = contracts.filter((one) => [...one.targets, ...one.withoutTarget].some((part) => part.issue === issue.id));
  const promised = own.find((one) => one.state.kind === 'live' && one.targets.some((target) => target.issue === issue.id));
  if (promised === undefined) return withoutPromise(own, issue.id);
  const made = outcomes.filter((one) => one.contract === promised.id);
  const [latest] = latestByTarget(made).values();
  if (latest === undefined) {
    const at = nextReadOutAt(promised, made, app.ports.clock.now());
    return { line: at === undefined ? sentence('outcome.waiting-adoption') : sentence('outcome.waiting', { at }), contract: promised.id };
  }
  const view = promiseView(app, promised, latest, names, new Map([[issue.id, issue]]));
  return { line: view.title, contract: promised.id, view };
}

/** A release that was withdrawn says so; one that shipped the issue without anything to measure it by says that. */
function withoutPromise(own: readonly OutcomeContract[], issue: string): Omit<OutcomeLineView, 'flags'> {
  const [newest] = own;
  if (newest === undefined) return { line: sentence('outcome.no-contract') };
  const { state, release, id } = newest;
  if (state.kind !== 'live') return { line: sentence(`outcome.cannot-judge.${state.reason}`, { release: release.name, at: state.at }), contract: id };
  const why = newest.withoutTarget.find((one) => one.issue === issue)?.reason ?? 'no-theme';
  return { line: sentence(`outcome.cannot-judge.${why}`, { release: release.name }), contract: id };
}
