import type { CustomerList, ProductLine, RoadmapView, SignalView, ThemeView, WeekView } from '../../../src/contract/page';
import type { PanelView, SignalList } from '../../../src/contract/panel';
import type { Issue } from '../../../src/domain/issue';
import { onProject, readPageSite, type PageSite, type PageSource } from '../../build/page-site';

const NEEDS = [
  ['compacting folders fails with a disk space error', 'the compact command says disk is full when I compact folders', 'folders will not compact and it claims no disk space'],
  ['calendar reminders ring twice after an update', 'every calendar reminder shows two times', 'the reminder of a calendar event pops up again and again'],
  ['attachments vanish from sent messages', 'sent mail has lost its attachment', 'the attachment I added is missing in the sent message'],
  ['search finds nothing in archived mail', 'searching the archive gives no results', 'global search does not look into archived folders'],
] as const;
const OPENINGS = ['Since yesterday', 'Hello, for two weeks', 'On my laptop', 'After the last restart', 'Again today', 'In our office', 'No idea why, but', 'Please help,'];
const said = (count: number, prefix: string): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => {
    const need = NEEDS[index % 4] ?? NEEDS[0];
    return {
      id: `${prefix}${index}`, at: `2025-0${1 + (index % 6)}-${20 + (index % 9)}T10:00:00Z`, title: need[(index + 1) % 3], author: `person-${index % 97}`, account: index % 5 === 0 ? undefined : `Account ${prefix}${index % 41}`,
      text: `${OPENINGS[(index * 3) % 8]} ${need[index % 3]}. I tried it ${index} times on machine ${index * 7}. What can I do?`,
    };
  });
const issue = (key: string, summary: string, changes: Partial<Issue> = {}): Issue => ({
  id: `id-${key}`, key, project: key.split('-')[0] ?? '', summary, status: 'To Do', statusCategory: 'todo', createdAt: '2025-01-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: 'open', ...changes,
});
const ISSUES = [issue('TB-1', 'Compacting folders fails with a disk space error'), issue('TB-2', 'Calendar reminders ring twice'), issue('SEC-1', 'Attachments vanish from sent messages', { sprint: 'S1' }), issue('SEC-2', 'Search finds nothing in archived mail', { sprint: 'S1' })];
const SOURCES: readonly PageSource[] = [
  { id: 'forum', visibility: 'open', rows: [...said(240, 'q'), { id: 'formula', at: '2025-06-01T00:00:00Z', account: '=HYPERLINK("https://evil.example")', title: 'compact folders', text: 'Compacting folders fails with a disk space error, again and again in our office.' }] },
  { id: 'calls', visibility: 'counts', rows: said(40, 'c') },
  { id: 'desk', visibility: 'hidden', rows: said(12, 's') },
];

let site: PageSite;
beforeEach(async () => {
  site = await readPageSite({ projects: ['TB', 'SEC'], issues: ISSUES, sources: SOURCES });
});

async function everyCustomer(theme: string | null, weeks?: number): Promise<CustomerList & { readonly names: readonly (string | undefined)[] }> {
  const first = await site.get<CustomerList>('page.themeCustomers', { theme, page: 1, ...(weeks === undefined ? {} : { weeks }) });
  const names = first.rows.map((row) => row.name);
  for (let page = 2; page <= first.pages; page += 1) names.push(...(await site.get<CustomerList>('page.themeCustomers', { theme, page, ...(weeks === undefined ? {} : { weeks }) })).rows.map((row) => row.name));
  return { ...first, names };
}

describe('the customers behind a number', () => {
  it('are as many as the number says, in every span, those without a name counted beside the list', async () => {
    const { themes, unassigned } = await site.get<SignalView>('page.signal');
    expect(themes.length).toBeGreaterThan(2);
    const found = [];
    for (const theme of themes) {
      for (const [weeks, number] of [[undefined, theme.customers], [12, theme.recentCustomers], [1, theme.weeks.at(-1) ?? 0]] as const) {
        const list = await everyCustomer(theme.id, weeks);
        found.push({ theme: theme.id, weeks, number, listed: list.names.length + list.countsOnly - list.echoes, total: list.total + list.countsOnly - list.echoes });
      }
    }
    expect(found.map(({ listed }) => listed)).toEqual(found.map(({ number }) => number));
    expect(found.map(({ total }) => total)).toEqual(found.map(({ number }) => number));
    const loose = await everyCustomer(null);
    expect(loose.total + loose.countsOnly - loose.echoes).toBe(unassigned.customers);
  });

  it('are named once each, and never from a source of which numbers alone are shared', async () => {
    const { themes } = await site.get<SignalView>('page.signal');
    for (const theme of themes) {
      const { names } = await everyCustomer(theme.id);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name?.startsWith('Account c') || name?.startsWith('Account s'))).toEqual([]);
    }
  });

  it('are exported whole, and no cell begins a formula', async () => {
    const { themes } = await site.get<SignalView>('page.signal');
    const texts = [];
    for (const { id } of themes) texts.push((await site.get<{ text: string }>('page.exportThemeCustomers', { theme: id, format: 'csv' })).text);
    expect(texts.join('\n')).toContain("'=HYPERLINK");
    expect(texts.join('\n')).not.toMatch(/(^|[\n,"])=HYPERLINK/);
    const [first] = themes;
    const rows = (await site.get<{ text: string }>('page.exportThemeCustomers', { theme: first?.id, format: 'json' })).text.split('\n');
    expect(rows.length).toBe((await everyCustomer(first?.id ?? null)).total);
  });
});

describe('a list of signals', () => {
  it('says how many more stand where numbers alone are shared, so that both make up the number', async () => {
    const { themes } = await site.get<SignalView>('page.signal');
    const lists = await Promise.all(themes.map((theme) => site.get<SignalList>('page.themeSignals', { theme: theme.id, page: 1 })));
    expect(lists.map((list) => list.total + (list.countsOnly ?? 0))).toEqual(themes.map((theme) => theme.signals));
    expect(lists.some((list) => (list.countsOnly ?? 0) > 0)).toBe(true);
  });

  it('has for every cell of the grid just that source and week', async () => {
    const { themes } = await site.get<SignalView>('page.signal');
    const { grid, weekStarts, theme } = await site.get<ThemeView>('page.theme', { theme: themes[0]?.id });
    const after = (start: string, weeks: number): string => new Date(Date.parse(start) + weeks * 604_800_000 + 1).toISOString();
    for (const { source, weeks } of grid) {
      for (const [index, count] of weeks.entries()) {
        const list = await site.get<SignalList>('page.themeSignals', { theme: theme.id, page: 1, source, from: after(weekStarts[index] ?? '', 0), to: after(weekStarts[index] ?? '', 1) });
        expect(list.total + (list.countsOnly ?? 0)).toBe(count);
      }
    }
  });

  it('exports what it shows: the filter holds for the file too', async () => {
    const { themes } = await site.get<SignalView>('page.signal');
    const [first] = themes;
    const filter = { theme: first?.id, source: 'forum', from: '2025-04-25T00:00:00.000Z' };
    const { total } = await site.get<SignalList>('page.themeSignals', { ...filter, page: 1 });
    const { text } = await site.get<{ text: string }>('page.exportThemeSignals', { ...filter, format: 'json' });
    expect([total > 0, total < (first?.signals ?? 0)]).toEqual([true, true]);
    expect(text.split('\n')).toHaveLength(total);
  });
});

describe('what a reader may not see', () => {
  it('leaves a hidden source out of every name and every total', async () => {
    const signal = await site.get<SignalView>('page.signal');
    expect(signal.sources.map(({ source }) => source)).toEqual(['calls', 'forum']);
    expect(signal.coverage).toMatchObject({ read: 281, total: 281, sources: 2 });
    expect(await site.ask('page.themeSignals', { theme: signal.themes[0]?.id, page: 1, source: 'desk' })).toMatchObject({ ok: false, code: 'access/not-found' });
    const panel = await site.get<PanelView>('panel.open', {}, { extension: { issue: { id: 'id-TB-1', key: 'TB-1' }, project: { id: '1', key: 'TB' } } });
    expect(panel.coverage).toMatchObject({ read: 281, total: 281 });
    expect(JSON.stringify([signal, panel, await site.get('page.week'), await site.get('page.roadmap')])).not.toContain('Source desk');
  });

  it('leaves the work of a project out that the reader may not browse', async () => {
    const everything = async (): Promise<string> => {
      const { themes } = await site.get<SignalView>('page.signal');
      const views = await Promise.all(themes.map((theme) => site.get<ThemeView>('page.theme', { theme: theme.id })));
      return JSON.stringify([views, await site.get<RoadmapView>('page.roadmap'), await site.get<WeekView>('page.week'), await site.get<{ products: readonly ProductLine[] }>('page.products')]);
    };
    expect(await everything()).toContain('SEC-');
    site.ports.tracker.rights.projects.delete('SEC');
    expect(await everything()).not.toContain('SEC-');
  });

  it('is not said to be unplanned or planned by work that the reader cannot open', async () => {
    const planned = async (): Promise<number> => (await site.get<RoadmapView>('page.roadmap')).themes.reduce((sum, theme) => sum + (theme.columns.now ?? 0), 0);
    expect(await planned()).toBeGreaterThan(0);
    site.ports.tracker.rights.projects.delete('SEC');
    expect(await planned()).toBe(0);
  });
});

describe('the roadmap', () => {
  it('names as many loud themes as its sentence says, and opens each cell to as many issues', async () => {
    const { finding, loudUnplanned, themes } = await site.get<RoadmapView>('page.roadmap', {}, onProject('TB'));
    expect(finding.params['loud']).toBe(loudUnplanned.length);
    for (const theme of themes) {
      const { issues } = await site.get<ThemeView>('page.theme', { theme: theme.id });
      for (const [column, count] of Object.entries(theme.columns)) expect(issues.filter((one) => one.column === column)).toHaveLength(count);
    }
  });
});

it('shows each theme with a customer’s literal words', async () => {
  const { themes } = await site.get<SignalView>('page.signal');
  const texts = SOURCES[0]?.rows.map((row) => String(row['text'])) ?? [];
  expect(themes.map(({ quote }) => quote !== undefined && texts.some((text) => text.includes(quote.text)))).toEqual(themes.map(() => true));
});
