import type { Interval } from './statistics';

/** One figure of the engine with what it should reach. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  /** 95 % interval, where resampling means something. */
  readonly low?: number;
  readonly high?: number;
  readonly goal?: string;
  readonly note?: string;
  /** Smaller is better. */
  readonly isCost?: boolean;
}

export function figure(id: string, what: string, measured: Interval | number, rest: Partial<Figure> = {}): Figure {
  return typeof measured === 'number' ? { id, what, value: measured, ...rest } : { id, what, value: measured.value, low: measured.low, high: measured.high, ...rest };
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [one.what, one.value.toFixed(3), one.low === undefined || one.high === undefined ? '' : `${one.low.toFixed(3)}–${one.high.toFixed(3)}`, one.goal ?? '', one.note ?? '']);
  const all = [['figure (development data)', 'value', '95 % interval', 'goal', 'note'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  ').trimEnd()).join('\n');
}

/** Committed values and the intervals around them. */
export type Baseline = Readonly<Record<string, { readonly value: number; readonly low: number; readonly high: number }>>;

const WITHOUT_INTERVAL = 0.02;

export function baselineOf(figures: readonly Figure[]): Baseline {
  return Object.fromEntries(figures.map((one) => [one.id, { value: round(one.value), low: round(one.low ?? one.value - WITHOUT_INTERVAL), high: round(one.high ?? one.value + WITHOUT_INTERVAL) }]));
}

/** Figures that left their committed interval on the wrong side. */
export function regressions(figures: readonly Figure[], baseline: Baseline): string[] {
  return figures.flatMap((one) => {
    const known = baseline[one.id];
    if (known === undefined) return [];
    const isWorse = one.isCost === true ? one.value > known.high : one.value < known.low;
    return isWorse ? [`${one.id}: ${one.value.toFixed(3)}, committed ${known.value.toFixed(3)} (${known.low.toFixed(3)}–${known.high.toFixed(3)})`] : [];
  });
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
