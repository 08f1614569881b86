const LOGS = Float64Array.from({ length: 64 }, (_, count) => Math.log(count));

/** Natural logarithm of a whole number: most counts are small and known. */
export function logOfCount(count: number): number {
  return count < LOGS.length ? LOGS[count]! : Math.log(count);
}

const LOGS_OF_NEXT = Float64Array.from({ length: 64 }, (_, count) => Math.log1p(count));

/** Natural logarithm of a whole number and one. */
export function logOfNext(count: number): number {
  return count < LOGS_OF_NEXT.length ? LOGS_OF_NEXT[count]! : Math.log1p(count);
}
