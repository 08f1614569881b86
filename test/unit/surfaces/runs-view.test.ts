import fc from 'fast-check';
import { skippedText, skipWords } from '../../../src/contract/skip-words';
import type { RunsView } from '../../../src/contract/sources';
import { rollUp, type Receipt } from '../../../src/domain/receipt';
import { isoTime } from '../../../src/domain/time';
import { runsView } from '../../../src/surfaces/admin/sources/runs-view';
import { fakeConnectionStore } from '../../fakes/connection-store';

const HOUR = 3_600_000;
const END = Date.parse('2025-06-30T09:00:00.000Z');
const run = (hoursAgo: number): Receipt => {
  const at = isoTime(END - hoursAgo * HOUR);
  return { connection: 'desk', startedAt: at, finishedAt: at, outcome: 'complete', read: 2, kept: 1, unchanged: 0, removed: 0, skipped: { spam: 1 }, requests: 3, gaps: [{ from: at, reason: 'x' }], oldestAt: at, newestAt: at, totalAtSource: 7 };
};

async function toldInAll(runs: number, days: number): Promise<{ readonly pages: readonly RunsView[]; readonly receipts: readonly Receipt[]; readonly days: readonly string[] }> {
  const store = fakeConnectionStore();
  const receipts = Array.from({ length: runs }, (_, index) => run(index + 1));
  for (const one of receipts) await store.saveReceipt(one);
  await store.saveReceipt({ ...run(1), connection: 'other' });
  const oldest = END - (runs + 24) * HOUR;
  const names = Array.from({ length: days }, (_, index) => isoTime(oldest - (index + 1) * 24 * HOUR).slice(0, 10));
  for (const day of names) await store.saveReceiptDay(rollUp('desk', day, [run(1)]));
  const pages: RunsView[] = [];
  for (let before: string | undefined = isoTime(END); before !== undefined && pages.length < 50; before = pages.at(-1)?.before) pages.push(await runsView(store, 'desk', before));
  return { pages, receipts, days: names };
}

describe('earlier runs of a source', () => {
  it('are told once each, newest first, then the days whose single runs are kept no more, and then no more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(80), fc.nat(140), async (runs, days) => {
        const all = await toldInAll(runs, days);
        expect(all.pages.flatMap((one) => one.runs.map((each) => each.startedAt))).toEqual(all.receipts.map((one) => one.startedAt));
        expect(all.pages.flatMap((one) => one.days.map((each) => each.day))).toEqual(all.days);
        expect(all.pages.at(-1)?.before).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('carry the whole receipt: total, what was left out and why, oldest, newest, lost time', async () => {
    const { pages } = await toldInAll(1, 1);
    const { connection: _own, ...receipt } = run(1);
    expect(pages[0]?.runs).toEqual([receipt]);
    expect(pages[0]?.days).toMatchObject([{ totalAtSource: 7, skipped: { spam: 1 }, gaps: receipt.gaps, runs: { complete: 1, partial: 0, blind: 0 } }]);
  });
});

describe('why records were left out, in words', () => {
  it.each(['duplicate', 'spam', 'automated', 'agent-words', 'internal', 'no-words', 'routed-elsewhere', 'other-language', 'out-of-scope', 'erased', 'crosstalk', 'speaker-unknown', 'unrouted', 'no-transcript-yet', 'not-stored-yet', 'unprepared', 'not-read: too-long'])('%s is no code on a screen', (reason) => {
    expect(skipWords(reason)).not.toBe(reason.replaceAll('-', ' '));
  });

  it('names the field that could not be read, puts the most first and leaves out what is none', () => {
    expect(skippedText({ spam: 1, 'unreadable: via.channel': 37, internal: 0, unreadable: 2 }, String)).toBe('37 that we could not read (via.channel); 2 that we could not read; 1 marked as spam');
    expect(skippedText({ internal: 0 }, String)).toBe('');
  });
});
