import { openApp, type App } from '../../src/app';
import type { Answer } from '../../src/contract/answer';
import type { Issue } from '../../src/domain/issue';
import type { VisibilityClass } from '../../src/domain/visibility';
import { adminResolver } from '../../src/surfaces/admin/admin';
import { pageResolver } from '../../src/surfaces/page/page';
import { panelResolver } from '../../src/surfaces/panel/panel';
import { fakeClosing } from '../fakes/closing';
import { fakePorts, type FakePorts } from '../fakes/ports';
import { fakeSources } from '../fakes/sources';

export interface PageSite {
  readonly ports: FakePorts;
  readonly app: App;
  /** The value of an answer that has to be one. */
  get<Value>(endpoint: string, payload?: unknown, context?: object): Promise<Value>;
  ask<Value>(endpoint: string, payload?: unknown, context?: object): Promise<Answer<Value>>;
}

export interface PageSource {
  readonly id: string;
  readonly visibility: VisibilityClass;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export const onProject = (key: string) => ({ extension: { project: { id: '1', key } } });

/** A product of several projects with sources of several classes, read and understood, asked through the real resolvers. */
export async function readPageSite({ projects, issues, sources }: { readonly projects: readonly string[]; readonly issues: readonly Issue[]; readonly sources: readonly PageSource[] }): Promise<PageSite> {
  const ports = fakePorts();
  const app = openApp({ ports, closing: fakeClosing(ports), sources: fakeSources(), prepare: async () => undefined });
  const resolvers = { admin: adminResolver(app), page: pageResolver(app), panel: panelResolver(app) };
  const ask: PageSite['ask'] = async (endpoint, payload = {}, context = onProject(projects[0] ?? '')) =>
    (await resolvers[endpoint.split('.')[0] as keyof typeof resolvers]({ call: { functionKey: endpoint, payload }, context: context as never }, { principal: { accountId: 'person' } })) as never;
  const get: PageSite['get'] = async (endpoint, payload, context) => {
    const answer = await ask<never>(endpoint, payload, context);
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.code}`);
    return answer.value;
  };
  const { rights } = ports.tracker;
  rights.siteAdmin = true;
  ports.tracker.issues.push(...issues);
  for (const { id } of issues) rights.browse.add(id);
  for (const project of projects) for (const set of [rights.projects, rights.projectAdmin]) set.add(project);
  const product = await get<{ id: string }>('admin.saveProduct', { name: 'Mail', projects });
  const started = [];
  for (const { id, visibility, rows } of sources) {
    const { importId } = await get<{ importId: string }>('admin.startImport', { product: product.id, kind: 'signals', format: 'jsonl', fileName: 'f.jsonl', source: { id, kind: 'file', name: `Source ${id}`, visibility } });
    await get('admin.receiveChunk', { importId, seq: 0, firstLine: 1, text: rows.map((row) => JSON.stringify(row)).join('\n') });
    started.push(importId);
  }
  for (const importId of started) await get('admin.finishImport', { importId, chunks: 1 });
  for (let job = ports.jobs.shift(); job !== undefined; job = ports.jobs.shift()) await app.runJob(job);
  return { ports, app, get, ask };
}
