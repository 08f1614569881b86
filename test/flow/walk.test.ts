import type { AdminView, ImportProblems, ImportView } from '../../src/contract/admin';
import type { ContextView, PanelView, SignalList } from '../../src/contract/panel';
import type { RoadmapView, SignalView, WeekView } from '../../src/contract/page';
import { onIssue, onProject, openTestSite, type TestSite } from './open-test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
}, 120_000);
afterAll(() => site.close());

async function importLines(lines: readonly string[], format: 'jsonl' | 'csv' = 'jsonl', header?: string): Promise<{ view: ImportView; problems: ImportProblems['rows'] }> {
  const ask = async <Value>(endpoint: string, payload: unknown): Promise<Value> => {
    const answer = await site.ask<Value>('alder', 'alder-admin', endpoint, payload);
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail}`);
    return answer.value;
  };
  const source = { id: 'dropped', kind: 'file', name: 'Dropped', visibility: 'open' };
  const { importId } = await ask<{ importId: string }>('admin.startImport', { product: 'mail', kind: 'signals', format, fileName: 'broken', source, ...(header === undefined ? {} : { header }) });
  await ask('admin.receiveChunk', { importId, seq: 0, firstLine: header === undefined ? 1 : 2, text: lines.join('\n') });
  await ask('admin.finishImport', { importId, chunks: 1 });
  await site.site.host.idle();
  return { view: await ask<ImportView>('admin.importStatus', { importId }), problems: (await ask<ImportProblems>('admin.importProblems', { importId })).rows };
}

describe('a year of questions on the host', () => {
  it('reads every signal of both sites and says so', async () => {
    for (const [tenant, count] of [['alder', 300], ['birch', 200]] as const) {
      const admin = await site.ask<AdminView>(tenant, `${tenant}-admin`, 'admin.open');
      expect(admin.ok && admin.value.products[0]).toMatchObject({ signals: count, issues: 5, coverage: { state: 'complete', read: count, total: count } });
    }
  });

  it('shows on an issue what its customers said, each quote literally in its signal', async () => {
    const panel = await site.ask<PanelView>('alder', 'alder-member', 'panel.open', {}, onIssue('10001', 'MAIL-1'));
    if (!panel.ok || panel.value.kind !== 'evidence') throw new Error(`no evidence: ${JSON.stringify(panel).slice(0, 300)}`);
    const list = await site.ask<SignalList>('alder', 'alder-member', 'panel.list', { list: 'suggested', page: 1 }, onIssue('10001', 'MAIL-1'));
    const full = new Map(list.ok ? list.value.rows.map((row) => [row.signal, `${row.title}\n${row.full}`]) : []);
    expect(panel.value.suggestions.length).toBeGreaterThan(0);
    for (const quote of panel.value.suggestions.slice(0, 20)) expect(full.get(quote.signal)).toContain(quote.text);
    const line = await site.ask<ContextView>('alder', 'alder-member', 'context.open', {}, onIssue('10001', 'MAIL-1'));
    expect(line.ok && line.value.line.id).toBe('context.suggested');
  });

  it('lets a viewer read and not decide, and an outsider do neither', async () => {
    const viewer = await site.ask<PanelView>('alder', 'alder-viewer', 'panel.open', {}, onIssue('10001', 'MAIL-1'));
    expect(viewer.ok && viewer.value.canDecide).toBe(false);
    expect(await site.ask('alder', 'alder-viewer', 'panel.decide', { signal: 'forum:zebrafinch-0', verdict: 'confirmed' }, onIssue('10001', 'MAIL-1'))).toMatchObject({ ok: false });
    const hidden = await site.ask('alder', 'alder-outsider', 'panel.open', {}, onIssue('10001', 'MAIL-1'));
    expect(hidden).toEqual(await site.ask('alder', 'alder-outsider', 'panel.open', {}, onIssue('99999', 'MAIL-999')));
    expect(hidden).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it('has a project page with themes, and a roadmap that says what it cannot know', async () => {
    const week = await site.ask<WeekView>('alder', 'alder-member', 'page.week', {}, onProject('MAIL'));
    expect(week.ok && week.value.synthetic).toBe(true);
    const signal = await site.ask<SignalView>('alder', 'alder-member', 'page.signal', {}, onProject('MAIL'));
    if (!signal.ok) throw new Error(signal.code);
    expect(signal.value.themes.reduce((sum, theme) => sum + theme.signals, 0) + signal.value.unassigned.signals).toBe(300);
    const roadmap = await site.ask<RoadmapView>('alder', 'alder-member', 'page.roadmap', {}, onProject('MAIL'));
    expect(roadmap.ok && roadmap.value.plannedSilent.length + roadmap.value.plannedUnknown.length).toBeLessThanOrEqual(1);
  });
});

describe('two sites on one platform', () => {
  it('never show a word of one in an answer of the other', async () => {
    const asked = await Promise.all(
      ['admin.open', 'page.week', 'page.signal', 'page.roadmap', 'page.products', 'panel.open', 'context.open'].flatMap((endpoint) =>
        [['alder', 'zebrafinch', 'quetzal'], ['birch', 'quetzal', 'zebrafinch']].map(async ([tenant = '', own, other]) => {
          const answer = JSON.stringify(await site.ask(tenant, `${tenant}-admin`, endpoint, {}, onIssue('10002', 'MAIL-2')));
          return { endpoint, tenant, own: ['context.open', 'page.roadmap'].includes(endpoint) || answer.includes(own ?? ''), other: answer.includes(other ?? '') };
        }),
      ),
    );
    expect(asked.filter((one) => one.other || !one.own)).toEqual([]);
  });

  it('refuses a person of one site on the other', async () => {
    await expect(site.ask('birch', 'alder-admin', 'admin.open')).rejects.toThrow('Authentication Required');
  });
});

describe('a file of broken rows', () => {
  const good = (id: string, text: string) => JSON.stringify({ id, at: '2025-06-01T00:00:00Z', text });

  it('keeps the good rows and names line, field and reason of each bad one', async () => {
    const lines = [
      good('ok-1', 'emoji 👩‍🔧 and right to left שלום stay as they are'),
      '{"id": "x", broken',
      JSON.stringify({ at: '2025-06-01T00:00:00Z', text: 'no id' }),
      JSON.stringify({ id: 'no-text', at: '2025-06-01T00:00:00Z' }),
      JSON.stringify({ id: 'bad-date', at: '2025-02-31T00:00:00Z', text: 'no such day' }),
      JSON.stringify({ id: 'nul', at: '2025-06-01T00:00:00Z', text: 'a\u0000b' }),
      good('ok-2', 'the same twice'),
      good('ok-2', 'the same twice'),
      '[1,2,3]',
      good('long', 'word '.repeat(60_000)),
    ];
    const { view, problems } = await importLines(lines);
    expect(view.offered).toBe(10);
    expect(view.kept + view.unchanged + view.rejected).toBe(view.offered);
    expect(problems.map((problem) => problem.line)).toEqual(expect.arrayContaining([2, 3, 4, 5, 9]));
    for (const problem of problems) expect(problem.field.length * problem.reason.length).toBeGreaterThan(0);
    expect(view.rejected).toBe(5);
  });

  it('changes nothing when the same file comes again', async () => {
    const lines = [good('again-1', 'once'), good('again-2', 'twice')];
    await importLines(lines);
    expect((await importLines(lines)).view).toMatchObject({ offered: 2, kept: 0, unchanged: 2, rejected: 0 });
  });

  it('reads CSV with quoted line breaks', async () => {
    const { view } = await importLines(['"c-1",2025-06-01,"two\nlines"', '"c-2",2025-06-01,plain'], 'csv', 'id,at,text');
    expect(view).toMatchObject({ offered: 2, kept: 2, rejected: 0 });
  });
});
