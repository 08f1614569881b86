import { NotFound } from '../domain/errors';
import type { Loss, SweepItem } from '../domain/sweep';
import type { IsoTime } from '../domain/time';
import type { Closing } from './closing';
import { withLease } from './lease';
import { clearsResolution } from './choose-way';
import { takeBack, waysBack, type TakeBack } from './take-back';

/** One item, a whole batch, or everything closed since a time. */
export type UndoScope = { readonly items: readonly string[] } | { readonly batch: string } | { readonly since: IsoTime };

export interface UndoPreview {
  readonly item: SweepItem;
  readonly isPossible: boolean;
  readonly why?: 'open-already' | 'no-way-back' | 'not-visible' | 'not-closed';
  /** What would not come back as it was, as the workflow stands now. */
  readonly losses: readonly Loss[];
}

/** What an undo would and would not bring back, before anyone confirms it. Changes nothing. */
export async function previewUndo(closing: Closing, product: string, scope: UndoScope): Promise<readonly UndoPreview[]> {
  const previews: UndoPreview[] = [];
  for (const item of await inScope(closing, product, scope)) previews.push(await previewOf(closing, item));
  return previews;
}

async function previewOf(closing: Closing, item: SweepItem): Promise<UndoPreview> {
  const before = item.before;
  if (before === undefined || (item.state !== 'closed' && item.state !== 'undoing')) return { item, isPossible: false, why: 'not-closed', losses: [] };
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return { item, isPossible: false, why: 'not-visible', losses: [] };
  if (sight.item.issue.statusCategory !== 'done') return { item, isPossible: false, why: 'open-already', losses: [] };
  const { tracker } = closing;
  const [transitions, editable, paths] = await Promise.all([tracker.fetchTransitions(item.issue), tracker.fetchEditableFields(item.issue), tracker.fetchKnownPaths(item.issue)]);
  const [back] = waysBack(transitions, before);
  if (back === undefined) return { item, isPossible: false, why: 'no-way-back', losses: [] };
  // What was said before the close still holds; what the workflow or the screens lost since is added.
  const losses: Loss[] = item.losses.filter((loss) => loss.field !== 'status');
  if (back.to.id !== before.status.id) losses.push({ field: 'status', why: 'no-way-back-to-status', instead: back.to.name });
  if (!clearsResolution(paths, sight.item.statusId, back.to.id) && !editable.has('resolution')) add(losses, { field: 'resolution', why: 'workflow-keeps-resolution' });
  for (const field of ['assignee', 'labels', 'fixVersions', 'rank'] as const) {
    if (!editable.has(field) && (field !== 'rank' || before.rank !== undefined)) add(losses, { field, why: 'workflow-changed' });
  }
  return { item, isPossible: true, losses };
}

function add(losses: Loss[], loss: Loss): void {
  if (!losses.some((one) => one.field === loss.field)) losses.push(loss);
}

/** Brings closed items back. Each is an operation of its own in the record, and hands-off afterwards. */
export async function undoSweep(closing: Closing, product: string, scope: UndoScope, by: string): Promise<readonly TakeBack[] | 'busy'> {
  const run = await withLease(closing, async () => {
    const results: TakeBack[] = [];
    for (const item of await inScope(closing, product, scope)) {
      if (item.state === 'closed' || item.state === 'undoing') results.push(await takeBack(closing, item, { by, why: 'person', state: 'undone' }));
    }
    return results;
  });
  return run.kind === 'busy' ? 'busy' : run.result;
}

async function inScope(closing: Closing, product: string, scope: UndoScope): Promise<readonly SweepItem[]> {
  if ('items' in scope) {
    const found: SweepItem[] = [];
    for (const id of scope.items) {
      const item = await closing.sweeps.findItem(id);
      if (item === undefined || item.product !== product) throw new NotFound(`no item ${id}`);
      found.push(item);
    }
    return found;
  }
  const closed = await closing.sweeps.listItems(product, ['closed', 'undoing']);
  return closed.filter((item) => ('batch' in scope ? item.batch === scope.batch : (item.closedAt ?? '') >= scope.since));
}

