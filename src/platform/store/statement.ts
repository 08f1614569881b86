import { ForgeSQLAPIError, sql } from '@forge/sql';
import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { StoreUnavailable } from '../../domain/errors';

/** What a statement can bind. Absent is NULL. */
export type Value = string | number | null;

/**
 * Runs one SELECT and parses every row.
 * @throws StoreUnavailable when the database refused or could not be reached; BadInput for a row without the shape
 */
export async function selectRows<Row extends z.ZodType>(table: string, row: Row, text: string, values: readonly Value[]): Promise<z.output<Row>[]> {
  return parseAt(`store:${table}`, z.array(row), await execute(table, text, values));
}

/** Runs one INSERT, UPDATE or DELETE. @throws StoreUnavailable */
export async function write(table: string, text: string, values: readonly Value[]): Promise<void> {
  await execute(table, text, values);
}

const Changed = z.object({ affectedRows: z.coerce.number().int() });

/** Runs one INSERT, UPDATE or DELETE and answers how many rows it touched: how a writer learns that it came second. @throws StoreUnavailable */
export async function changeRows(table: string, text: string, values: readonly Value[]): Promise<number> {
  return parseAt(`store:${table}`, Changed, await execute(table, text, values)).affectedRows;
}

async function execute(table: string, text: string, values: readonly Value[]): Promise<unknown> {
  try {
    return (await sql.prepare(text).bindParams(...values).execute()).rows;
  } catch (error) {
    // The vendor's message may quote values, which may be a customer's words: only its code travels on.
    if (error instanceof ForgeSQLAPIError) throw new StoreUnavailable(`${table}: ${error.code}`, { cause: error });
    throw error;
  }
}

/** `?, ?, ?` for as many values. */
export function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** A row count written into the text of a statement: the server does not take it as a bound value everywhere. @throws RangeError */
export function whole(count: number): string {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a row count: ${count}`);
  return String(count);
}
