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
