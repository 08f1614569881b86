import { coverageOf, type SourceCoverage } from '../../../src/domain/coverage';
import { readAgainBy } from '../../../src/domain/read-again';
import { coverageLine } from '../../../src/surfaces/coverage-line';
import { panelView } from '../../../src/surfaces/panel/panel-view';
import { gapWords, SOURCE_MESSAGES } from '../../../src/contract/source-messages';
import { panelCase } from '../../build/panel-case';

const READ = '2025-07-01T08:00:00.000Z';
const source = (over: Partial<SourceCoverage> = {}): SourceCoverage => ({
  source: 'desk', name: 'Desk', kind: 'zendesk', total: 4, totalBy: 'source', read: 4, kept: 4, skipped: {}, oldestAt: '2025-01-01T00:00:00.000Z', newestAt: READ, lastReadAt: READ, readAgainBy: readAgainBy(READ), gaps: [], ...over,
});
const hours = (count: number): string => new Date(Date.parse(READ) + count * 3_600_000).toISOString();

describe('reading that has stopped', () => {
  it('is a gap since it was last read, without any run to say so', () => {
    expect(coverageOf([source()], 0, hours(5)).state).toBe('complete');
    expect(coverageOf([source()], 0, hours(240))).toMatchObject({ state: 'gap', sources: [{ gaps: [{ from: READ, reason: 'not-read' }] }] });
    expect(coverageLine([source()], 0, undefined, hours(240)).gaps).toEqual([{ source: 'Desk', from: READ, reason: 'not-read' }]);
  });

  it('is told once where the runs since then say themselves why it is not heard, and beside a gap that began before', () => {
    const told = source({ gaps: [{ from: READ, reason: 'source/unreadable' }] });
    expect(coverageOf([told], 0, hours(240))).toMatchObject({ state: 'gap', sources: [{ gaps: [{ reason: 'source/unreadable' }] }] });
    expect(coverageLine([told], 0, undefined, hours(240)).gaps).toHaveLength(1);
    const earlier = source({ gaps: [{ from: hours(-48), reason: 'too-quiet' }] });
    expect(coverageLine([earlier], 0, undefined, hours(240)).gaps.map(({ reason }) => reason)).toEqual(['too-quiet', 'not-read']);
  });

  it('is none for a file, which nobody reads again', () => {
    const { readAgainBy: _never, ...file } = source({ kind: 'file' });
    expect(coverageOf([file], 0, hours(24_000)).state).toBe('complete');
  });
});

describe('reading that is under way', () => {
  it('in one source is not made up for by another that has more than it told', () => {
    expect(coverageOf([source({ total: 10, read: 9 }), source({ source: 'chat', total: 4, read: 6 })], 0, hours(1)).state).toBe('reading');
  });
});

describe('records that are with no product, or could not be read', () => {
  it('are no silence: the panel cannot tell, names how many, and a source heard whole beside it does not make up for them', () => {
    const line = coverageLine([source({ kept: 0, read: 40, total: 40, skipped: { unrouted: 40 } }), source({ source: 'chat' })], 0, undefined, hours(1));
    expect(line).toMatchObject({ state: 'gap', gaps: [{ source: 'Desk', from: '2025-01-01T00:00:00.000Z', reason: 'rows-parked', parked: 40 }] });
    expect(panelView(panelCase({ coverage: line })).kind).toBe('gap');
  });

  it.each([
    [{ unrouted: 1 }, 99, 'complete'], [{ unrouted: 1 }, 19, 'complete'], [{ unrouted: 1 }, 18, 'gap'], [{ unrouted: 2 }, 198, 'complete'], [{ unrouted: 2 }, 197, 'gap'], [{ 'not-read: too-long': 3, 'unreadable: row of a.csv': 3 }, 500, 'gap'], [{ 'no-transcript-yet': 5 }, 495, 'complete'],
    [{ 'agent-words': 400, internal: 20, 'routed-elsewhere': 300 }, 2, 'complete'], [{ unrouted: 6, 'routed-elsewhere': 9_000 }, 90, 'gap'], [{ 'of-tomorrow': 2 }, 10, 'gap'],
  ] as const)('of what may be this product\'s more than one in a hundred is a gap: %j beside %d kept', (skipped, kept, state) => {
    const read = kept + Object.values(skipped).reduce((sum, one) => sum + one, 0);
    expect(coverageOf([source({ skipped, kept, read, total: read })], 0, hours(1)).state).toBe(state);
  });

  it('make a gap of a file too, whoever wrote its coverage', () => {
    const { readAgainBy: _never, ...file } = source({ kind: 'file', skipped: { 'not a date': 49 }, kept: 1, read: 50, total: 50 });
    expect(coverageOf([file], 0, hours(1))).toMatchObject({ state: 'gap', sources: [{ gaps: [{ reason: 'rows-parked' }] }] });
  });
});

describe('sources that only bring what people of ours hand over', () => {
  const { readAgainBy: _never, ...slack } = source({ source: 'slack', name: 'Slack', kind: 'slack', total: 0, read: 0, kept: 0 });

  it('are no listening: the panel says that it cannot tell, not that nobody said it', () => {
    const line = coverageLine([slack], 0, undefined, hours(1));
    expect(line).toMatchObject({ state: 'gap', sources: 0 });
    expect(panelView(panelCase({ coverage: line })).kind).toBe('gap');
  });

  it('neither doubt nor prove what others heard', () => {
    expect(coverageLine([source(), { ...slack, gaps: [{ from: READ, reason: 'paused' }], total: 9 }], 0, undefined, hours(1))).toMatchObject({ state: 'complete', sources: 1 });
    expect(coverageOf([source({ gaps: [{ from: READ, reason: 'paused' }] }), slack], 0, hours(1)).state).toBe('gap');
  });
});

describe('why a source was not heard', () => {
  it.each([...Object.keys(SOURCE_MESSAGES), 'source/of-tomorrow', 'unknown-shape: items.0.id', 'some-new-code'])('is said in words: %s', (code) => {
    expect(gapWords(code)).toMatch(/^(?!.*(?:source\/|unknown-shape))(?!.*[a-z]-[a-z]+-[a-z]).* /);
    expect(gapWords(code)).not.toBe(code);
  });

  it('is a person\'s own reason as it was written', () => {
    expect(gapWords('not exported, see MAIL-1')).toBe('not exported, see MAIL-1');
  });
});
