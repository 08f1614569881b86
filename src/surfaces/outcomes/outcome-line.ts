import type { OutcomeLineView } from '../../contract/outcomes';
import type { OutcomeContract } from '../../domain/outcome';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { latestByTarget, nextReadOutAt } from './release-lines';
import { promiseView } from './release-views';

/** What the issue's panel says about its newest release: the outcome, when it is due, or why there is none. */
export async function outcomeLine(app: App, { issueId = '' }: Caller): Promise<OutcomeLineView> {
  const found = await app.ports.stores.issues.findIssue(issueId);
  if (found === undefined || found.issue.visibility === 'hidden') return { line: sentence('outcome.no-contract') };
  const [outcomes, contracts] = await Promise.all([app.ports.outcomes.outcomesOfIssue(found.product, issueId), app.ports.outcomes.listContracts(found.product)]);
  const own = contracts.filter((one) => [...one.targets, ...one.withoutTarget].some((part) => part.issue === issueId));
  const promised = own.find((one) => one.state.kind === 'live' && one.targets.some((target) => target.issue === issueId));
  if (promised === undefined) return withoutPromise(own, issueId);
  const made = outcomes.filter((one) => one.contract === promised.id);
  const [latest] = latestByTarget(made).values();
  if (latest === undefined) {
    const at = nextReadOutAt(promised, made, app.ports.clock.now());
    return { line: at === undefined ? sentence('outcome.waiting-adoption') : sentence('outcome.waiting', { at }), contract: promised.id };
  }
  const [themes, sources] = await Promise.all([app.ports.stores.evidence.listThemes(found.product), app.ports.stores.products.listSources(found.product)]);
  const names = { labels: new Map(themes.map((theme) => [theme.id, theme.label])), sources: new Map(sources.map((source) => [source.id, source])) };
  const view = promiseView(app, promised, latest, names, new Map([[issueId, found.issue]]));
  return { line: view.title, contract: promised.id, view };
}

/** A release that was withdrawn says so; one that shipped the issue without anything to measure it by says that. */
function withoutPromise(own: readonly OutcomeContract[], issue: string): OutcomeLineView {
  const [newest] = own;
  if (newest === undefined) return { line: sentence('outcome.no-contract') };
  const { state, release, id } = newest;
  if (state.kind !== 'live') return { line: sentence(`outcome.cannot-judge.${state.reason}`, { release: release.name, at: state.at }), contract: id };
  const why = newest.withoutTarget.find((one) => one.issue === issue)?.reason ?? 'no-theme';
  return { line: sentence(`outcome.cannot-judge.${why}`, { release: release.name }), contract: id };
}
