import { judge } from '../../../src/decide/judge';
import { caseOf, type Heard } from '../../../src/decide/load-cases';
import type { LinkDecision } from '../../../src/domain/evidence';
import type { IssueDigest } from '../../../src/ports/stores';
import { DAY_IN_MS, epochMs, isoTime } from '../../../src/domain/time';
import { NOW, openIssue, POLICY, silentCase } from './cases';

const decided = (more: Partial<LinkDecision> = {}): LinkDecision => ({ signal: 'zendesk:7', issue: '1', verdict: 'confirmed', at: '2025-01-10T00:00:00.000Z', by: 'ann', ...more });

function verdictOf(decisions: readonly LinkDecision[], isHere = false, removedAt?: string): unknown {
  const quiet = silentCase();
  const heard: Heard = {
    listening: quiet.listening, engineVersion: 'e1',
    digests: new Map([['1', { issue: '1', evidence: [], themes: [], searchability: quiet.searchability } as unknown as IssueDigest]]),
    decisions: new Map([['1', decisions]]),
    removed: new Map(removedAt === undefined ? [] : [['1', removedAt]]),
    signals: new Map(isHere ? [['zendesk:7', { at: '2025-01-09T00:00:00.000Z', customer: 'author:7', visibility: 'open' }]] : []),
  };
  const { judgement } = judge(caseOf(openIssue(), heard, POLICY, NOW), POLICY, NOW);
  return judgement.kind === 'abstain' ? judgement.reason : judgement.kind;
}

it('an issue whose confirmed customer is gone with their source is not unsupported because of that', () => {
  expect(verdictOf([])).toBe('unsupported');
  expect(verdictOf([decided()], true)).toBe('supported');
  expect(verdictOf([decided()])).toBe('evidence-removed');
  expect(verdictOf([decided({ verdict: 'rejected' })])).toBe('unsupported');
  // Confirmed before the time that evidence counts for: it would not have counted either.
  expect(verdictOf([decided({ at: '2023-01-10T00:00:00.000Z' })])).toBe('unsupported');
});

it('nor is one whose only customers were suggested, for as long as the policy counts what customers say', () => {
  const daysAgo = (days: number): string => isoTime(epochMs(NOW) - days * DAY_IN_MS);
  expect(verdictOf([], false, NOW)).toBe('evidence-removed');
  expect(verdictOf([], false, daysAgo(POLICY.evidenceWindowDays))).toBe('evidence-removed');
  expect(verdictOf([], false, daysAgo(POLICY.evidenceWindowDays + 1))).toBe('unsupported');
  expect(verdictOf([decided()], true, NOW)).toBe('supported');
});
