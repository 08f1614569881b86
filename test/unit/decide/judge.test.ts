import { judge } from '../../../src/decide/judge';
import { proveListening } from '../../../src/decide/prove-listening';
import { weighSupport } from '../../../src/decide/weigh-support';
import type { ListeningDoubt } from '../../../src/domain/verdict';
import { listeningCase, NOW, openIssue, POLICY, silentCase } from './cases';

const verdictOf = (...args: Parameters<typeof silentCase>) => judge(silentCase(...args), POLICY, NOW).judgement;
const DOUBTS: readonly ListeningDoubt[] = ['nothing-connected', 'reading', 'source-gap', 'source-stale', 'window-not-covered', 'volume-unusual', 'rows-parked', 'never-derived', 'evidence-stale', 'evidence-removed'];

describe('judge', () => {
  it('calls an old, silent, searchable item unsupported when every source was heard, and keeps what it rests on', () => {
    const verdict = judge(silentCase(), { ...POLICY, version: 7 }, NOW);
    expect(verdict).toMatchObject({ issue: '1', judgement: { kind: 'unsupported' }, policyVersion: 7, engineVersion: 'e1', inputs: { searchable: true, listening: { kind: 'proven', read: 13_828 } } });
  });

  it.each(DOUBTS)('abstains while we were not listening: %s', (doubt) => {
    expect(verdictOf({ listening: { kind: 'unproven', doubt } })).toEqual({ kind: 'abstain', reason: doubt });
  });

  it('abstains when we could not have recognised a customer, or nobody worked out whether we could', () => {
    expect(verdictOf({ searchability: { issue: '1', searchable: false, recall: 0.2, reasons: [] } })).toEqual({ kind: 'abstain', reason: 'not-searchable' });
    expect(verdictOf({ searchability: undefined })).toEqual({ kind: 'abstain', reason: 'not-searchable' });
  });

  it('is supported by what a person confirmed, and by what the panel shows', () => {
    expect(verdictOf({}, { confirmed: 2, suggested: 1 })).toEqual({ kind: 'supported', by: 'confirmed', customers: 2 });
    expect(verdictOf({}, { suggested: 3 })).toEqual({ kind: 'supported', by: 'suggested', customers: 3 });
    expect(verdictOf({ listening: { kind: 'unproven', doubt: 'source-gap' } }, { confirmed: 1 })).toMatchObject({ kind: 'supported' });
  });

  it('abstains on the shadow of a customer: older, possible, or through a theme', () => {
    expect(verdictOf({}, { confirmedBefore: 1 })).toEqual({ kind: 'abstain', reason: 'older-support' });
    expect(verdictOf({}, { suggestedBefore: 1 })).toEqual({ kind: 'abstain', reason: 'older-support' });
    expect(verdictOf({}, { possibleConfidence: 0.11 })).toEqual({ kind: 'abstain', reason: 'possible-support' });
    expect(verdictOf({}, { possibleConfidence: 0.1 })).toEqual({ kind: 'unsupported' });
    expect(verdictOf({}, { possibleConfidence: Number.NaN })).toEqual({ kind: 'abstain', reason: 'possible-support' });
    expect(verdictOf({}, { themeStrength: 0.31 })).toEqual({ kind: 'abstain', reason: 'theme-support' });
  });

  it('abstains on the young, the touched, and the one of which nobody knows', () => {
    expect(verdictOf({ issue: openIssue({ createdAt: '2024-06-04T00:00:00.000Z' }) })).toEqual({ kind: 'abstain', reason: 'too-young' });
    expect(verdictOf({ issue: openIssue({ updatedAt: '2025-01-01T00:00:00.000Z' }) })).toEqual({ kind: 'abstain', reason: 'recently-active' });
    const { updatedAt, ...unknown } = openIssue();
    expect(updatedAt).toBeDefined();
    expect(verdictOf({ issue: unknown })).toEqual({ kind: 'abstain', reason: 'activity-unknown' });
    expect(verdictOf({ issue: openIssue({ createdAt: 'never' }) })).toEqual({ kind: 'abstain', reason: 'too-young' });
  });

  it('does not judge what is restricted or done', () => {
    expect(verdictOf({ issue: openIssue({ visibility: 'hidden' }) }, { confirmed: 3 })).toEqual({ kind: 'abstain', reason: 'hidden-issue' });
    expect(verdictOf({ issue: openIssue({ statusCategory: 'done' }) })).toEqual({ kind: 'abstain', reason: 'not-open' });
  });
});

describe('proof of listening', () => {
  const of = (...args: Parameters<typeof listeningCase>) => proveListening(listeningCase(...args), POLICY, NOW);

  it('holds when every source was read to its end, lately, for the whole window', () => {
    expect(of()).toEqual({ kind: 'proven', since: '2024-06-03T10:00:00.000Z', until: NOW, read: 13_828, total: 13_828 });
  });

  it.each<[ListeningDoubt, Parameters<typeof listeningCase>]>([
    ['nothing-connected', [{}, { coverage: { state: 'nothing-connected', total: 0, read: 0, sources: [] } }]],
    ['reading', [{}, { coverage: { state: 'reading', total: 10, read: 5, sources: [] } }]],
    ['reading', [{ read: 13_000 }]],
    ['source-gap', [{ gaps: [{ from: '2025-05-01T00:00:00.000Z', reason: 'refused' }] }]],
    ['source-gap', [{ gaps: [{ from: '2024-05-01T00:00:00.000Z', to: '2024-07-01T00:00:00.000Z', reason: 'refused' }] }]],
    ['source-stale', [{ lastReadAt: '2025-05-26T00:00:00.000Z' }]],
    ['source-stale', [{ lastReadAt: 'never' }]],
    ['window-not-covered', [{ oldestAt: '2024-09-01T00:00:00.000Z' }]],
    ['rows-parked', [{ skipped: { 'not a date': 20 } }]],
    ['volume-unusual', [{}, { volumes: [{ source: 'forum', last7: 63, before28: 400, last28: 400, before112: 1_600 }] }]],
    ['volume-unusual', [{}, { volumes: [{ source: 'forum', last7: 137, before28: 400, last28: 400, before112: 1_600 }] }]],
    ['volume-unusual', [{}, { volumes: [{ source: 'forum', last7: 0, before28: 30, last28: 9, before112: 120 }] }]],
    ['volume-unusual', [{}, { volumes: [{ source: 'forum', last7: 699, before28: 4_000, last28: 4_000, before112: 16_000 }] }]],
    ['volume-unusual', [{}, { volumes: [{ source: 'forum', last7: 0, before28: 41, last28: 41, before112: 160 }] }]],
    ['volume-unusual', [{}, { volumes: [] }]],
    ['never-derived', [{}, { derived: undefined }]],
    ['evidence-stale', [{}, { derived: { computedAt: NOW, signals: 13_000 } }]],
    ['evidence-stale', [{}, { derived: { computedAt: '2025-05-01T00:00:00.000Z', signals: 13_828 } }]],
    ['evidence-stale', [{}, { derived: { computedAt: '2025-07-01T00:00:00.000Z', signals: 13_828 } }]],
  ])('fails as %s', (doubt, args) => {
    expect(of(...args)).toMatchObject({ kind: 'unproven', doubt });
  });

  it('lets pass what was left out on purpose, a closed gap before the window, and a late start of less than a twentieth of it', () => {
    expect(of({ skipped: { spam: 500, duplicate: 90 } }).kind).toBe('proven');
    expect(of({ gaps: [{ from: '2023-05-01T00:00:00.000Z', to: '2023-06-01T00:00:00.000Z', reason: 'refused' }] }).kind).toBe('proven');
    expect(of({ oldestAt: '2024-06-10T00:00:00.000Z' })).toMatchObject({ kind: 'proven', since: '2024-06-10T00:00:00.000Z' });
  });

  it('compares four weeks instead of one for a quiet source', () => {
    expect(of({}, { volumes: [{ source: 'forum', last7: 0, before28: 30, last28: 28, before112: 120 }] }).kind).toBe('proven');
  });
});

describe('support', () => {
  const said = new Map([['a', { at: '2025-05-01T00:00:00.000Z', customer: 'acme' }], ['b', { at: '2025-05-02T00:00:00.000Z', customer: 'acme' }], ['c', { at: '2023-01-01T00:00:00.000Z', customer: 'birch' }]]);
  const row = (signal: string, shown: boolean, confidence: number) => ({ issue: '1', signal, rank: 1, score: 1, confidence, shown, reasons: [] });
  const decision = (signal: string, verdict: 'confirmed' | 'rejected' | 'related') => ({ signal, issue: '1', verdict, at: NOW, by: 'pm' });
  const weigh = (evidence: ReturnType<typeof row>[], decisions: ReturnType<typeof decision>[] = []) => weighSupport({ evidence, decisions, signal: (id) => said.get(id), themeStrength: 0 }, '2024-06-03T00:00:00.000Z');

  it('counts each customer once, inside the window and before it', () => {
    expect(weigh([row('a', true, 0.9), row('b', true, 0.8), row('c', true, 0.7)])).toMatchObject({ suggested: 1, suggestedBefore: 1 });
    expect(weigh([], [decision('a', 'confirmed'), decision('c', 'confirmed')])).toMatchObject({ confirmed: 1, confirmedBefore: 1 });
  });

  it('counts nothing that a person rejected, called related only, or that is gone at its source', () => {
    expect(weigh([row('a', true, 0.9), row('b', false, 0.6)], [decision('a', 'rejected'), decision('b', 'related')])).toMatchObject({ suggested: 0, confirmed: 0, possibleConfidence: 0 });
    expect(weigh([row('gone', true, 0.9), row('gone-too', false, 0.6)])).toMatchObject({ suggested: 0, possibleConfidence: 0 });
  });
});
