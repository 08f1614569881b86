import { callSignals, type Call } from '../../../../src/ingest/transcript/call-signals';
import type { Side, Turn } from '../../../../src/domain/transcript';

const call: Call = { id: 'c7', source: 'calls', at: '2026-03-02T10:00:00.000Z', account: 'acme', visibility: 'open', attribution: 1 };
const turns: readonly Turn[] = [
  { speaker: 'Ana', startMs: 1_000, text: 'The export drops every second row.' },
  { speaker: 'Bo', startMs: 5_000, text: 'We will look at the export today.' },
  { text: 'words of somebody nobody named here' },
  { speaker: 'Ana', startMs: 9_000, text: 'We cannot go live like this.', isCrosstalk: true },
  { speaker: 'Ana', startMs: 12_000, text: 'Yes.' },
];
const sides = (ana: Side, bo: Side): ReadonlyMap<string, Side> => new Map([['Ana', ana], ['Bo', bo]]);

describe('signals of a call', () => {
  it('are the customers\' turns only, and every other turn is counted with its reason', () => {
    const { signals, skipped } = callSignals(call, turns, sides('customer', 'ours'));
    expect(signals.map((one) => [one.externalId, one.at, one.text, one.author, one.account])).toEqual([
      ['c7#1-0', '2026-03-02T10:00:01.000Z', 'The export drops every second row.', 'c7/speaker-1', 'acme'],
    ]);
    expect(skipped).toEqual({ 'said by us': 1, 'speaker unknown': 1, 'several spoke at once': 1, 'no words': 1 });
  });

  it('take nobody for a customer whom nobody named one', () => {
    expect(callSignals(call, turns, new Map()).signals).toEqual([]);
  });

  it('of swapped speakers carry other ids when the attribution is mended, so that the wrong ones can be removed for good', () => {
    const wrong = callSignals(call, turns, sides('ours', 'customer')).signals;
    const right = callSignals({ ...call, attribution: 2 }, turns, sides('customer', 'ours')).signals;
    expect(wrong.map((one) => one.text)).toEqual(['We will look at the export today.']);
    expect(right.map((one) => one.text)).toEqual(['The export drops every second row.']);
    expect(right.some((one) => wrong.some((other) => other.id === one.id))).toBe(false);
  });

  it('never hold a speaker\'s name', () => {
    expect(JSON.stringify(callSignals(call, turns, sides('customer', 'customer')).signals)).not.toMatch(/Ana|Bo/);
  });

  it('of a long turn are several, so that its end is looked at too', () => {
    const long = `${'We keep the books of a small shop and say how we do it. '.repeat(40)}And the export drops rows.`;
    const { signals } = callSignals(call, [{ speaker: 'Ana', startMs: 1_000, text: long }], sides('customer', 'ours'));
    expect(signals.map((one) => [one.externalId, one.author])).toEqual([['c7#1-0', 'c7/speaker-1'], ['c7#1-0.2', 'c7/speaker-1']]);
    expect(signals[1]?.text).toContain('And the export drops rows.');
  });
});
