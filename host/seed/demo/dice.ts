import { seededRandom } from '../../../src/domain/random';

/** Seeded chance for making things up: the same name always throws the same. */
export interface Dice {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number from `from` up to and with `to`. */
  readonly whole: (from: number, to: number) => number;
  readonly yes: (probability: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** By weight. Weights need not sum to one. */
  readonly weigh: <Value>(values: readonly (readonly [Value, number])[]) => Value;
  /** A count with this mean (Knuth's product method). */
  readonly poisson: (mean: number) => number;
  readonly shuffle: <Value>(values: readonly Value[]) => readonly Value[];
}

export function dice(name: string): Dice {
  const next = seededRandom(`spannerby:${name}`);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    yes: (probability) => next() < probability,
    pick: (values) => itemAt(values, whole(0, values.length - 1)),
    weigh: (values) => weigh(values, next()),
    poisson: (mean) => poisson(mean, next),
    shuffle: (values) => {
      const left = [...values];
      return values.map(() => itemAt(left.splice(whole(0, left.length - 1), 1), 0));
    },
  };
}

function itemAt<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`nothing to choose from ${values.length} values`);
  return value;
}

function weigh<Value>(values: readonly (readonly [Value, number])[], at: number): Value {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  const found = values.find(([, weight]) => (left -= weight) < 0);
  return (found ?? itemAt(values, values.length - 1))[0];
}

function poisson(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let product = next();
  let count = 0;
  while (product > limit) {
    product *= next();
    count += 1;
  }
  return count;
}
