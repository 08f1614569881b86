import { reAsked, snapshotOf, type Ask } from '../../../src/decide/no-list';
import { issueProperties } from '../../../src/decide/issue-properties';
import { judge } from '../../../src/decide/judge';
import { chooseWay } from '../../../src/decide/choose-way';
import { dryRun } from '../../../src/decide/dry-run';
import type { AccountFacts } from '../../../src/domain/account';
import type { Decision, RevisitTrigger } from '../../../src/domain/decision';
import type { KnownPath, Transition, WorkflowStatus } from '../../../src/domain/sweep';
import { NOW, openIssue, POLICY, silentCase } from './cases';

const ask = (id: string, account: string, at = '2025-01-01T00:00:00.000Z'): Ask => ({ id, at, account });
const paid = (account: string, revenue: number, currency?: string, from = '2024-01-01T00:00:00.000Z'): readonly [string, readonly AccountFacts[]] => [account, [{ account, from, revenue, ...(currency === undefined ? {} : { currency }) }]];
const decided = (asks: readonly Ask[], trigger?: RevisitTrigger): Decision => ({
  id: 'c', product: 'shop', subject: { kind: 'theme', id: 't' }, call: 'no', by: 'pm', at: NOW, reason: 'no', snapshot: snapshotOf(asks, NOW), ...(trigger === undefined ? {} : { trigger }),
});

describe('No-list', () => {
  const before = [ask('1', 'acme'), ask('2', 'birch'), ask('3', 'acme')];
  it('freezes counts and ids', () => {
    expect(snapshotOf(before, NOW)).toEqual({ at: NOW, customers: 2, signals: 3, signalIds: ['1', '2', '3'] });
  });
  it('counts new customers since, not old ones who repeat themselves: 2 of 5', () => {
    const now = [...before, ask('4', 'acme'), ask('5', 'cedar'), ask('6', 'cedar'), ask('7', 'dogwood')];
    expect(reAsked(decided(before, { kind: 'customers', count: 5 }), now)).toEqual({ since: 2, of: 5, isReached: false, signals: ['5', '6', '7'] });
    expect(reAsked(decided(before, { kind: 'customers', count: 2 }), now).isReached).toBe(true);
    expect(reAsked(decided(before), now)).toMatchObject({ since: 2, of: undefined, isReached: false });
  });
  it('counts who only repeats one text once, not at all where it was known, and always whom a person confirmed', () => {
    const letter = 'Please bring all-day tasks back as we had them before, for our whole office plans its week with them and nobody can work without.';
    const says = (id: string, account: string, text: string, isConfirmed = false): Ask => ({ ...ask(id, account), text, isConfirmed });
    const copies = ['cedar', 'dogwood', 'elm'].map((account, n) => says(`c${n}`, account, letter));
    const call = decided(before, { kind: 'customers', count: 3 });
    expect(reAsked(call, [...before, ...copies])).toMatchObject({ since: 1, isReached: false });
    expect(reAsked(call, [...before, ...copies.map((one) => ({ ...one, isConfirmed: true }))])).toMatchObject({ since: 3, isReached: true });
    const known = [...before, says('0', 'fir', letter)];
    expect(reAsked(decided(known, { kind: 'customers', count: 1 }), [...known, ...copies])).toMatchObject({ since: 0, isReached: false });
    expect(snapshotOf(copies, NOW).customers).toBe(1);
  });
  it('counts what new accounts pay a year, each once, at the time of its signals; never its signals, likes or values', () => {
    const now = [...before, ask('5', 'cedar'), ask('6', 'cedar', '2025-03-01T00:00:00.000Z'), ask('7', 'dogwood'), ask('8', 'acme')];
    const facts = new Map([paid('acme', 900, 'EUR'), paid('dogwood', 40, 'EUR'), ['cedar', [...(paid('cedar', 70, 'EUR')[1]), ...(paid('cedar', 55, 'EUR', '2025-02-01T00:00:00.000Z')[1]), ...(paid('cedar', 5_000, 'EUR', '2025-04-01T00:00:00.000Z')[1])]] as const]);
    expect(reAsked(decided(before, { kind: 'value', amount: 90 }), now, facts)).toEqual({ since: 95, of: 90, isReached: true, worth: { sums: [{ amount: 95, currency: 'EUR', accounts: 2 }], unknown: 0 }, signals: ['5', '6', '7'] });
    expect(reAsked(decided(before, { kind: 'value', amount: 96 }), now, facts).isReached).toBe(false);
  });
  it('adds up no two currencies, and says of how many customers nobody knows the revenue', () => {
    const nobody: Ask = { id: '9', at: NOW, author: 'somebody' };
    const now = [...before, ask('5', 'cedar'), ask('6', 'dogwood'), ask('7', 'elm'), ask('8', 'fir', '2023-01-01T00:00:00.000Z'), nobody];
    const facts = new Map([paid('cedar', 60, 'EUR'), paid('dogwood', 70, 'USD'), paid('fir', 1_000, 'EUR')]);
    // Elm was never listed, fir only later than it spoke, and the last one has no account.
    expect(reAsked(decided(before, { kind: 'value', amount: 100 }), now, facts)).toMatchObject({ since: 70, isReached: false, worth: { sums: [{ amount: 70, currency: 'USD', accounts: 1 }, { amount: 60, currency: 'EUR', accounts: 1 }], unknown: 3 } });
    expect(reAsked(decided(before, { kind: 'value', amount: 1 }), before)).toMatchObject({ since: 0, isReached: false, worth: { sums: [], unknown: 0 } });
  });
});

describe('properties for JQL', () => {
  const signals = new Map([
    ['open', { at: '2025-05-01T00:00:00.000Z', customer: 'acme', visibility: 'open' as const }],
    ['counts', { at: '2025-06-01T00:00:00.000Z', customer: 'birch', visibility: 'counts' as const }],
    ['hidden', { at: '2025-06-02T00:00:00.000Z', customer: 'cedar', visibility: 'hidden' as const }],
  ]);
  const row = (signal: string) => ({ issue: '1', signal, rank: 1, score: 1, confidence: 0.9, shown: true, reasons: [] });
  const of = (ids: readonly string[], kind: 'supported' | 'unsupported' | 'abstain') => {
    const support = kind === 'supported' ? { suggested: ids.length } : {};
    const verdict = judge(silentCase(kind === 'abstain' ? { searchability: undefined } : {}, support), POLICY, NOW);
    return issueProperties({ verdict, evidence: ids.map(row), decisions: [], signal: (id) => signals.get(id) });
  };
  it('count what everyone in the project may see, and nothing else', () => {
    expect(of(['open', 'counts', 'hidden'], 'supported')).toEqual({ verdict: 'supported', accounts: 1, lastSignal: '2025-05-01' });
  });
  it('never betray support that rests on restricted signals: it reads as not judged', () => {
    expect(of(['hidden', 'counts'], 'supported')).toEqual({ verdict: 'cannot-judge', accounts: 0 });
    expect(of([], 'abstain')).toEqual({ verdict: 'cannot-judge', accounts: 0 });
    expect(of([], 'unsupported')).toEqual({ verdict: 'unsupported', accounts: 0 });
  });
  it('carry an outcome where there is one', () => {
    const verdict = judge(silentCase(), POLICY, NOW);
    expect(issueProperties({ verdict, evidence: [], decisions: [], signal: () => undefined, outcome: 'fewer' })).toMatchObject({ outcome: 'fewer' });
  });
});

describe('the way through a workflow', () => {
  const todo: WorkflowStatus = { id: '1', name: 'To Do', category: 'todo' };
  const review: WorkflowStatus = { id: '2', name: 'In review', category: 'todo' };
  const done: WorkflowStatus = { id: '3', name: 'Closed', category: 'done' };
  const close = (more: Partial<Transition> = {}): Transition => ({ id: '31', to: done, requires: [], resolutions: ['Done', 'No customer evidence'], ...more });
  const back: KnownPath = { from: done, to: todo, clearsResolution: true };
  const editable = new Set(['assignee', 'labels', 'fixVersions', 'rank']);
  const before = { status: todo, labels: [], fixVersions: [], votes: 0, watchers: 0 };
  const way = (transitions: readonly Transition[], paths: readonly KnownPath[] = [back], policy = POLICY as Parameters<typeof chooseWay>[1]) => chooseWay({ transitions, paths, editable, before }, policy);

  it('takes our own resolution and says that nothing is lost', () => {
    expect(way([close()])).toMatchObject({ resolution: 'No customer evidence', honesty: 'own-resolution', back: todo, losses: [] });
  });
  it('never takes a resolution that claims the work was done, and takes another only when a person accepted it', () => {
    const other = close({ resolutions: ['Done', "Won't Do"] });
    expect(way([other])).toBe('fallback-not-accepted');
    const fallback = { kind: 'resolution', name: "won't do", acceptedBy: 'owner', acceptedAt: NOW } as const;
    expect(way([other], [back], { ...POLICY, fallback })).toMatchObject({ resolution: "Won't Do", honesty: 'accepted-fallback' });
    expect(way([other], [back], { ...POLICY, fallback: { ...fallback, name: 'Done' } })).toBe('fallback-not-accepted');
  });
  it('closes by status alone only where that was accepted', () => {
    const bare: Transition = { id: '31', to: done, requires: [] };
    expect(way([bare])).toBe('fallback-not-accepted');
    expect(way([bare], [back], { ...POLICY, fallback: { kind: 'status', name: 'closed', acceptedBy: 'owner', acceptedAt: NOW } })).not.toHaveProperty('resolution');
  });
  it('needs a way that asks for nothing and a way back', () => {
    expect(way([])).toBe('no-closing-transition');
    expect(way([close({ requires: ['Root cause'] })])).toBe('needs-fields');
    expect(way([close()], [])).toBe('no-way-back');
    expect(way([close()], [{ from: todo, to: done }])).toBe('no-way-back');
  });
  it('says where it would land when the exact way back is missing, and what may stay set', () => {
    expect(way([close()], [{ from: done, to: review }])).toMatchObject({ back: review, losses: [{ field: 'status', instead: 'In review' }, { field: 'resolution' }] });
  });
});

describe('dry run', () => {
  it('replays the weeks and counts what was wrong afterwards', () => {
    const silent = openIssue({ id: '1' });
    const heardLater = openIssue({ id: '2' });
    const doneLater = openIssue({ id: '3', statusCategory: 'done', resolution: 'Done', resolvedAt: '2025-05-20T00:00:00.000Z', updatedAt: '2025-05-20T00:00:00.000Z', assignee: 'dev' });
    const young = openIssue({ id: '4', createdAt: '2025-03-01T00:00:00.000Z' });
    const score = dryRun(
      { issues: [silent, heardLater, doneLater, young], caseAt: (issue, at) => silentCase({ issue, listening: { kind: 'proven', since: at, until: at, read: 1, total: 1 } }), heardBetween: (issue) => issue === '2' },
      POLICY,
      NOW,
      90,
    );
    expect(score).toEqual({ days: 90, wouldHaveClosed: 3, wrong: 2, wrongIssues: ['2', '3'], weeksBlind: 0 });
  });
  it('closes nothing in weeks when a source was missing', () => {
    const score = dryRun({ issues: [openIssue()], caseAt: (issue) => silentCase({ issue, listening: { kind: 'unproven', doubt: 'source-gap' } }), heardBetween: () => false }, POLICY, NOW, 28);
    expect(score).toMatchObject({ wouldHaveClosed: 0, weeksBlind: 3 });
  });
});
