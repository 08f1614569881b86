import { formatNumber } from '../../../../../src/contract/format-sentence';
import type { ReceiptView } from '../../../../../src/contract/sources';

export function secondsOf({ startedAt, finishedAt }: Pick<ReceiptView, 'startedAt' | 'finishedAt'>): number {
  return Math.max(0, (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}

/** `under a second`, `12 s`, `4 minutes`. */
export function lasted(seconds: number): string {
  if (seconds < 1) return 'under a second';
  return seconds < 90 ? `${formatNumber(Math.round(seconds))} s` : `${formatNumber(Math.round(seconds / 60))} minutes`;
}

/** `under 1 kB`, `12 kB`, `3.4 MB`; a kilobyte is a thousand bytes. */
export function sized(bytes: number): string {
  if (bytes < 1_000) return bytes === 0 ? 'nothing' : 'under 1 kB';
  return bytes < 1_000_000 ? `${formatNumber(Math.round(bytes / 1_000))} kB` : `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;
}

/** `4 requests, 1.2 MB received`; without the size where not every run counted it. */
export function costOf(runs: readonly Pick<ReceiptView, 'requests' | 'received'>[]): string {
  const requests = runs.reduce((sum, one) => sum + one.requests, 0);
  const asked = `${formatNumber(requests)} ${requests === 1 ? 'request' : 'requests'}`;
  return runs.some((one) => one.received === undefined) ? asked : `${asked}, ${sized(runs.reduce((sum, one) => sum + (one.received ?? 0), 0))} received`;
}
