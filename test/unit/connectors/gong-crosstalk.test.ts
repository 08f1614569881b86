import { toRecords } from '../../../src/connectors/gong/map';
import { Call, Transcript } from '../../../src/connectors/gong/schema';

const call = Call.parse({ metaData: { id: '7', started: '2025-03-03T10:00:00+01:00' }, parties: [{ speakerId: 'ann', affiliation: 'External' }, { speakerId: 'sam', affiliation: 'Internal' }] });
const turn = (speakerId: string, start: number, end: number, text: string) => ({ speakerId, sentences: [{ start, end, text }] });
const keptOf = (...turns: readonly object[]): readonly unknown[] => toRecords(call, Transcript.parse({ callId: '7', transcript: turns }), 'now', (text) => text).map((one) => ('reason' in one ? one.reason : one.text));

describe('a turn of a call in which several spoke at once', () => {
  it('is nobody\'s words', () => {
    expect(keptOf(turn('ann', 0, 9_000, 'The export loses rows every single week for us.'), turn('sam', 1_000, 8_500, 'Yes, we know that it loses them all the time.')).toSorted()).toEqual(['agent-words', 'crosstalk']);
    expect(keptOf(turn('ann', 0, 9_000, '[crosstalk] loses rows every single week'))).toEqual(['crosstalk']);
  });

  it('is not one whose end the next speaker only touches', () => {
    expect(keptOf(turn('ann', 0, 9_000, 'The export loses rows every single week for us.'), turn('sam', 8_600, 12_000, 'Since when?'))).toEqual(['The export loses rows every single week for us.', 'agent-words']);
  });
});
