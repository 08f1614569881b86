import type { z } from 'zod';
import type { UndoPreviewRow, UndoScope } from '../../contract/backlog';
import { StoreUnavailable } from '../../domain/errors';
import type { App } from '../../app';
import type { ClosingDesk } from '../../compose-closing';
import type { PageCase } from '../page/load-page';
import { administered } from './own-items';
import { undoRow } from './rows';

type Previews = Awaited<ReturnType<ClosingDesk['previewUndo']>>;

/** What an undo would bring back, of the items in projects that the caller administers. */
export async function previewUndo(app: App, page: PageCase, scope: z.output<typeof UndoScope>): Promise<readonly UndoPreviewRow[]> {
  return (await previews(app, page, scope)).map((one) => undoRow(one, app.closing));
}

/** Takes back what the preview names; answers what became of each, as it stands afterwards. */
export async function undo(app: App, page: PageCase, scope: z.output<typeof UndoScope>, by: string): Promise<readonly UndoPreviewRow[]> {
  const asked = await previews(app, page, scope);
  const done = await app.closing.undoSweep(page.product.id, { items: asked.filter((one) => one.isPossible).map((one) => one.item.id) }, by);
  if (done === 'busy') throw new StoreUnavailable('another round of closing is under way');
  const back = new Map(done.map((one) => [one.item.id, one]));
  return asked.map((one) => {
    const result = back.get(one.item.id);
    if (result?.kind === 'back') return undoRow({ ...one, losses: result.lost }, app.closing);
    return undoRow(result === undefined ? one : { ...one, isPossible: false, why: result.why }, app.closing);
  });
}

async function previews(app: App, page: PageCase, scope: z.output<typeof UndoScope>): Promise<Previews> {
  const found = await app.closing.previewUndo(page.product.id, scope);
  const projects = await administered(app, found.map((one) => one.item.project));
  return found.filter((one) => projects.has(one.item.project));
}
