import type { z } from 'zod';
import type { SkippedRecord } from '../../domain/source-record';

/**
 * What a record is left out as that has not the shape we need: under its own id, or, where that cannot be read either, under its place on the page, which
 * says nothing once the page is asked for again.
 * @param field where the shape is another, e.g. `comments.0.body`
 */
export function unreadable(id: string | undefined, place: string | number, field: string): SkippedRecord {
  return { externalId: (id ?? `unreadable-${place}`).slice(0, 255), revision: '', reason: `unreadable: ${field || '(whole)'}`.slice(0, 100), ...(id === undefined ? { isUnnamed: true } : {}) };
}

/** The first field that has another shape. */
export function fieldOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}
