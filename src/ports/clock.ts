import type { IsoTime } from '../domain/time';

export interface Clock {
  now(): IsoTime;
  /** Monotonic milliseconds for timings. */
  monotonicMs(): number;
}
