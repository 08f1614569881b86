import { applySweep } from './decide/apply-sweep';
import { approveItems } from './decide/approve-items';
import { changeMode, changePolicy } from './decide/change-policy';
import type { Closing } from './decide/closing';
import { closingBanner } from './decide/closing-banner';
import { forgetInLedger } from './decide/forget-in-ledger';
import { ledgerCsv, ledgerJson } from './decide/export-ledger';
import { giveNotices } from './decide/give-notices';
import { keepIssue } from './decide/keep-item';
import { liveGaps } from './decide/live-readiness';
import { loadBacklog, loadStanding } from './decide/load-backlog';
import { loadLiveFacts } from './decide/load-live-facts';
import { loadPolicy } from './decide/gates';
import { listCalls, makeCall } from './decide/make-call';
import { noticePreview } from './decide/notice-preview';
import { isPlanDue, planSweep } from './decide/plan-sweep';
import { BOUNDS } from './decide/policy-bounds';
import { proposeObsolete } from './decide/propose-obsolete';
import { publishProperties } from './decide/publish-properties';
import { lossSentence, reasonSentence } from './decide/reason-sentence';
import { reconcile } from './decide/reconcile';
import { removedSupport } from './decide/removed-support';
import { scoreDryRun } from './decide/score-dry-run';
import { judgeSuggestion, rearmBreaker, resumeClosing, stopClosing } from './decide/stop-closing';
import { previewUndo, undoSweep } from './decide/undo-sweep';
import { acceptReopen, watchClosed } from './decide/watch-closed';
import type { Outcome } from './domain/outcome';
import { daysBetween } from './domain/time';
import { latestOutcomes } from './measure/latest-outcomes';
import type { Ports } from './ports/ports';

/** Issues whose properties are written in one run: one point each of what Jira grants all customers together. */
const PROPERTIES_PER_RUN = 200;

/** The use cases of closing, bound to what they need from outside. */
export type ClosingDesk = ReturnType<typeof closingDesk>;

export function closingDesk(ports: Ports, outside: Pick<Closing, 'tracker' | 'ledger' | 'sweeps' | 'decisionLog' | 'sha256'>) {
  const closing: Closing = { ...outside, stores: ports.stores, clock: ports.clock, logger: ports.logger, crashPoint: () => undefined };
  const pages = ports.stores.themes.pageMemberIds;
  return {
    BOUNDS, closingBanner, ledgerCsv, ledgerJson, liveGaps, lossSentence, noticePreview, reasonSentence,
    sweeps: outside.sweeps,
    ledger: outside.ledger,
    loadBacklog: (product: string) => loadBacklog(closing, product),
    loadStanding: (product: string) => loadStanding(closing, product),
    lastBatch: async (product: string) => (await closing.sweeps.listBatches(product, 1))[0],
    loadPolicy: (product: string) => loadPolicy(closing, product),
    scoreDryRun: (product: string) => scoreDryRun(closing, product),
    approveItems: (items: readonly string[], by: string) => approveItems(closing, items, by),
    judgeSuggestion: (product: string, issue: string, ask: { right: boolean; by: string }) => judgeSuggestion(closing, product, issue, ask),
    proposeObsolete: (product: string, issue: string, release: string) => proposeObsolete(closing, product, issue, release),
    previewUndo: (product: string, scope: Parameters<typeof previewUndo>[2]) => previewUndo(closing, product, scope),
    undoSweep: (product: string, scope: Parameters<typeof undoSweep>[2], by: string) => undoSweep(closing, product, scope, by),
    acceptReopen: (item: Parameters<typeof acceptReopen>[1], by: string) => acceptReopen(closing, item, by),
    keepIssue: (product: string, issue: string, by: string) => keepIssue(closing, product, issue, by),
    makeCall: (product: string, wish: Parameters<typeof makeCall>[3], by: string) => makeCall(closing, pages, product, wish, by),
    /** Every call on an issue, oldest first. */
    decisionsOfIssue: (product: string, issue: string) => closing.decisionLog.listHistory(product, 'issue', issue),
    listCalls: (product: string) => listCalls(closing, pages, product, ports.accounts),
    changePolicy: (product: string, wish: Parameters<typeof changePolicy>[2], by: string) => changePolicy(closing, product, wish, by),
    changeMode: (product: string, ask: Parameters<typeof changeMode>[2]) => changeMode(closing, product, ask),
    /** A person read how the workflow would close without our resolution, and agrees. */
    acceptFallback: (product: string, way: { kind: 'resolution' | 'status'; name: string }, by: string) =>
      changePolicy(closing, product, { fallback: { ...way, acceptedBy: by, acceptedAt: ports.clock.now() } }, by),
    stopClosing: (by: string) => stopClosing(closing, by),
    resumeClosing: (by: string) => resumeClosing(closing, by),
    rearmBreaker: (product: string, by: string, reason: string) => rearmBreaker(closing, product, by, reason),
    /** Open items that customers spoke to whose words went with a source within the window of the policy; undefined where there are none. */
    removedSupport: (product: string) => removedSupport(closing, product),
    /** An admin says that what went counts for nothing. */
    forgetRemoved: (product: string) => ports.stores.evidence.forgetRemoved(product),
    forgetInLedger: (accountId: string) => forgetInLedger(closing, accountId),
    reconcile: (product: string) => reconcile(closing, product),
    loadLiveFacts: async (product: string) => loadLiveFacts(closing, product, await loadPolicy(closing, product)),
    runSweep: (product: string) => runSweep(ports, closing, product),
  };
}

/**
 * One round of closing for a product: proposals when a week has passed, notices for what was approved, closes that are due, closed items
 * that customers ask for again; once a day the comparison with Jira and what JQL may know. Each part is safe to repeat.
 */
async function runSweep(ports: Ports, closing: Closing, product: string): Promise<void> {
  if (await isJudgingDue(ports, closing, product)) await planSweep(closing, product);
  // People who read our comments follow links to the release or the original.
  const linking: Closing = { ...closing, siteUrl: await closing.tracker.fetchSiteUrl() };
  await giveNotices(linking, product);
  await applySweep(linking, product);
  await watchClosed(closing, product);
  const key = `reconciled-at:${product}`;
  const last = await ports.settings.find(key);
  const isNewDay = typeof last !== 'string' || daysBetween(last, ports.clock.now()) >= 1;
  if (isNewDay) await reconcile(closing, product);
  await publishWhatIsNew(ports, closing, product, isNewDay);
  if (isNewDay) await ports.settings.save(key, ports.clock.now());
}

/** Once a day and after each look of the engine; before anything was read there is nothing to publish. */
async function publishWhatIsNew(ports: Ports, closing: Closing, product: string, isNewDay: boolean): Promise<void> {
  const key = `properties-of:${product}`;
  const [run, published] = await Promise.all([ports.stores.evidence.findRun(product), ports.settings.find(key)]);
  // Linked in parts, a run speaks for more signals than when it was computed.
  const derived = run === undefined ? undefined : `${run.computedAt} ${run.signals}`;
  if (run === undefined || run.signals === 0 || (!isNewDay && published === derived)) return;
  await publishProperties(closing, product, await outcomesByIssue(ports, product), PROPERTIES_PER_RUN);
  await ports.settings.save(key, derived);
}

/** A week has passed, or the engine has looked again since: at most one batch a week is proposed all the same. Before the first signal is read there is nothing to judge. */
async function isJudgingDue({ stores }: Ports, closing: Closing, product: string): Promise<boolean> {
  const [run, [last]] = await Promise.all([stores.evidence.findRun(product), closing.sweeps.listBatches(product, 1)]);
  if (run === undefined || run.signals === 0) return false;
  return last === undefined || last.plannedAt < run.computedAt || (await isPlanDue(closing, product));
}

/** The newest verdict of each issue, of releases that stand; what is withdrawn or replaced says nothing any more. */
async function outcomesByIssue(ports: Ports, product: string): Promise<ReadonlyMap<string, string>> {
  const contracts = new Map((await ports.outcomes.listContracts(product)).map((contract) => [contract.id, contract]));
  const released = (outcome: Outcome): string => contracts.get(outcome.contract)?.release.releasedAt ?? '';
  const standing = latestOutcomes(await ports.outcomes.listOutcomes(product)).filter((outcome) => contracts.get(outcome.contract)?.state.kind === 'live');
  return new Map([...standing].sort((a, b) => (released(a) < released(b) ? -1 : 1)).map((outcome) => [outcome.issue, outcome.verdict.kind]));
}
