import { extractiveBrief } from '../../../src/agent/brief/extractive-brief';
import { showBrief } from '../../../src/agent/brief/show-brief';
import { formatSentence } from '../../../src/contract/format-sentence';
import type { BriefLine, KeptBrief, KeptLine } from '../../../src/domain/evidence-brief';
import type { Signal } from '../../../src/domain/signal';
import { sha256 } from '../../../src/platform/sha256';
import { aBriefCase, aSource, aVoice, NOW } from '../../build/brief-case';

const ann = aVoice('ann', 'The export loses the last row every single time.');
const bob = aVoice('bob', 'Our export file is always one row short since the update.');
const cat = aVoice('cat', 'A row of the printed export list is gone.');
const brief = aBriefCase([ann], [bob]);

const line = (text: string, ...on: readonly Signal[]): KeptLine => ({ text, cites: on.map((one) => ({ signal: one.id, citation: { field: 'text', start: 0, end: one.text!.length }, hash: sha256(one.text!) })) });
const kept: KeptBrief = {
  issue: '1', product: 'shop', askedAt: NOW, madeFrom: 'x',
  outcome: { kind: 'written', model: 'm', verdict: line('The export has to keep the last row.', ann, bob), changed: [line('The file is short since the update.', bob)], missing: [line('Users of the printed export list.', cat)], wouldChange: [], strongestFor: [], strongestAgainst: [] },
};
const plain = extractiveBrief(brief, 'unproven');
const show = (signals: readonly Signal[], given = plain) => showBrief(given, kept, new Map(signals.map((one) => [one.id, one])), sha256);
const say = (lines: readonly BriefLine[]): string[] => lines.map((one) => (one.kind === 'rule' ? formatSentence(one.sentence) : one.text));

describe('a brief, when it is shown', () => {
  it('holds a model’s lines while the words that they rest on stand', () => {
    const whole = show([ann, bob, cat]);
    expect(whole.wordedBy).toEqual({ kind: 'model', model: 'm' });
    expect(whole.verdict).toEqual({ kind: 'written', text: 'The export has to keep the last row.', cites: [ann.id, bob.id] });
    expect(say(whole.missing)).toContain('Users of the printed export list.');
    expect(whole.strongestFor.map((one) => one.text)).toEqual([ann.text, bob.text]);
  });

  it('loses a verdict whose customers now say something else, though they are still there', () => {
    const edited = show([{ ...ann, text: 'Never mind all that, it was only me who held it wrong.' }, { ...bob, text: 'All is good now with our export file since the last update.' }, cat]);
    expect(edited.wordedBy).toEqual({ kind: 'rules', because: 'unproven' });
    expect(edited.verdict.kind).toBe('rule');
  });

  it('loses a line when a word of its quote is turned, gone, or no longer for the reader', () => {
    for (const gone of [[{ ...cat, text: 'A row of the printed export list is back.' }], [{ ...cat, visibility: 'counts' as const }], []]) {
      const after = show([ann, bob, ...gone]);
      expect(after.verdict.kind).toBe('written');
      expect(say(after.missing)).not.toContain('Users of the printed export list.');
    }
  });

  it('says today’s numbers, gaps and dates beside what a model wrote before', () => {
    const gap = { from: '2025-08-01T00:00:00.000Z', reason: 'outage' };
    const later = aBriefCase([ann], [bob], { now: '2025-09-01T00:00:00.000Z', sources: [aSource('desk', { gaps: [gap] })] });
    const shown = show([ann, bob, cat], extractiveBrief(later, 'unproven'));
    expect(shown.wordedBy.kind).toBe('model');
    expect(say(shown.changed)).toEqual(['Nobody new in the last 4 weeks; last heard on 20 Jun 2025', 'The file is short since the update.']);
    expect(say(shown.missing)).toContain('DESK: not heard since 1 Aug 2025');
  });

  it('cuts quotes from the store as it is now', () => {
    expect(show([{ ...ann, text: 'Never mind.' }, bob, cat]).strongestFor.map((one) => one.signal)).toEqual([bob.id]);
  });

  it('shows the rule’s quotes where none of those that a model chose stands any more, rather than an empty side', () => {
    if (kept.outcome.kind !== 'written') throw new Error('not written');
    const chosen: KeptBrief = { ...kept, outcome: { ...kept.outcome, strongestFor: [{ signal: cat.id, citation: { field: 'text', start: 0, end: cat.text!.length }, by: 'agent' }] } };
    const shown = (signals: readonly Signal[]) => showBrief(plain, chosen, new Map(signals.map((one) => [one.id, one])), sha256).strongestFor.map((one) => one.signal);
    expect(shown([ann, bob, cat])).toEqual([cat.id]);
    expect(shown([ann, bob])).toEqual([ann.id, bob.id]);
  });
});
