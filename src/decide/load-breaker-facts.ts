import type { LedgerEntry } from '../domain/ledger';
import { DAY_IN_MS, epochMs, isoTime } from '../domain/time';
import type { BreakerFacts } from './breaker';
import type { Closing } from './closing';
import { loadListening } from './load-cases';
import type { Policy } from '../domain/policy';

const TWO_WEEKS_MS = 14 * DAY_IN_MS;
const UNHEALTHY: ReadonlySet<string> = new Set(['source-gap', 'source-stale', 'volume-unusual', 'rows-parked']);
const BATCHES_COMPARED = 12;

/** What the last two weeks looked like, from the record; what lies before the last re-arming is forgiven. */
export async function loadBreakerFacts(closing: Closing, product: string, policy: Policy): Promise<BreakerFacts> {
  const since = isoTime(epochMs(closing.clock.now()) - TWO_WEEKS_MS);
  const entries = await closing.ledger.listKind(
    product,
    ['close-done', 'close-abandoned', 'undo-done', 'reopened-by-person', 'reopened-by-evidence', 'reopen-proposed', 'reconciled', 'breaker-rearmed'],
    since,
  );
  const rearmed = entries.reduce((at, entry, index) => (entry.kind === 'breaker-rearmed' ? index : at), -1);
  const recent = entries.slice(rearmed + 1);
  const undone = recent.filter((entry) => entry.kind === 'undo-done' || entry.kind === 'reopened-by-person' || entry.kind === 'reopened-by-evidence');
  const batches = await closing.sweeps.listBatches(product, BATCHES_COMPARED);
  const listening = await loadListening(closing, product, policy);
  return {
    closed14: recent.filter((entry) => entry.kind === 'close-done').length,
    undone14: undone.length,
    undoneOfOneRun: mostOfOneRun(undone),
    wrongCloses: recent.filter((entry) => entry.body.wrong === true).length,
    candidates: batches[0]?.candidates ?? 0,
    usualCandidates: median(batches.slice(1).map((batch) => batch.candidates)),
    sourcesHealthy: listening.kind === 'proven' || !UNHEALTHY.has(listening.doubt),
    unexplained: Number(recent.filter((entry) => entry.kind === 'reconciled').at(-1)?.body.unexplained ?? 0),
    errorsInARow: errorsInARow(recent),
  };
}

function mostOfOneRun(undone: readonly LedgerEntry[]): number {
  const runs = new Map<string, Set<string>>();
  for (const entry of undone) {
    const run = String(entry.body.run ?? '');
    if (run === '' || entry.issue === undefined) continue;
    runs.set(run, (runs.get(run) ?? new Set<string>()).add(entry.issue));
  }
  return Math.max(0, ...[...runs.values()].map((issues) => issues.size));
}

function errorsInARow(entries: readonly LedgerEntry[]): number {
  const ends = entries.filter((entry) => entry.kind === 'close-done' || entry.kind === 'close-abandoned');
  const lastGood = ends.reduce((at, entry, index) => (entry.body.refused === true ? at : index), -1);
  return ends.length - 1 - lastGood;
}

/** Undefined before there are three to compare with. */
function median(values: readonly number[]): number | undefined {
  if (values.length < 3) return undefined;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
