import type Resolver from '@forge/resolver';
import type { BannerView, UndoPreviewRow } from '../../contract/backlog';
import { Nothing } from '../../contract/panel';
import { NotAllowed, NotFound, StoreUnavailable } from '../../domain/errors';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { issueEditor, issueViewer } from '../permissions';
import { bannerView } from './banner';
import { undoRow } from './rows';

/** The panel's banner: Keep needs to see the issue, undo to edit it. The issue comes from the platform's context. */
export function defineClosing(resolver: Resolver, app: App): void {
  const viewer = issueViewer(app.ports.tracker);
  const editor = issueEditor(app.ports.tracker);
  resolver.define('closing.banner', endpoint('closing.banner', Nothing, viewer, (_, caller) => banner(app, caller)));
  resolver.define('closing.keep', endpoint('closing.keep', Nothing, viewer, async (_, caller) => {
    await app.closing.keepIssue(await productOf(app, issueOf(caller)), issueOf(caller), caller.accountId);
    return banner(app, caller);
  }));
  resolver.define('closing.previewUndo', endpoint('closing.previewUndo', Nothing, editor, async (_, caller) => ({ rows: await previewUndo(app, caller) })));
  resolver.define('closing.undo', endpoint('closing.undo', Nothing, editor, async (_, caller) => {
    const id = issueOf(caller);
    const done = await app.closing.undoSweep(await productOf(app, id), { items: [await closedItem(app, id)] }, caller.accountId);
    if (done === 'busy') throw new StoreUnavailable('another round of closing is under way');
    return banner(app, caller);
  }));
}

async function banner(app: App, caller: Caller): Promise<BannerView> {
  const id = issueOf(caller);
  const found = await app.ports.stores.issues.findIssue(id);
  if (found === undefined) return { kind: 'none' };
  return bannerView(app, id, await app.ports.tracker.issueRights(id));
}

async function previewUndo(app: App, caller: Caller): Promise<readonly UndoPreviewRow[]> {
  const id = issueOf(caller);
  return (await app.closing.previewUndo(await productOf(app, id), { items: [await closedItem(app, id)] })).map((one) => undoRow(one, app.closing));
}

async function closedItem(app: App, issue: string): Promise<string> {
  const closed = (await app.closing.sweeps.listItemsOfIssue(issue)).find((item) => item.state === 'closed');
  if (closed === undefined) throw new NotFound('not closed by us');
  return closed.id;
}

async function productOf(app: App, issue: string): Promise<string> {
  const found = await app.ports.stores.issues.findIssue(issue);
  if (found === undefined) throw new NotFound('no such issue');
  return found.product;
}

function issueOf({ issueId }: Caller): string {
  if (issueId === undefined) throw new NotAllowed('no such issue');
  return issueId;
}
