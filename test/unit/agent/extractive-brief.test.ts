import { extractiveBrief } from '../../../src/agent/brief/extractive-brief';
import type { BriefLine } from '../../../src/domain/evidence-brief';
import { formatSentence } from '../../../src/contract/format-sentence';
import { aBriefCase, aReading, aSource, aVoice } from '../../build/brief-case';

const say = (lines: readonly BriefLine[]): string[] => lines.map((line) => (line.kind === 'rule' ? formatSentence(line.sentence) : line.text));
const ann = aVoice('ann', 'The export loses the last row every single time.');
const bob = aVoice('bob', 'Our export file is always one row short.', { source: 'forum', at: '2025-03-01T00:00:00.000Z' });
const cat = aVoice('cat', 'The export works fine for me, please do not change it.');

describe('the brief without a model', () => {
  it('puts a person’s yes first, one quote a customer, another source before a second from the same', () => {
    const again = aVoice('ann2', 'And again the export lost the last row of ours.', { account: 'ann' });
    const near = aVoice('dan', 'Exports lose rows here as well, every week or so.');
    const brief = extractiveBrief(aBriefCase([ann, again], [near, bob]), 'off');
    expect(brief.strongestFor.map((one) => [one.signal, one.by])).toEqual([['desk:ann', 'person'], ['desk:bob', 'engine'], ['desk:dan', 'engine']]);
  });

  it('shows one sentence once, with how many more customers say it', () => {
    const same = ['dan', 'eve', 'fay'].map((name) => aVoice(name, 'the export loses the LAST row, every single time', { account: name }));
    const brief = extractiveBrief(aBriefCase([ann], [...same, bob]), 'off');
    expect(brief.strongestFor.map((one) => [one.signal, one.alike])).toEqual([['desk:ann', 3], ['desk:bob', undefined]]);
  });

  it('says what changed in numbers from the store', () => {
    const releases = [{ id: 'r1', product: 'shop', project: 'A', name: '4.2', releasedAt: '2025-06-01T00:00:00.000Z', issues: [] }];
    const brief = extractiveBrief(aBriefCase([ann], [bob], { releases: releases as never, decidedAt: ['2025-06-30T00:00:00.000Z'] }), 'off');
    expect(say(brief.changed)).toEqual(['1 new account in the last 4 weeks', 'First heard in DESK in the last 4 weeks', '1 account since 4.2 on 1 Jun 2025']);
    const quiet = extractiveBrief(aBriefCase([bob], []), 'off');
    expect(say(quiet.changed)).toEqual(['Nobody new in the last 4 weeks; last heard on 1 Mar 2025']);
  });

  it('names who is missing', () => {
    const sources = [aSource('desk'), aSource('forum', { gaps: [{ from: '2025-05-01T00:00:00.000Z', reason: 'outage' }] }), aSource('survey', { kept: 40 })];
    const voices = [ann, aVoice('a2', 'The export lost a row, the second time now.', { account: 'ann' }), aVoice('a3', 'The export lost a row, the third time now.', { account: 'ann' }), aVoice('a4', 'And once more the export lost a row.', {})];
    const brief = extractiveBrief(aBriefCase(voices, [], { sources, withheld: 2 }), 'off');
    expect(say(brief.missing)).toEqual(['FORUM: not heard since 1 May 2025', '2 signals count here whose words you may not read', '3 of the 4 signals are from one account']);
    const mute = extractiveBrief(aBriefCase([ann], [], { sources: [aSource('desk'), aSource('survey', { kept: 40 })] }), 'off');
    expect(say(mute.missing)).toEqual(['SURVEY: read, 40 signals, not a word on this']);
  });

  it('finds words against by their wording, says that nobody read for them, and is not fooled by a turn', () => {
    const turned = aVoice('eve', 'It works fine for me, but only until I export something.');
    const brief = extractiveBrief(aBriefCase([ann], [cat, turned]), 'off');
    expect(brief.strongestAgainst.map((one) => [one.signal, one.by])).toEqual([['desk:cat', 'wording']]);
    expect(brief.againstSearch).toBe('wording');
  });

  it('lets the agent’s reading speak where it read: against, and no support that is none', () => {
    const citation = { field: 'text' as const, start: 0, end: ann.text!.length };
    const readings = new Map([aReading(bob, { issue: '1', kind: 'read', stance: 'contradicts', citation: { field: 'text', start: 0, end: bob.text!.length } }), aReading(ann, { issue: '1', kind: 'read', stance: 'unrelated' })]);
    const brief = extractiveBrief(aBriefCase([], [ann, bob], { readings, agentReads: true }), 'not-yet');
    expect(brief.strongestFor).toEqual([]);
    expect(brief.strongestAgainst.map((one) => [one.signal, one.by])).toEqual([['desk:bob', 'agent']]);
    const confirmed = extractiveBrief(aBriefCase([ann], [], { readings, agentReads: true }), 'not-yet');
    expect(confirmed.strongestFor).toEqual([{ signal: 'desk:ann', citation, by: 'person' }]);
  });

  it.each([
    ['silent', 'Nobody in 100 signals mentions this', 'One customer who says it'],
    ['not-searchable', 'Cannot tell: its words are not words that customers use', 'A title in customers’ words: then silence could be heard'],
    ['reading', 'Too early: not everything has been read', 'Reading to the end'],
    ['not-connected', 'No source is connected', 'Connecting a source'],
  ] as const)('keeps %s apart from every other silence', (state, verdict, change) => {
    const brief = extractiveBrief(aBriefCase([], [], { state }), 'off');
    expect(say([brief.verdict])).toEqual([verdict]);
    expect(say(brief.wouldChange)).toEqual([change]);
    expect([...brief.strongestFor, ...brief.strongestAgainst, ...brief.changed]).toEqual([]);
  });

  it('holds no verdict over twenty words and no sentence without a text', () => {
    for (const state of ['evidence', 'silent', 'gap', 'not-searchable', 'reading', 'counts-only', 'restricted', 'not-connected'] as const) {
      const brief = extractiveBrief(aBriefCase([ann], [bob], { state, sources: [aSource('forum', { gaps: [{ from: '2025-05-01T00:00:00.000Z', reason: 'outage' }] })] }), 'off');
      const lines = say([brief.verdict, ...brief.changed, ...brief.missing, ...brief.wouldChange]);
      expect(lines.filter((line) => /^(brief|verdict)\.|[{}]/.test(line))).toEqual([]);
      expect(lines[0]!.split(' ').length).toBeLessThanOrEqual(20);
    }
  });
});
