import type { z } from 'zod';

/** Why a row was not taken, or what is worth knowing of a row that was. */
export interface RowRemark {
  readonly field: string;
  readonly reason: string;
}

export type RowResult<Row> = { readonly ok: true; readonly row: Row; readonly notes: readonly RowRemark[] } | { readonly ok: false; readonly problem: RowRemark };

/** How rows of one kind are read. */
export interface RowKind<Row> {
  /** The published shape: `docs/import/*.schema.json` is made from it. */
  readonly schema: z.ZodObject;
  /** Columns that hold lists or numbers: in CSV, lists are written with `;` and numbers as text. */
  readonly lists: readonly string[];
  readonly numbers: readonly string[];
  /** Numbers of CSV that are money, as people write it. */
  readonly amounts?: readonly string[];
  /** Numbers of CSV without which a row still says what it says: one that cannot be read is left out, and noted. */
  readonly spare?: readonly string[];
  /** From a value that has the shape of `schema`. */
  readonly toRow: (value: Readonly<Record<string, unknown>>) => RowResult<Row>;
}

export function refused(field: string, reason: string): { readonly ok: false; readonly problem: RowRemark } {
  return { ok: false, problem: { field, reason } };
}
