import { openWorld } from '../../../../host/sources/_template/world';
import { template } from '../../../../src/connectors/_template';
import { rollUp, type ReceiptDay } from '../../../../src/domain/receipt';
import { pruneReceipts, RECEIPT_DAYS } from '../../../../src/ingest/sources/prune-receipts';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from '../../../connectors/bench-source';
import { liveAWhile } from '../../../connectors/live-a-while';
import { failingAfter, Killed } from '../../../fakes/failing-after';

/** What is known of every day, from sums and from the receipts that are still there. */
async function provenDays(bench: SourceBench): Promise<readonly ReceiptDay[]> {
  const { connections } = bench.needs;
  const summed = await connections.listReceiptDays(CONNECTION, '2000-01-01', '2100-01-01');
  const byDay = Map.groupBy(await connections.listReceipts(CONNECTION, 10_000), (one) => one.startedAt.slice(0, 10));
  const fresh = [...byDay].filter(([day]) => !summed.some((one) => one.day === day)).map(([day, some]) => rollUp(CONNECTION, day, some));
  return [...summed, ...fresh].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Three months, a week of them broken. */
async function threeMonths(): Promise<SourceBench> {
  const bench = await openBench(template, openWorld, 'three months of receipts');
  for (let day = 0; day < 90; day += 1) {
    bench.fault = day >= 20 && day < 27 ? () => ({ kind: 'html' }) : undefined;
    liveAWhile(bench, 2);
    for (let quarter = 0; quarter < 4; quarter += 1) {
      bench.clock.advance(5 * 3_600_000);
      await bench.cycle();
    }
  }
  return bench;
}

describe('old receipts', () => {
  it('become one sum a day: coverage, and what each day gave, is what it was, and the blind week stays told', async () => {
    const bench = await threeMonths();
    const before = [await provenDays(bench), await bench.ports.stores.products.listCoverage(PRODUCT), await bench.coverage()];
    const receipts = (await bench.needs.connections.listReceipts(CONNECTION, 10_000)).length;
    for (let hour = 0; hour < 3; hour += 1) await pruneReceipts(bench.needs, CONNECTION);
    expect([await provenDays(bench), await bench.ports.stores.products.listCoverage(PRODUCT), await bench.coverage()]).toEqual(before);
    const left = await bench.needs.connections.listReceipts(CONNECTION, 10_000);
    expect(left.length).toBeLessThan(receipts / 2);
    expect(Date.parse(bench.clock.now()) - Date.parse(left.at(-1)?.startedAt ?? '')).toBeLessThanOrEqual((RECEIPT_DAYS + 1) * 86_400_000);
    expect((await provenDays(bench)).filter((day) => day.runs.blind > 0 && day.runs.complete === 0).length).toBeGreaterThanOrEqual(6);
    await bench.cycle();
    expect(await bench.coverage()).toBe('complete');
  });

  it('are summed up once, wherever the work is ended', async () => {
    const calm = await threeMonths();
    await pruneReceipts(calm.needs, CONNECTION);
    const expected = await provenDays(calm);
    for (const kills of [1, 2, 3, 5, 8]) {
      const bench = await threeMonths();
      const dying = failingAfter({ connections: bench.needs.connections }, kills, kills % 2 === 0);
      await expect(pruneReceipts({ ...bench.needs, ...dying }, CONNECTION)).rejects.toThrow(Killed);
      await pruneReceipts(bench.needs, CONNECTION);
      expect(await provenDays(bench)).toEqual(expected);
    }
  });
});
