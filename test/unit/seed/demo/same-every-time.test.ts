import { createHash } from 'node:crypto';
import { signalRows } from '../../../../src/ingest/signal-row';
import { ARRIVALS_END, STARTS_AT } from '../../../../host/seed/demo/calendar';
import { demoArrivals, demoSeed } from '../../../../host/seed/demo/demo-seed';
import { DEMO_FINGERPRINT } from '../../../../host/seed/demo/fingerprint';
import { demoSignals, makeSignals, signalRow } from '../../../../host/seed/demo/signals';
import { isReadLive } from '../../../../host/seed/demo/vendors/demo-vendors';
import type { SeedProduct } from '../../../../host/seed/seed';

function rowsOf(products: readonly SeedProduct[]): readonly string[] {
  return products.flatMap((product) => product.files.flatMap((file) => [...file.lines()].map((line) => `${product.id} ${file.source?.id ?? ''} ${line}`)));
}

describe('the demo tenant', () => {
  it('is the same every time, down to the byte', () => {
    const hash = createHash('sha256');
    for (const signal of makeSignals()) hash.update(`${signal.place.id} ${signalRow(signal)}\n`);
    hash.update(JSON.stringify(demoSeed().issues));
    expect(hash.digest('hex')).toBe(DEMO_FINGERPRINT);
  });

  it('brings each later signal of a file once, in whatever steps the clock is moved', () => {
    const whole = rowsOf(demoArrivals(STARTS_AT, ARRIVALS_END));
    const middle = '2026-03-11T10:00:00.000Z';
    expect([...rowsOf(demoArrivals(STARTS_AT, middle)), ...rowsOf(demoArrivals(middle, ARRIVALS_END))].sort()).toEqual([...whole].sort());
    expect(whole.length + rowsOf(demoSeed().products).length).toBe(demoSignals().filter((one) => !isReadLive(one)).length);
    for (let week = 0; week < 4; week += 1) {
      const from = new Date(Date.parse(STARTS_AT) + week * 604_800_000).toISOString();
      const to = new Date(Date.parse(from) + 604_800_000).toISOString();
      expect(demoSignals().filter((one) => one.at >= from && one.at < to).length).toBeGreaterThan(120);
    }
  });

  it('is read by the import without a remark', () => {
    const remarks = demoSignals().flatMap((one) => {
      const result = signalRows.toRow(JSON.parse(signalRow(one)));
      return result.ok ? result.notes : [{ ...result.problem, id: one.id }];
    });
    expect(remarks).toEqual([]);
  });
});
