import type { z } from 'zod';
import type { GoneRecord, SkippedRecord, SourceRecord } from '../../domain/source-record';

export interface Sorted {
  readonly items: readonly SourceRecord[];
  readonly skipped: readonly SkippedRecord[];
  readonly gone: readonly GoneRecord[];
}

type One = SourceRecord | SkippedRecord | GoneRecord;
/** What a connector makes of one vendor record. */
export type Mapped = One | readonly One[];

/**
 * Parses and maps records one by one. One that has not the shape we need is skipped as `unreadable: <field>`, never dropped and never
 * taken for silence; the others of the page are kept.
 * @param idOf the record's id even where the rest is unreadable
 */
export function readEach<Shape extends z.ZodType>(
  values: readonly unknown[],
  schema: Shape,
  map: (value: z.output<Shape>) => Mapped,
  idOf: (value: unknown, index: number) => string = plainId,
): Sorted {
  const items: SourceRecord[] = [];
  const skipped: SkippedRecord[] = [];
  const gone: GoneRecord[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') || '(whole)';
      skipped.push({ externalId: idOf(value, index), revision: '', reason: `unreadable: ${field}`.slice(0, 100) });
      continue;
    }
    for (const one of [map(parsed.data)].flat()) {
      if ('reason' in one) skipped.push(one);
      else if ('kind' in one) items.push(one);
      else gone.push(one);
    }
  }
  return { items, skipped, gone };
}

/** The id that nearly every vendor's record has; without one, its place on the page. */
function plainId(value: unknown, index: number): string {
  if (typeof value === 'object' && value !== null && 'id' in value && (typeof value.id === 'string' || typeof value.id === 'number')) return String(value.id);
  return `unreadable-${index}`;
}
