import type { SeedSender } from '../../seed';
import type { DemoProduct } from '../needs';
import { demoSignals, signalRow } from '../signals';
import { sourceOf } from '../sources';

/** Nothing for two days and a half is a weekend; more is a sender that broke. */
const QUIET_AFTER_HOURS = 96;

/** Each product's own telemetry, sent as it happens. */
export function demoSenders(): readonly SeedSender[] {
  return (['dispatch', 'crew'] as const).map((product: DemoProduct) => {
    const { name, visibility, id } = sourceOf('use', product);
    return { product, name, visibility, quietAfterHours: QUIET_AFTER_HOURS, rows: (from, to) => demoSignals().filter((one) => one.place.id === id && one.at >= from && one.at < to).map(signalRow) };
  });
}
