import type { Interval } from './statistics';

/** One figure of the engine with what it should reach. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  /** Absent: nothing can be said now, which is no value of 0; `note` says why. */
  readonly value?: number;
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

/** A figure that cannot be given now: it is printed as not judged, and fails nothing. */
export function notJudged(id: string, what: string, note: string, goal?: string): Figure {
  return { id, what, note, ...(goal === undefined ? {} : { goal }) };
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [one.what, one.value?.toFixed(3) ?? 'not judged', one.low === undefined || one.high === undefined ? '' : `${one.low.toFixed(3)}–${one.high.toFixed(3)}`, one.goal ?? '', one.note ?? '']);
  const all = [['figure (development data)', 'value', '95 % interval', 'goal', 'note'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  ').trimEnd()).join('\n');
}

/** Committed values and the intervals around them. */
export type Baseline = Readonly<Record<string, { readonly value: number; readonly low: number; readonly high: number }>>;

/**
 * What `--baseline` commits.
 * @throws Error for a figure without an interval: none is made up for it
 */
export function baselineOf(figures: readonly Figure[]): Baseline {
  return Object.fromEntries(figures.flatMap(({ id, value, low, high }) => {
    if (value === undefined) return [];
    if (low === undefined || high === undefined) throw new Error(`${id} has no interval`);
    return [[id, { value: round(value), low: round(low), high: round(high) }]];
  }));
}

/** Figures that left their committed interval on the wrong side, and figures that have none: what nobody committed to nobody watches. */
export function regressions(figures: readonly Figure[], baseline: Baseline): string[] {
  return figures.flatMap(({ id, value, isCost }) => {
    if (value === undefined) return [];
    const known = baseline[id];
    if (known === undefined) return [`${id}: ${value.toFixed(3)}, nothing committed (npm run eval -- --baseline)`];
    const isWorse = isCost === true ? value > known.high : value < known.low;
    return isWorse ? [`${id}: ${value.toFixed(3)}, committed ${known.value.toFixed(3)} (${known.low.toFixed(3)}–${known.high.toFixed(3)})`] : [];
  });
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
