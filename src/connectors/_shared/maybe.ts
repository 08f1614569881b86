import type { z } from 'zod';

/** A field that the vendor may leave out or set to null: both say nothing, and become `undefined`. */
export function maybe<Shape extends z.ZodType>(schema: Shape) {
  return schema.nullish().transform((value) => value ?? undefined);
}
