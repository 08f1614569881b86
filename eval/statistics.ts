/** Numbers between 0 and 1 from a seed (mulberry32), so that a resample can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
const NORMAL = 1.96;

/**
 * Mean of the values with its 95 % bootstrap percentile interval (Efron 1979). Where all values are the same, which no resample can
 * tell from certainty, Wilson's interval (1927) of a share.
 */
export function meanWithInterval(values: readonly number[]): Interval {
  const [first] = values;
  if ((first === 0 || first === 1) && values.every((one) => one === first)) return { value: first, ...wilson(first, values.length) };
  const random = seeded(1);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / Math.max(1, values.length);
  }).sort((a, b) => a - b);
  return { value: mean(values), low: means[Math.floor(RESAMPLES * 0.025)] ?? 0, high: means[Math.floor(RESAMPLES * 0.975)] ?? 0 };
}

function wilson(share: number, count: number): { low: number; high: number } {
  const square = NORMAL ** 2;
  const middle = (share + square / (2 * count)) / (1 + square / count);
  const half = (NORMAL / (1 + square / count)) * Math.sqrt((share * (1 - share)) / count + square / (4 * count ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** A share of so many with its interval. */
export function shareWithInterval(found: number, of: number): Interval {
  return meanWithInterval(Array.from({ length: of }, (_, at) => (at < found ? 1 : 0)));
}

/** One unit that is drawn whole: what it adds above and below the line. */
export interface RatioUnit {
  readonly above: number;
  readonly below: number;
}

/** Sum above over sum below with the 95 % interval of a bootstrap that draws whole units, since what stands in one unit hangs together. */
export function ratioWithInterval(units: readonly RatioUnit[]): Interval {
  const ratioOf = (drawn: readonly RatioUnit[]): number => drawn.reduce((sum, one) => sum + one.above, 0) / Math.max(1, drawn.reduce((sum, one) => sum + one.below, 0));
  return percentiles(ratioOf(units), resampled(units, RESAMPLES, ratioOf));
}

/** Events per so many words with the interval of a Poisson count (normal; three at most where none was seen). */
export function rateWithInterval(count: number, exposure: number): Interval {
  if (count === 0) return { value: 0, low: 0, high: 3 / exposure };
  const half = NORMAL * Math.sqrt(count);
  return { value: count / exposure, low: Math.max(0, count - half) / exposure, high: (count + half) / exposure };
}

/** What a statistic is on each of so many draws with replacement; seeded. */
export function resampled<Item, Value>(items: readonly Item[], times: number, statistic: (drawn: readonly Item[]) => Value): Value[] {
  const random = seeded(1);
  return Array.from({ length: times }, () => statistic(Array.from(items, () => items[Math.floor(random() * items.length)]!)));
}

/** The middle 95 % of what resamples gave. */
export function percentiles(value: number, draws: readonly number[]): Interval {
  const sorted = [...draws].sort((a, b) => a - b);
  return { value, low: sorted[Math.floor(sorted.length * 0.025)] ?? value, high: sorted[Math.floor(sorted.length * 0.975)] ?? value };
}

/** 1.96 standard errors of a few resamples around the value itself: for statistics that a resample shifts, or that take long (Efron 1981). */
export function normalInterval(value: number, draws: readonly number[]): Interval {
  const middle = mean(draws);
  const error = Math.sqrt(draws.reduce((sum, one) => sum + (one - middle) ** 2, 0) / Math.max(1, draws.length - 1));
  return { value, low: value - NORMAL * error, high: value + NORMAL * error };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
}

/** The seed's shuffle of a list (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = seeded(seed);
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [order[at], order[other]];
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a];
  }
  return order;
}
