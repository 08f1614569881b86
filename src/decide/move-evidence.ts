import { APP } from '../domain/ledger';
import type { SweepItem } from '../domain/sweep';
import { write, type Closing } from './closing';
import { record } from './record';

/** What people confirmed on a duplicate is confirmed on its original too. A copy, so that nothing is lost and an undo can take it away. Safe to run again. */
export async function moveEvidence(closing: Closing, item: SweepItem, original: string): Promise<number> {
  const by = movedBy(item);
  const [here, there] = await Promise.all([closing.stores.decisions.decisionsOfIssue(item.product, item.issue), closing.stores.decisions.decisionsOfIssue(item.product, original)]);
  const decided = new Set(there.map((decision) => decision.signal));
  const moving = here.filter((decision) => decision.verdict !== 'rejected' && !decided.has(decision.signal));
  for (const decision of moving) {
    const copy = { signal: decision.signal, issue: original, verdict: decision.verdict, by, at: closing.clock.now() };
    await write(closing, 'moved decision', () => closing.stores.decisions.saveDecision(item.product, copy));
  }
  if (moving.length > 0) {
    const body = { item: item.id, to: original, signals: closing.sha256(moving.map((one) => one.signal).sort().join('\n')), count: moving.length };
    await record(closing, { id: `evidence-moved:${item.id}:${body.signals}`, product: item.product, kind: 'evidence-moved', by: APP, issue: item.issue, body });
  }
  return moving.length;
}

/** Takes the copies away again; what a person decided on the original meanwhile stays. */
export async function moveEvidenceBack(closing: Closing, item: SweepItem, original: string): Promise<void> {
  const by = movedBy(item);
  const copies = (await closing.stores.decisions.decisionsOfIssue(item.product, original)).filter((decision) => decision.by === by);
  for (const copy of copies) {
    await write(closing, 'moved decision back', () => closing.stores.decisions.undoDecision(item.product, copy.signal, original, by, closing.clock.now()));
  }
}

function movedBy(item: SweepItem): string {
  return `${APP}:${item.id}`;
}
