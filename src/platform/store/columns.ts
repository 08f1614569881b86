import { z } from 'zod';
import type { Stored } from '../../ports/stores';

/** BIGINT, SUM and COUNT arrive as text from Forge SQL, INT as a number. */
export const count = z.coerce.number().int();
export const visibility = z.enum(['open', 'counts', 'hidden']);

/** Text of a column that holds JSON, parsed with the schema of what we wrote there. */
export function jsonColumn<Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> {
  return z.preprocess((value, context) => {
    try {
      return JSON.parse(String(value));
    } catch (error) {
      context.addIssue({ code: 'custom', message: `not JSON: ${error instanceof Error ? error.name : 'unreadable'}` });
      return z.NEVER;
    }
  }, schema);
}

/** What is known of a stored row that may be the one now offered. */
export interface StoredMark {
  readonly content_hash: string;
  readonly revision: number;
  readonly recorded_at: string;
}

/** What offering `hash` at `at` does to a row; a repeat of the call that wrote the row gets the answer of that call. */
export function whatHappens(stored: StoredMark | undefined, hash: string, at: string): { readonly answer: Stored; readonly write: boolean } {
  if (stored === undefined) return { answer: 'added', write: true };
  if (stored.content_hash !== hash) return { answer: 'changed', write: true };
  if (stored.recorded_at !== at) return { answer: 'unchanged', write: false };
  return { answer: stored.revision === 1 ? 'added' : 'changed', write: false };
}

/** The last row of each id, by id. */
export function lastById<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** One answer a row: that of its id for the last row of each id, `unchanged` for the rows before it and for rows that were left alone. */
export function answersInOrder(rows: readonly { readonly id: string }[], answers: ReadonlyMap<string, Stored>): readonly Stored[] {
  const lastAt = new Map(rows.map((row, index) => [row.id, index]));
  return rows.map((row, index) => (lastAt.get(row.id) === index ? (answers.get(row.id) ?? 'unchanged') : 'unchanged'));
}
