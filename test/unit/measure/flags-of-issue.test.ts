import type { AdverseTheme } from '../../../src/domain/outcome';
import { flagsOfIssue } from '../../../src/measure/flags-of-issue';
import { aContract, weeksFromRelease } from '../../build/outcomes';

const flag = (contract: string, signals: readonly string[], theme = 't'): AdverseTheme => ({ contract, theme, flaggedAt: weeksFromRelease(1), daysAfterRelease: 3, observed: 20, expected: 2, signals });
const row = (signal: string, confidence: number): { signal: string; confidence: number } => ({ signal, confidence });
const contracts = [aContract({ id: 'old', withoutTarget: [{ issue: '7', reason: 'no-theme' }] }), aContract({ id: 'new', release: { id: '4.3', name: '4.3', releasedAt: weeksFromRelease(5) }, targets: [] })];
const told = (issue: string, adverse: readonly AdverseTheme[], evidence: ReturnType<typeof row>[] = []): string[] => flagsOfIssue(issue, contracts, adverse, evidence).map((one) => `${one.contract.id} ${one.flag.theme}`);

describe('early flags on an issue', () => {
  it('are told on every issue that the release shipped, with a promise or without one', () => {
    expect(told('10', [flag('old', [])])).toEqual(['old t']);
    expect(told('7', [flag('old', [])])).toEqual(['old t']);
    expect(told('8', [flag('old', [])])).toEqual([]);
  });
  it('are told where the issue’s own customers are among the flagged: one surely, and a third of all that they say', () => {
    expect(told('8', [flag('new', ['a', 'b'])], [row('a', 0.9), row('c', 0.8), row('d', 0.6)])).toEqual(['new t']);
    expect(told('8', [flag('new', ['a', 'b'])], [row('a', 0.9), row('c', 0.9), row('d', 0.95)])).toEqual([]);
    expect(told('8', [flag('new', ['a', 'b'])], [row('a', 0.3), row('b', 0.4)])).toEqual([]);
  });
  it('come newest release first, two at most, and never from a release that was withdrawn', () => {
    const own = [row('a', 0.9)];
    expect(told('10', [flag('old', ['a'], 'x'), flag('new', ['a'], 'y'), flag('old', ['a'], 'z')], own)).toEqual(['new y', 'old x']);
    const withdrawn = [aContract({ id: 'old', state: { kind: 'withdrawn', at: weeksFromRelease(1), reason: 'unreleased' } })];
    expect(flagsOfIssue('10', withdrawn, [flag('old', ['a'])], own)).toEqual([]);
  });
});
