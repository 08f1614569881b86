/**
 * Meaning of texts as an embedding model gave it, of one product and one model. A text without a vector is unknown, not unlike.
 * Values are the direction alone: a vector's largest value is 127.
 */
export interface TextVectors {
  /** Pinned id of the model that made all of them. */
  readonly model: string;
  /** Values per vector. */
  readonly length: number;
  /** By signal id. */
  readonly signals: ReadonlyMap<string, Int8Array>;
  /** By issue id. */
  readonly issues: ReadonlyMap<string, Int8Array>;
}

/** A vector's direction in one byte a value; undefined for one without a direction (all zero, or not finite). */
export function packVector(values: readonly number[]): Int8Array | undefined {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0) || !Number.isFinite(largest) || values.some((value) => Number.isNaN(value))) return undefined;
  return Int8Array.from(values, (value) => Math.round((value / largest) * 127));
}
