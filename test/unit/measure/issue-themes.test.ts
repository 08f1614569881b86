import fc from 'fast-check';
import { issueThemes } from '../../../src/measure/issue-themes';

const row = (signal: string, confidence: number): { signal: string; confidence: number } => ({ signal, confidence });
const decision = (signal: string, verdict: 'confirmed' | 'rejected' | 'related', issue = '1'): Parameters<typeof issueThemes>[2][number] => ({ signal, issue, verdict, at: '2025-01-01T00:00:00.000Z', by: 'ann' });
const found = (evidence: ReturnType<typeof row>[], themes: Parameters<typeof issueThemes>[1]['themes'] = []): Parameters<typeof issueThemes>[1] => ({ evidence, themes });
const THEMES = new Map([['a1', 'a'], ['a2', 'a'], ['b1', 'b']]);
const themeOf = (signal: string): string | undefined => THEMES.get(signal);

describe('what an issue is about, by theme', () => {
  it('adds what is expected of each signal; the unassigned take their share', () => {
    expect(issueThemes('1', found([row('a1', 0.5), row('a2', 0.25), row('b1', 0.25), row('loose', 1)], [{ theme: 'a', strength: 0.6 }]), [], themeOf)).toEqual([
      { issue: '1', theme: 'a', expected: 0.75, share: 0.375, surest: 0.5, near: 0.6 }, { issue: '1', theme: 'b', expected: 0.25, share: 0.125, surest: 0.25, near: 0 },
    ]);
  });
  it('takes a person at their word: confirmed counts one, rejected and related nothing, another issue’s word nothing', () => {
    const said = [decision('a1', 'rejected'), decision('a2', 'related'), decision('b1', 'confirmed'), decision('b1', 'rejected', '2')];
    expect(issueThemes('1', found([row('a1', 0.9), row('a2', 0.9)]), said, themeOf)).toEqual([{ issue: '1', theme: 'b', expected: 1, share: 1, surest: 1, near: 0 }]);
  });
  it('never claims more than all of it', () => {
    fc.assert(fc.property(fc.array(fc.record({ signal: fc.constantFrom('a1', 'a2', 'b1', 'x'), confidence: fc.double({ min: 0, max: 1, noNaN: true }) })), (rows) => {
      const shares = issueThemes('1', found(rows), [], themeOf).map((one) => one.share);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }));
  });
});
