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
