import type { Random } from '../../src/domain/random';

export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to draw from');
  return value;
}

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => whole(random, 0, 9)).join('');
}

/** Capitals, or capitals and digits. */
export function alnum(random: Random, count: number, isLettersOnly: boolean): string {
  return from(random, isLettersOnly ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', count);
}

export function from(random: Random, signs: string, count: number): string {
  return Array.from({ length: count }, () => signs[Math.floor(random() * signs.length)]).join('');
}
