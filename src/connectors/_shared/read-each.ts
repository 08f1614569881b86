import type { z } from 'zod';
import type { GoneRecord, SkippedRecord, SourceRecord } from '../../domain/source-record';
import { fieldOf, unreadable } from './unreadable';

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
 * @param idOf the record's id even where the rest is unreadable; undefined where that is too
 * @param page what tells its places from those of another list, e.g. the repository
 */
export function readEach<Shape extends z.ZodType>(
  values: readonly unknown[],
  schema: Shape,
  map: (value: z.output<Shape>) => Mapped,
  idOf: (value: unknown) => string | undefined = plainId,
  page = '',
): Sorted {
  const items: SourceRecord[] = [];
  const skipped: SkippedRecord[] = [];
  const gone: GoneRecord[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      skipped.push(unreadable(idOf(value), `${page}${index}`, fieldOf(parsed.error)));
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

/** The id that nearly every vendor's record has. */
function plainId(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && 'id' in value && (typeof value.id === 'string' || typeof value.id === 'number')) return String(value.id);
  return undefined;
}
