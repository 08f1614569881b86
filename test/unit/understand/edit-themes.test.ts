import type { ProductDigest } from '../../../src/domain/product-digest';
import type { Signal } from '../../../src/domain/signal';
import type { Theme } from '../../../src/domain/theme';
import type { Assignment } from '../../../src/domain/theme';
import { digestTheme } from '../../../src/understand/digest-themes';
import { editThemes, previewMerge, undoThemeEdit } from '../../../src/understand/edit-themes';
import { fakePorts, type FakePorts } from '../../fakes/ports';

const AT = '2025-06-30T00:00:00.000Z';
const NOW = '2025-07-01T08:00:00.000Z';
/** Theme, account, and who may see it once the run is done. The secret account speaks in every theme and in none. */
const SAID: readonly (readonly [string, string | undefined, string, Signal['visibility']])[] = [
  ['a1', 'a', 'north', 'open'], ['a2', 'a', 'south', 'open'], ['a3', 'a', 'secret', 'hidden'],
  ['b1', 'b', 'south', 'open'], ['b2', 'b', 'west', 'counts'], ['b3', 'b', 'secret', 'hidden'],
  ['u1', undefined, 'east', 'open'], ['u2', undefined, 'secret', 'hidden'],
];
const theme = (id: string, signals: number): Theme => ({ id, label: `the ${id}s`, labelAuthor: 'engine', frozen: false, signals, exemplars: [], terms: [], lineage: [] });

async function site(): Promise<FakePorts> {
  const ports = fakePorts();
  const signals = SAID.map(([id, , account, visibility]): Signal => ({ id, source: 'forum', externalId: id, at: AT, kind: 'said', text: 'said', account, visibility }));
  const assignments = SAID.map(([signal, where]): Assignment => ({ signal, fit: 1, ...(where === undefined ? {} : { theme: where }) }));
  const themes = [theme('a', 3), theme('b', 3)];
  await ports.stores.products.saveProduct({ id: 'p', name: 'P', projects: ['P'] });
  await ports.stores.signals.saveSignals('p', signals.map((one) => ({ ...one, visibility: one.visibility === 'hidden' ? 'open' : one.visibility })), AT);
  await ports.stores.evidence.saveRun('p', { engineVersion: 'v', computedAt: NOW, signals: 8, digests: [], links: [], themes, assignments, themeIssues: [] });
  await ports.stores.signals.saveSignals('p', signals, NOW);
  const seen = (where: string | undefined): Signal[] => signals.filter((one) => one.visibility !== 'hidden' && SAID.some(([id, place]) => id === one.id && place === where));
  const digest: ProductDigest = { product: 'p', computedAt: NOW, unit: 'account', themes: themes.map((one) => digestTheme(one, seen(one.id), [], { now: NOW })), unassigned: { customers: 1, signals: 1 }, planned: [] };
  await ports.stores.themes.saveDigest(digest);
  return ports;
}

async function numbers(ports: FakePorts): Promise<unknown> {
  const digest = await ports.stores.themes.findDigest('p', NOW);
  const rows = digest?.themes.map(({ theme: { id, label }, customers, signals, recentCustomers }) => [id, label, customers, signals, recentCustomers]).sort();
  return { rows, unassigned: digest?.unassigned };
}

const AS_READ = { rows: [['a', 'the as', 2, 2, 2], ['b', 'the bs', 2, 2, 2]], unassigned: { customers: 1, signals: 1 } };

describe('a theme that a person changes', () => {
  it('keeps its numbers when it is renamed, and gets its name back', async () => {
    const ports = await site();
    const { edit } = await editThemes(ports, 'p', 'e1', 'ada', { kind: 'rename', theme: 'a', label: 'Ays' });
    expect(await numbers(ports)).toEqual({ ...AS_READ, rows: [['a', 'Ays', 2, 2, 2], ['b', 'the bs', 2, 2, 2]] });
    expect((await ports.stores.evidence.listThemes('p')).find((one) => one.id === 'a')).toMatchObject({ label: 'Ays', signals: 3, frozen: true, labelAuthor: 'person' });
    await undoThemeEdit(ports, 'p', edit);
    expect(await numbers(ports)).toEqual(AS_READ);
    expect((await ports.stores.evidence.listThemes('p')).find((one) => one.id === 'a')).toMatchObject({ label: 'the as', signals: 3, frozen: false });
  });

  it('is renamed without reading its members', async () => {
    const ports = await site();
    const refused: FakePorts = { ...ports, stores: { ...ports.stores, themes: { ...ports.stores.themes, pageMemberIds: () => Promise.reject(new Error('members were read')) } } };
    await editThemes(refused, 'p', 'e1', 'ada', { kind: 'rename', theme: 'a', label: 'Ays' });
    await expect(editThemes(refused, 'p', 'e2', 'ada', { kind: 'merge', from: 'b', into: 'a' })).rejects.toThrow('members were read');
  });

  it('counts what was hidden since the run in no number when themes are merged, and moves it along', async () => {
    const ports = await site();
    expect(await previewMerge(ports, 'p', 'b', 'a')).toEqual({ from: 2, into: 2, together: 3, countedOnce: 1 });
    const { edit } = await editThemes(ports, 'p', 'e1', 'ada', { kind: 'merge', from: 'b', into: 'a' });
    expect(await numbers(ports)).toEqual({ rows: [['a', 'the as', 3, 4, 3]], unassigned: AS_READ.unassigned });
    expect(await ports.stores.themes.findPlace('p', 'b3')).toMatchObject({ theme: 'a' });
    await undoThemeEdit(ports, 'p', edit);
    expect(await numbers(ports)).toEqual(AS_READ);
  });

  it('counts the unassigned again when a signal leaves them or joins them', async () => {
    const ports = await site();
    const joined = await editThemes(ports, 'p', 'e1', 'ada', { kind: 'move', signal: 'u1', theme: 'a' });
    expect(await numbers(ports)).toEqual({ rows: [['a', 'the as', 3, 3, 3], ['b', 'the bs', 2, 2, 2]], unassigned: { customers: 0, signals: 0 } });
    await undoThemeEdit(ports, 'p', joined.edit);
    expect(await numbers(ports)).toEqual(AS_READ);
    const left = await editThemes(ports, 'p', 'e2', 'ada', { kind: 'move', signal: 'a1', theme: null });
    expect(await numbers(ports)).toEqual({ rows: [['a', 'the as', 1, 1, 1], ['b', 'the bs', 2, 2, 2]], unassigned: { customers: 2, signals: 2 } });
    await undoThemeEdit(ports, 'p', left.edit);
    expect(await numbers(ports)).toEqual(AS_READ);
  });

  it('keeps the roadmap that linking in parts writes while the members are counted', async () => {
    const ports = await site();
    const { themes } = ports.stores;
    const planned = [{ id: '1', key: 'P-1', project: 'P', summary: 'planned meanwhile', column: 'now', fixVersions: [], evidence: 1, searchable: true, searchReasons: [] }] as const;
    const writing: typeof themes = { ...themes, pageMemberIds: async (...asked) => {
      if ((await themes.listEdits('p')).length > 0) await themes.saveDigest({ ...(await themes.findDigest('p', NOW))!, planned });
      return themes.pageMemberIds(...asked);
    } };
    await editThemes({ ...ports, stores: { ...ports.stores, themes: writing } }, 'p', 'e1', 'ada', { kind: 'merge', from: 'b', into: 'a' });
    expect((await themes.findDigest('p', NOW))?.planned).toEqual(planned);
    expect(await numbers(ports)).toEqual({ rows: [['a', 'the as', 3, 4, 3]], unassigned: AS_READ.unassigned });
  });
});
