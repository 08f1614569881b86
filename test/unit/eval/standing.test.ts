import { drawnFrom } from '../../../eval/judge/commit';
import { CRITERIA, sheetHead } from '../../../eval/judge/criterion';
import { standingAssignments, standingLabels, type Grouping } from '../../../eval/judge/standing';
import { readFigure, shownFigure } from '../../../eval/engine-figures';
import { judgements, readJudgements, type Judgement } from '../../../eval/judgements';
import { regressions } from '../../../eval/report';
import { runEval } from '../../../eval/run-eval';
import type { Theme } from '../../../src/domain/theme';

const theme = (id: string, label: string): Theme => ({ id, label, labelAuthor: 'engine', frozen: false, signals: 3, exemplars: [], terms: [], lineage: [] });
const grouping = (themes: readonly Theme[], places: Readonly<Record<string, string>>): Grouping => ({ themes, assignments: Object.entries(places).map(([signal, of]) => ({ signal, theme: of, fit: 1 })) });
const place = (signal: string, label: string, exemplars: readonly string[], right = [1, 1]): Judgement => ({ of: { signal, theme: 'old', label, exemplars }, engine: 'abc1234', right });
const label = (words: string, members: readonly string[], right = [1, 1]): Judgement => ({ of: { theme: 'old', label: words, members }, engine: 'abc1234', right });

describe('a judged place', () => {
  const now = grouping([theme('n1', 'Calendar'), theme('n2', 'Reminders')], { a: 'n1', b: 'n2', x: 'n2', y: 'n2' });
  it('stands while the signal is in a theme of that name, whatever its id', () => {
    expect(standingAssignments([place('a', 'Calendar', ['gone'])], now)).toHaveLength(1);
  });
  it('stands beside the same signals under another name', () => {
    expect(standingAssignments([place('b', 'Calendar', ['x', 'y'])], now)).toHaveLength(1);
  });
  it('falls when the signal is elsewhere, in no theme, or gone, or one of those beside it is', () => {
    expect(standingAssignments([place('b', 'Calendar', ['x', 'gone']), place('b', 'Calendar', []), place('c', 'Calendar', ['x']), place('a', 'Printing', ['b'])], now)).toEqual([]);
  });
});

describe('a judged label', () => {
  const now = grouping([theme('n1', 'Calendar'), theme('n2', 'Reminders')], { a: 'n1', b: 'n1', x: 'n2', y: 'n2' });
  it('stands while a theme of that name holds half of the members that were read', () => {
    expect(standingLabels([label('Calendar', ['a', 'b', 'x', 'gone'])], now)).toHaveLength(1);
  });
  it('falls with its name, and with its members', () => {
    expect(standingLabels([label('Calendars', ['a', 'b']), label('Calendar', ['a', 'x', 'y'])], now)).toEqual([]);
  });
  it('of an engine that calls every theme alike is hardly left', () => {
    const all = judgements('labels');
    const places = Object.fromEntries(all.flatMap((one, n) => (one.of['members'] as string[]).map((signal) => [signal, `t${n}`])));
    const themes = all.map((one, n) => theme(`t${n}`, String(one.of['label'])));
    expect(standingLabels(all, grouping(themes, places))).toHaveLength(50);
    const numbered = grouping(themes.map((one, n) => ({ ...one, label: `Theme ${n}` })), places);
    expect(readFigure({ id: 'themes-labels', what: 'labels' }, all, standingLabels(all, numbered)).value).toBeUndefined();
  });
});

describe('a figure of what was read', () => {
  const all = Array.from({ length: 10 }, (_, n) => place(`s${n}`, 'Calendar', [], n < 2 ? [0, 0] : [1, 1]));
  it('is of what stands alone, and says how much that is and of which engine it was read', () => {
    const { value, note } = readFigure({ id: 'x', what: 'x' }, all, all.slice(2));
    expect([value, note]).toEqual([1, '8 of 10 stand, read of abc1234; agreement 1.00, kappa 1.00 on 8 pairs']);
  });
  it('is none where too little stands, which fails nothing and is said', () => {
    const said: string[] = [];
    const written: unknown[] = [];
    const unjudged = readFigure({ id: 'x', what: 'x' }, all, all.slice(5));
    const code = runEval(['--baseline'], { parts: [['part', () => [unjudged]]], readBaseline: () => ({ x: { value: 0.9, low: 0.8, high: 1 }, old: { value: 1, low: 1, high: 1 } }), writeBaseline: (one) => void written.push(one), say: (line) => void said.push(line), aside: () => undefined });
    expect(unjudged.value).toBeUndefined();
    expect(regressions([unjudged], {})).toEqual([]);
    expect([code, said.at(-1), said.some((line) => line.startsWith('not judged: x: 5 of 10 stand')), said[0]?.includes('not judged')]).toEqual([0, '{"x":null}', true, true]);
    expect(written).toEqual([{ x: { value: 0.9, low: 0.8, high: 1 } }]);
    expect(readFigure({ id: 'x', what: 'x' }, [], []).value).toBeUndefined();
    expect(readFigure({ id: 'x', what: 'x' }, all, all.slice(3)).value).toBeUndefined();
  });
  it('of shown pairs is none where most of those shown now were never read', () => {
    expect(shownFigure({ id: 's', what: 's' }, [1, 1, 0], 10, '').value).toBeUndefined();
    expect(shownFigure({ id: 's', what: 's' }, [], 0, '').value).toBeUndefined();
    expect(shownFigure({ id: 's', what: 's' }, [1, 1, 0, 1], 5, '').value).toBeCloseTo(3 / 4);
  });
});

describe('a sample for judges', () => {
  const git = (status: string) => (...words: readonly string[]) => (words[0] === 'status' ? status : '10da9fb0123456789\n');
  it('is seeded by the commit that is judged, unless another seed is given', () => {
    expect(drawnFrom(undefined, git(''))).toEqual({ commit: '10da9fb', seed: '10da9fb' });
    expect(drawnFrom('2a', git(''))).toEqual({ commit: '10da9fb', seed: '2a' });
    expect(() => drawnFrom('nice', git(''))).toThrow('hex');
  });
  it('is of a state that anybody can check out again', () => {
    expect(() => drawnFrom(undefined, git(' M src/domain/theme.ts\n'))).toThrow('commit first');
  });
  it.each(Object.keys(CRITERIA))('says on its sheet what is right, and of which state it is: %s', (kind) => {
    const head = sheetHead(kind as keyof typeof CRITERIA, 50, { commit: '10da9fb', seed: '2a' });
    expect(head).toContain(CRITERIA[kind as keyof typeof CRITERIA]);
    expect(head).toContain('commit 10da9fb with seed 2a');
  });
  it('keeps the commit with each judgement of the grouping', () => {
    expect([...judgements('assignments'), ...judgements('labels')].filter((one) => !/^[0-9a-f]{7}$/.test(one.engine ?? ''))).toEqual([]);
    expect(readJudgements('{"of":{"a":1},"engine":"abc1234"}\n')).toEqual([{ of: { a: 1 }, engine: 'abc1234', right: [] }]);
  });
});
