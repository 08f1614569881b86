import fc from 'fast-check';
import type { Theme } from '../../../src/domain/theme';
import type { ThemeChange, ThemeEdit } from '../../../src/domain/theme-edit';
import { applyThemeEdits } from '../../../src/understand/apply-theme-edits';

const theme = (id: string): Theme => ({ id, label: id, labelAuthor: 'engine', frozen: false, signals: 0, exemplars: [], terms: [], lineage: [] });
const edit = (change: ThemeChange, at = '2025-01-01T00:00:00.000Z', id = 'e1'): ThemeEdit => ({ id, product: 'p', at, by: 'me', change, before: { themes: [], places: [] } });
const found = {
  themes: ['a', 'b', 'c'].map(theme),
  assignments: [{ signal: '1', theme: 'a', fit: 1 }, { signal: '2', theme: 'a', fit: 1 }, { signal: '3', theme: 'b', fit: 1 }, { signal: '4', fit: 0 }],
};
const placeOf = (state: ReturnType<typeof applyThemeEdits>, signal: string) => state.assignments.find((one) => one.signal === signal)?.theme;

describe("people's edits over what the engine found", () => {
  it('renames, freezes, and says who', () => {
    const { themes } = applyThemeEdits(found, [edit({ kind: 'rename', theme: 'a', label: 'Compacting' })]);
    expect(themes.find((one) => one.id === 'a')).toMatchObject({ label: 'Compacting', labelAuthor: 'person', frozen: true, signals: 2 });
  });
  it('merges by moving every member, and keeps the id of the target', () => {
    const state = applyThemeEdits(found, [edit({ kind: 'merge', from: 'a', into: 'b' })]);
    expect(state.themes.map((one) => [one.id, one.signals])).toEqual([['b', 3], ['c', 0]]);
    expect(placeOf(state, '1')).toBe('b');
  });
  it('splits the listed signals off', () => {
    const state = applyThemeEdits(found, [edit({ kind: 'split', theme: 'a', newTheme: 'n', label: 'New', signals: ['2'] })]);
    expect([placeOf(state, '1'), placeOf(state, '2')]).toEqual(['a', 'n']);
  });
  it('moves a signal into a theme and out of all of them', () => {
    const state = applyThemeEdits(found, [edit({ kind: 'move', signal: '4', theme: 'b' }), edit({ kind: 'move', signal: '1', theme: null }, '2025-01-02T00:00:00.000Z', 'e2')]);
    expect([placeOf(state, '4'), placeOf(state, '1')]).toEqual(['b', undefined]);
  });
  it('leaves everything as it was when the theme is gone', () => {
    expect(applyThemeEdits(found, [edit({ kind: 'merge', from: 'zzz', into: 'b' })]).assignments).toEqual(found.assignments);
  });
  it('loses no signal, counts each once, and says the same when replayed', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'n');
    const change: fc.Arbitrary<ThemeChange> = fc.oneof(
      fc.record({ kind: fc.constant('rename' as const), theme: ids, label: fc.string() }),
      fc.record({ kind: fc.constant('merge' as const), from: ids, into: ids }),
      fc.record({ kind: fc.constant('split' as const), theme: ids, newTheme: fc.constant('n'), label: fc.string(), signals: fc.subarray(['1', '2', '3', '4']) }),
      fc.record({ kind: fc.constant('move' as const), signal: fc.constantFrom('1', '2', '3', '4', '9'), theme: fc.oneof(ids, fc.constant(null)) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const edits = changes.map((one, index) => edit(one, `2025-01-0${index + 1}T00:00:00.000Z`, `e${index}`));
        const state = applyThemeEdits(found, edits);
        expect(state.assignments.map((one) => one.signal).sort()).toEqual(['1', '2', '3', '4']);
        const assigned = state.assignments.filter((one) => one.theme !== undefined);
        for (const one of assigned) expect(state.themes.map((each) => each.id)).toContain(one.theme);
        if (edits.length > 0) expect(state.themes.reduce((sum, one) => sum + one.signals, 0)).toBe(assigned.length);
        expect(applyThemeEdits(found, edits)).toEqual(state);
      }),
    );
  });
});
