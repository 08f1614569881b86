import { openApp, type App, type Outside } from '../../src/app';
import type { Answer } from '../../src/contract/answer';
import type { ImportView } from '../../src/contract/admin';
import type { Issue } from '../../src/domain/issue';
import { adminResolver } from '../../src/surfaces/admin/admin';
import { pageResolver } from '../../src/surfaces/page/page';
import { panelResolver } from '../../src/surfaces/panel/panel';
import { fakeClosing } from '../fakes/closing';
import { fakePorts, type FakePorts } from '../fakes/ports';
import { fakeSources } from '../fakes/sources';

const NEEDS: readonly (readonly string[])[] = [
  ['compacting folders fails with a disk space error', 'the compact command says disk is full when I compact folders', 'folders will not compact and it claims no disk space'],
  ['calendar reminders ring twice after an update', 'every calendar reminder shows two times', 'the reminder of a calendar event pops up again and again'],
  ['attachments vanish from sent messages', 'sent mail has lost its attachment', 'the attachment I added is missing in the sent message'],
  ['search finds nothing in archived mail', 'searching the archive gives no results', 'global search does not look into archived folders'],
];
const OPENINGS = ['Since yesterday', 'Hello, for two weeks', 'On my laptop', 'After the last restart', 'Again today', 'In our office', 'No idea why, but', 'Please help,'];
const ISSUES: readonly (readonly [string, string])[] = [['1', 'Compacting folders fails with a disk space error'], ['2', 'Calendar reminders ring twice'], ['4', 'Attachments vanish from sent messages']];

/** A product "mail" in project TB over fakes: 240 questions about four needs, three issues and a restricted one, read to the end. */
export interface MailSite {
  readonly ports: FakePorts;
  readonly app: App;
  ask<Value>(endpoint: string, payload?: unknown, context?: object, accountId?: string): Promise<Answer<Value>>;
}

export interface MailSiteOptions {
  /** Texts of a source that nothing may be derived from. */
  readonly hidden?: readonly string[];
  readonly kind?: string;
  readonly description?: string;
  /** What stands in for a model; absent: the real adapters, which no test without the host may ask. */
  readonly agent?: Outside['agent'];
}

export const onIssue = (id: string) => ({ extension: { issue: { id, key: `TB-${id}` }, project: { id: '1', key: 'TB' } } });
export const onTb = { extension: { project: { id: '1', key: 'TB' } } };

export async function openMailSite({ hidden = [], kind = 'file', description, agent }: MailSiteOptions = {}): Promise<MailSite> {
  const site = emptySite(agent);
  const { rights, issues } = site.ports.tracker;
  const issue = (id: string, summary: string, more: Partial<Issue> = {}): Issue => ({
    id, key: `TB-${id}`, project: 'TB', summary, status: 'To Do', statusCategory: 'todo', createdAt: '2025-01-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: 'open', ...more,
  });
  issues.push(...ISSUES.map(([id, summary]) => issue(id, summary, description === undefined || id !== '1' ? {} : { description })), issue('3', 'Secret thing', { visibility: 'hidden' }));
  for (const { id } of issues) for (const set of [rights.browse, rights.edit]) set.add(id);
  rights.siteAdmin = true;
  rights.projects.add('TB');
  rights.projectAdmin.add('TB');
  await demand(site.ask('admin.saveProduct', { id: 'mail', name: 'Mail', projects: ['TB'] }));
  await read(site, { id: 'forum', kind, name: 'Forum', visibility: 'open' }, said());
  if (hidden.length > 0) await read(site, { id: 'desk', kind: 'file', name: 'Desk', visibility: 'hidden' }, hidden.map((text, index) => ({ id: `d${index}`, at: '2025-06-20T10:00:00Z', author: `hidden-${index}`, text: `folders will not compact: ${text}` })));
  await runJobs(site);
  return site;
}

export async function runJobs({ ports, app }: Pick<MailSite, 'ports' | 'app'>): Promise<void> {
  for (let job = ports.jobs.shift(); job !== undefined; job = ports.jobs.shift()) await app.runJob(job);
}

function emptySite(agent: Outside['agent']): MailSite {
  const ports = fakePorts();
  const app = openApp({ ports, closing: fakeClosing(ports), sources: fakeSources(), prepare: async () => undefined, ...(agent === undefined ? {} : { agent }) });
  const page = pageResolver(app);
  const panel = panelResolver(app);
  const resolvers: Readonly<Record<string, typeof page>> = { admin: adminResolver(app), panel, context: panel, prototype: panel, debate: panel };
  return {
    ports,
    app,
    ask: async (endpoint, payload = {}, context = {}, accountId = 'person') => {
      const resolver = resolvers[endpoint.split('.')[0] ?? ''] ?? page;
      return (await resolver({ call: { functionKey: endpoint, payload }, context: context as never }, { principal: { accountId } })) as never;
    },
  };
}

function said(): readonly object[] {
  return Array.from({ length: 240 }, (_, index) => {
    const need = NEEDS[index % 4] ?? [];
    return {
      id: `q${index}`, at: `2025-0${1 + (index % 6)}-1${index % 9}T10:00:00Z`, title: `${need[(index + 1) % 3]}`, author: `person-${index % 97}`,
      text: `${OPENINGS[(index * 3) % 8]} ${need[index % 3]}. I tried it ${index} times on machine ${index * 7}. What can I do?`,
    };
  });
}

async function read(site: MailSite, source: object, rows: readonly object[]): Promise<void> {
  const { importId } = await demand(site.ask<{ importId: string }>('admin.startImport', { product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'f.jsonl', source }));
  await demand(site.ask('admin.receiveChunk', { importId, seq: 0, firstLine: 1, text: rows.map((one) => JSON.stringify(one)).join('\n') }));
  await demand(site.ask<ImportView>('admin.finishImport', { importId, chunks: 1 }));
}

async function demand<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const given = await answer;
  if (!given.ok) throw new Error(`${given.code} ${given.detail ?? ''}`);
  return given.value;
}
