import Resolver from '@forge/resolver';
import { FinishImport, ImportRef, PinPanel, PinTask, PreviewFill, ProductRef, ReceiveChunk, SaveProduct, StartImport, type ImportProblems, type ImportView } from '../../contract/admin';
import { Nothing } from '../../contract/panel';
import { BadInput, NotFound } from '../../domain/errors';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { App } from '../../app';
import { defineAgentAdmin } from '../agent/agent';
import { defineClosingAdmin } from '../backlog/closing-admin';
import { defineSourcesAdmin } from './sources/sources-admin';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';
import { adminView } from './admin-view';
import { defineAccountsAdmin } from './accounts-admin';
import { defineColumnsAdmin } from './columns-admin';
import { defineInboundAdmin } from './inbound-admin';
import { defineCalls } from './calls/calls-admin';
import { importView } from './import-view';
import { defineKeptSources } from './kept-sources-admin';
import { defineRoutesAdmin } from './routes-admin';
import { defineSubjectAdmin } from './subject-admin';
import { saveProduct } from './save-product';

const PROBLEMS_A_PAGE = 100;

/** Endpoints of the admin page: every one needs Administer Jira, asked of Jira as the user. */
export function adminResolver(app: App): ReturnType<Resolver['getDefinitions']> {
  const admin = siteAdmin(app.ports.tracker);
  const resolver = new Resolver();
  resolver.define('admin.open', endpoint('admin.open', Nothing, admin, async () => {
    await app.prepare();
    return adminView(app);
  }));
  resolver.define('admin.saveProduct', endpoint('admin.saveProduct', SaveProduct, admin, (input) => saveProduct(app, input)));
  resolver.define('admin.startImport', endpoint('admin.startImport', StartImport, admin, async (input, caller) => ({ importId: (await start(app, input, caller.accountId)).id })));
  resolver.define('admin.previewFill', endpoint('admin.previewFill', PreviewFill, admin, ({ product, ...fill }) => app.sources.fills.preview(product, timeOf(app, fill))));
  resolver.define('admin.receiveChunk', endpoint('admin.receiveChunk', ReceiveChunk, admin, async (input) => {
    await app.receiveChunk(input);
    return { received: input.seq };
  }));
  resolver.define('admin.finishImport', endpoint('admin.finishImport', FinishImport, admin, async (input) => {
    const { tooLong, ...sent } = input;
    await app.finishReceiving(tooLong === undefined ? sent : { ...sent, tooLong });
    return status(app, input.importId);
  }));
  resolver.define('admin.breakOffImport', endpoint('admin.breakOffImport', ImportRef, admin, async ({ importId }) => {
    await app.breakOff(importId);
    return status(app, importId);
  }));
  resolver.define('admin.importStatus', endpoint('admin.importStatus', ImportRef, admin, ({ importId }) => status(app, importId)));
  resolver.define('admin.importProblems', endpoint('admin.importProblems', ImportRef, admin, ({ importId, after }) => problems(app, importId, after)));
  resolver.define('admin.pinPanel', endpoint('admin.pinPanel', PinPanel, admin, async ({ projects, pinned }) => ({ taskId: await app.ports.tracker.pinPanel(projects, pinned) })));
  resolver.define('admin.pinStatus', endpoint('admin.pinStatus', PinTask, admin, async ({ taskId }) => ({ state: await app.ports.tracker.pinStatus(taskId) })));
  resolver.define('admin.syncIssues', endpoint('admin.syncIssues', ProductRef, admin, async ({ product }) => {
    if ((await app.ports.stores.products.findProduct(product)) === undefined) throw new NotFound('no such product');
    await app.ports.queue.push({ name: 'sync-issues', product, full: true });
    return { queued: true as const };
  }));
  defineCalls(resolver, app);
  defineClosingAdmin(resolver, app);
  defineAgentAdmin(resolver, app);
  defineInboundAdmin(resolver, app);
  defineAccountsAdmin(resolver, app);
  defineSubjectAdmin(resolver, app);
  defineRoutesAdmin(resolver, app);
  defineSourcesAdmin(resolver, app);
  defineColumnsAdmin(resolver, app);
  defineKeptSources(resolver, app);
  return resolver.getDefinitions();
}

async function start(app: App, input: ReturnType<typeof StartImport.parse>, startedBy: string): Promise<{ readonly id: string }> {
  if ((await app.ports.stores.products.findProduct(input.product)) === undefined) throw new BadInput('admin.startImport', 'product', 'no such product');
  if (input.fills !== undefined) return startFill(app, input, input.fills, startedBy);
  if (input.kind === 'signals' && input.source === undefined) throw new BadInput('admin.startImport', 'source', 'a file of signals needs a source');
  const { source, header, fills: _none, ...rest } = input;
  return app.startImport({ ...rest, startedBy, ...(source === undefined ? {} : { source: placeOf(source) }), ...(header === undefined ? {} : { header }) });
}

async function startFill(app: App, { product, kind, format, fileName, source, header }: ReturnType<typeof StartImport.parse>, fills: NonNullable<ReturnType<typeof StartImport.parse>['fills']>, startedBy: string): Promise<{ readonly id: string }> {
  if (kind !== 'signals' || source !== undefined) throw new BadInput('admin.startImport', 'fills', 'only a file of signals fills a time, and it is that source’s own');
  return app.sources.fills.start({ product, format, fileName, startedBy, ...(header === undefined ? {} : { header }) }, timeOf(app, fills));
}

/** Whole days as a person names them; the one that is under way ends now. */
function timeOf(app: App, { connection, from, to }: NonNullable<ReturnType<typeof StartImport.parse>['fills']>): Parameters<App['sources']['fills']['preview']>[1] {
  const now = app.ports.clock.now();
  return { connection, from: isoTime(epochMs(from)), to: to === now.slice(0, 10) ? now : isoTime(epochMs(to) + DAY_IN_MS) };
}

function placeOf({ gaps, ...source }: NonNullable<ReturnType<typeof StartImport.parse>['source']>): NonNullable<Parameters<App['startImport']>[0]['source']> {
  return gaps === undefined ? source : { ...source, gaps };
}

async function status(app: App, importId: string): Promise<ImportView> {
  const run = await app.ports.stores.imports.findRun(importId);
  if (run === undefined) throw new NotFound('no such import');
  return importView(app.ports, run);
}

async function problems(app: App, importId: string, after: string | undefined): Promise<ImportProblems> {
  const page = await app.ports.stores.imports.pageProblems(importId, after, PROBLEMS_A_PAGE);
  return { rows: page.rows.map(({ line, field, reason }) => ({ line, field, reason })), ...(page.next === undefined ? {} : { next: page.next }) };
}
