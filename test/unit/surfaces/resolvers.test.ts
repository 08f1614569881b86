import { openApp, type App } from '../../../src/app';
import type { Answer } from '../../../src/contract/answer';
import type { AdminView, ImportView } from '../../../src/contract/admin';
import type { RoadmapView, SignalView, ThemeView } from '../../../src/contract/page';
import { ADMIN_ENDPOINTS } from '../../../src/contract/admin';
import { PAGE_ENDPOINTS } from '../../../src/contract/page';
import { PANEL_ENDPOINTS, type PanelView, type SignalList } from '../../../src/contract/panel';
import type { Issue } from '../../../src/domain/issue';
import { adminResolver } from '../../../src/surfaces/admin/admin';
import { pageResolver } from '../../../src/surfaces/page/page';
import { panelResolver } from '../../../src/surfaces/panel/panel';
import { fakeClosing } from '../../fakes/closing';
import { fakePorts, type FakePorts } from '../../fakes/ports';
import { fakeSources } from '../../fakes/sources';

const issue = (id: string, summary: string, changes: Partial<Issue> = {}): Issue => ({
  id, key: `TB-${id}`, project: 'TB', summary, status: 'To Do', statusCategory: 'todo', createdAt: '2025-01-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: 'open', ...changes,
});
const NEEDS: readonly (readonly string[])[] = [
  ['compacting folders fails with a disk space error', 'the compact command says disk is full when I compact folders', 'folders will not compact and it claims no disk space'],
  ['calendar reminders ring twice after an update', 'every calendar reminder shows two times', 'the reminder of a calendar event pops up again and again'],
  ['attachments vanish from sent messages', 'sent mail has lost its attachment', 'the attachment I added is missing in the sent message'],
  ['search finds nothing in archived mail', 'searching the archive gives no results', 'global search does not look into archived folders'],
];
const OPENINGS = ['Since yesterday', 'Hello, for two weeks', 'On my laptop', 'After the last restart', 'Again today', 'In our office', 'No idea why, but', 'Please help,'];
const said = Array.from({ length: 240 }, (_, index) => {
  const need = NEEDS[index % 4] ?? [];
  return {
    id: `q${index}`, at: `2025-0${1 + (index % 6)}-1${index % 9}T10:00:00Z`, title: `${need[(index + 1) % 3]}`, author: `person-${index % 97}`,
    text: `${OPENINGS[(index * 3) % 8]} ${need[index % 3]}. I tried it ${index} times on machine ${index * 7}. What can I do?`,
  };
});

interface Site {
  readonly ports: FakePorts;
  readonly app: App;
  ask<Value>(endpoint: string, payload?: unknown, context?: object, accountId?: string | undefined): Promise<Answer<Value>>;
}

function openSite(): Site {
  const ports = fakePorts();
  const app = openApp({ ports, closing: fakeClosing(ports), sources: fakeSources(), prepare: async () => undefined });
  const resolvers = { admin: adminResolver(app), page: pageResolver(app), panel: panelResolver(app), context: panelResolver(app) };
  return {
    ports,
    app,
    async ask(endpoint, payload = {}, context = {}, accountId = 'person') {
      const door = endpoint.split('.')[0] as keyof typeof resolvers;
      return (await resolvers[door]({ call: { functionKey: endpoint, payload }, context: context as never }, { principal: { accountId } })) as never;
    },
  };
}

async function runJobs({ ports, app }: Site): Promise<void> {
  for (let job = ports.jobs.shift(); job !== undefined; job = ports.jobs.shift()) await app.runJob(job);
}

const onIssue = (id: string) => ({ extension: { issue: { id, key: `TB-${id}` }, project: { id: '1', key: 'TB' } } });
const onProject = { extension: { project: { id: '1', key: 'TB' } } };

async function readSite(): Promise<Site> {
  const site = openSite();
  const { rights, issues } = site.ports.tracker;
  rights.siteAdmin = true;
  issues.push(issue('1', 'Compacting folders fails with a disk space error'), issue('2', 'Calendar reminders ring twice', { sprint: 'S1' }), issue('3', 'Secret thing', { visibility: 'hidden' }), issue('4', 'Attachments vanish from sent messages', { sprint: 'S1' }));
  for (const { id } of issues) for (const set of [rights.browse, rights.edit]) set.add(id);
  rights.projects.add('TB');
  rights.projectAdmin.add('TB');
  const product = await site.ask<{ id: string }>('admin.saveProduct', { name: 'Mail', projects: ['TB'] });
  if (!product.ok) throw new Error(product.code);
  const started = await site.ask<{ importId: string }>('admin.startImport', { product: product.value.id, kind: 'signals', format: 'jsonl', fileName: 'f.jsonl', source: { id: 'forum', kind: 'file', name: 'Forum', visibility: 'open' } });
  if (!started.ok) throw new Error(started.code);
  const { importId } = started.value;
  await site.ask('admin.receiveChunk', { importId, seq: 0, firstLine: 1, text: said.map((one) => JSON.stringify(one)).join('\n') });
  const finished = await site.ask<ImportView>('admin.finishImport', { importId, chunks: 1 });
  if (!finished.ok) throw new Error(finished.code);
  await runJobs(site);
  return site;
}

describe('from a dropped file to a panel', () => {
  it('reads everything, and shows it where it belongs', async () => {
    const site = await readSite();
    const admin = await site.ask<AdminView>('admin.open');
    expect(admin.ok && admin.value.products[0]).toMatchObject({ signals: 240, issues: 4, coverage: { state: 'complete', read: 240, total: 240 } });
    const panel = await site.ask<PanelView>('panel.open', {}, onIssue('1'));
    expect(panel.ok && panel.value.coverage).toMatchObject({ read: 240, total: 240 });
    expect(panel.ok && ['evidence', 'silent', 'not-searchable']).toContain(panel.ok && panel.value.kind);
  });

  it('opens a list of exactly the length of its number, for every list', async () => {
    const site = await readSite();
    const panel = await site.ask<PanelView>('panel.open', {}, onIssue('1'));
    if (!panel.ok) throw new Error(panel.code);
    const counts = panel.value.kind === 'evidence' ? panel.value.counts : { confirmedSignals: 0, suggestedSignals: 0, possibleSignals: 'possibleSignals' in panel.value ? panel.value.possibleSignals : 0 };
    for (const [list, count] of [['confirmed', counts.confirmedSignals], ['suggested', counts.suggestedSignals], ['possible', counts.possibleSignals]] as const) {
      const answer = await site.ask<SignalList>('panel.list', { list, page: 1 }, onIssue('1'));
      expect(answer.ok && answer.value.total).toBe(count);
    }
  });

  it('takes a decision and gives it back', async () => {
    const site = await readSite();
    const possible = await site.ask<SignalList>('panel.list', { list: 'possible', page: 1 }, onIssue('1'));
    const suggested = await site.ask<SignalList>('panel.list', { list: 'suggested', page: 1 }, onIssue('1'));
    const signal = [...(suggested.ok ? suggested.value.rows : []), ...(possible.ok ? possible.value.rows : [])][0]?.signal;
    expect(signal).toBeDefined();
    const before = await site.ask<PanelView>('panel.open', {}, onIssue('1'));
    const after = await site.ask<PanelView>('panel.decide', { signal, verdict: 'confirmed' }, onIssue('1'));
    expect(after.ok && after.value.kind === 'evidence' && after.value.counts.confirmedSignals).toBe(1);
    expect(site.ports.jobs.filter((job) => job.name === 'understand')).toHaveLength(1);
    const undone = await site.ask<PanelView>('panel.undo', { signal }, onIssue('1'));
    expect(undone).toEqual(before);
  });

  it('refuses to decide on a signal that the issue does not list', async () => {
    const site = await readSite();
    expect(await site.ask('panel.decide', { signal: 'forum:nobody', verdict: 'confirmed' }, onIssue('1'))).toMatchObject({ ok: false, code: 'access/not-found' });
  });

  it('derives nothing from a restricted issue', async () => {
    const site = await readSite();
    const panel = await site.ask<PanelView>('panel.open', {}, onIssue('3'));
    expect(panel.ok && panel.value.kind).toBe('restricted');
    const roadmap = await site.ask<RoadmapView>('page.roadmap', {}, onProject);
    expect(JSON.stringify(roadmap)).not.toContain('Secret');
  });

  it('shows themes whose numbers open their lists, and edits them with undo', async () => {
    const site = await readSite();
    const signals = await site.ask<SignalView>('page.signal', {}, onProject);
    if (!signals.ok) throw new Error(signals.code);
    const [first, second] = signals.value.themes;
    const listed = signals.value.themes.reduce((sum, theme) => sum + theme.signals, 0) + signals.value.unassigned.signals;
    expect(listed).toBe(240);
    if (first === undefined || second === undefined) throw new Error('two themes are needed');
    const list = await site.ask<SignalList>('page.themeSignals', { theme: first.id, page: 1 }, onProject);
    expect(list.ok && list.value.total).toBe(first.signals);
    const merged = await site.ask<{ edit: string }>('page.merge', { from: second.id, into: first.id }, onProject);
    if (!merged.ok) throw new Error(merged.code);
    const after = await site.ask<ThemeView>('page.theme', { theme: first.id }, onProject);
    expect(after.ok && after.value.theme.signals).toBe(first.signals + second.signals);
    await site.ask('page.undoEdit', { edit: merged.value.edit }, onProject);
    const undone = await site.ask<SignalView>('page.signal', {}, onProject);
    const rows = (view: SignalView) => view.themes.map(({ id, signals: count, customers }) => [id, count, customers]).sort();
    expect(undone.ok && rows(undone.value)).toEqual(rows(signals.value));
    expect(site.ports.log.join()).not.toContain('disk space');
  });

  it('keeps a merge over the next run of the engine', async () => {
    const site = await readSite();
    const signals = await site.ask<SignalView>('page.signal', {}, onProject);
    const [first, second] = signals.ok ? signals.value.themes : [];
    await site.ask('page.merge', { from: second?.id, into: first?.id }, onProject);
    site.ports.clock.advance(60_000);
    await site.app.runJob({ name: 'understand', product: 'mail' });
    const after = await site.ask<ThemeView>('page.theme', { theme: first?.id }, onProject);
    expect(after.ok && after.value.theme.signals).toBeGreaterThanOrEqual((first?.signals ?? 0) + (second?.signals ?? 0));
  });
});

describe('who may call what', () => {
  const payloads: Record<string, unknown> = {
    'panel.list': { list: 'suggested', page: 1 }, 'panel.export': { list: 'suggested' }, 'panel.decide': { signal: 'x', verdict: 'confirmed' }, 'panel.undo': { signal: 'x' },
    'page.theme': { theme: 'x' }, 'page.themeSignals': { theme: 'x', page: 1 },
  };

  it.each(ADMIN_ENDPOINTS)('%s refuses everyone but a site admin', async (endpoint) => {
    const site = await readSite();
    site.ports.tracker.rights.siteAdmin = false;
    expect(await site.ask(endpoint, {}, { ...onIssue('1'), role: 'admin', isAdmin: true })).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it.each(PANEL_ENDPOINTS)('%s answers about a hidden issue as about an absent one', async (endpoint) => {
    const site = await readSite();
    site.ports.tracker.rights.browse.clear();
    const hidden = await site.ask(endpoint, payloads[endpoint] ?? {}, onIssue('1'));
    expect(hidden).toEqual(await site.ask(endpoint, payloads[endpoint] ?? {}, onIssue('999999')));
    expect(hidden).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it.each(PAGE_ENDPOINTS.filter((one) => one !== 'page.products'))('%s refuses who may not see the project', async (endpoint) => {
    const site = await readSite();
    site.ports.tracker.rights.projects.clear();
    site.ports.tracker.rights.projectAdmin.clear();
    expect(await site.ask(endpoint, payloads[endpoint] ?? {}, onProject)).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it('lists no product to who may see none of its projects', async () => {
    const site = await readSite();
    site.ports.tracker.rights.projects.clear();
    expect(await site.ask('page.products')).toEqual({ ok: true, value: { products: [] } });
  });

  it.each(['panel.open', 'page.week', 'admin.open'])('%s refuses the anonymous', async (endpoint) => {
    const site = await readSite();
    expect(await site.ask(endpoint, {}, { ...onIssue('1'), accountId: 'forged' }, 'unidentified')).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it('lets only who may edit the issue decide', async () => {
    const site = await readSite();
    site.ports.tracker.rights.edit.clear();
    expect(await site.ask('panel.decide', payloads['panel.decide'], onIssue('1'))).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it('names the field of a bad payload', async () => {
    const site = await readSite();
    expect(await site.ask('panel.list', { list: 'everything', page: 0 }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input', detail: expect.stringContaining('list') });
  });
});
