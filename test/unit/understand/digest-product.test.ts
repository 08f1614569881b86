import type { EvidenceRow, LinkDecision, ThemeIssue } from '../../../src/domain/evidence';
import { DEFAULT_MAPPING } from '../../../src/domain/roadmap';
import type { Theme } from '../../../src/domain/theme';
import { digestProduct } from '../../../src/understand/digest-product';
import { AT, decisionOf, issueOf, said } from './corpus-of';

const board: Theme = { id: 'board', label: 'The board', labelAuthor: 'engine', frozen: false, signals: 8, exemplars: [], terms: [], lineage: [] };
const signals = Array.from({ length: 8 }, (_, at) => said(`s${at}`, 'The board is slow', { author: `a${at}` }));
const inWork = issueOf('1', 'Insights assistant', { statusCategory: 'doing', status: 'In Progress' });

/** The theme's linked issues when the first `shown` of its signals are shown as the issue's evidence. */
function linkedWith(shown: number, decisions: readonly LinkDecision[] = [], themeIssues: readonly ThemeIssue[] = []): readonly (readonly [string, string, number])[] {
  const evidence = signals.slice(0, shown).map((signal, at): EvidenceRow => ({ issue: inWork.id, signal: signal.id, rank: at + 1, score: 1, confidence: 0.7, shown: true, reasons: [] }));
  const understood = { themes: [board], assignments: signals.map(({ id }) => ({ signal: id, theme: board.id, fit: 1 })), themeIssues, evidence, searchability: [] };
  const digest = digestProduct({ product: 'p', understood, signals, issues: [inWork], releases: [], decisions, mapping: DEFAULT_MAPPING, now: AT });
  return digest.themes.flatMap((theme) => theme.issues.map(({ key, column, signals: count }) => [key, column, count] as const));
}

describe('a theme and the work on it', () => {
  it('have nothing to do with each other because of one or two quotes alone', () => {
    expect([1, 2].map((shown) => linkedWith(shown))).toEqual([[], []]);
  });

  it('belong together when three of its signals are shown as evidence', () => {
    expect(linkedWith(3)).toEqual([['P-1', 'now', 3]]);
  });

  it('belong together by one signal that a person confirmed', () => {
    expect(linkedWith(1, [decisionOf('s0', '1', 'confirmed')])).toEqual([['P-1', 'now', 1]]);
    expect(linkedWith(0, [decisionOf('s5', '1', 'confirmed')])).toEqual([['P-1', 'now', 1]]);
  });

  it('belong together by one quote when most of the nearest signals are in the theme, and not by nearness alone', () => {
    const near = (strength: number): readonly ThemeIssue[] => [{ theme: board.id, issue: inWork.id, strength, signals: 6 }];
    expect(linkedWith(1, [], near(0.7))).toEqual([['P-1', 'now', 6]]);
    expect(linkedWith(1, [], near(0.3))).toEqual([]);
    expect(linkedWith(0, [], near(0.7))).toEqual([]);
  });

  it('do not by what a person rejected', () => {
    expect(linkedWith(3, [decisionOf('s0', '1', 'rejected')])).toEqual([]);
  });
});
