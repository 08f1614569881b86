import { z } from 'zod';
import { columnsOf } from './personal-data';
import { selectRows, whole, write, type Value } from './statement';

/** Documents of some kB each, far below what one answer may hold. */
const ROWS_A_PAGE = 200;
const Cell = z.union([z.string(), z.number()]);

/** A document of a table: where it stands and its text. */
export interface Document {
  readonly table: string;
  readonly column: string;
  readonly text: string;
  /** Writes another text in its place. */
  readonly replace: (text: string) => Promise<void>;
}

/** Every document in which a person can stand, one after the other, all tables; those that hold `part` where one is given. */
export async function* walkDocuments(part?: string): AsyncGenerator<Document> {
  for (const [table, column, key] of columnsOf('json')) {
    const Row = z.object({ ...Object.fromEntries(key.map((name) => [name, Cell])), document: z.string().nullable() }).loose();
    let after: readonly Value[] | undefined;
    for (;;) {
      const [where, values] = beyond(key, after);
      const like = part === undefined ? '' : ` AND ${column} LIKE ?`;
      const text = `SELECT ${key.join(', ')}, ${column} AS document FROM ${table} WHERE ${where}${like} ORDER BY ${key.join(', ')} LIMIT ${whole(ROWS_A_PAGE)}`;
      const rows = await selectRows(table, Row, text, [...values, ...(part === undefined ? [] : [`%${escaped(part)}%`])]);
      for (const row of rows) {
        const ids = key.map((name) => Cell.parse(row[name]));
        const replace = (replaced: string): Promise<void> => write(table, `UPDATE ${table} SET ${column} = ? WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`, [replaced, ...ids]);
        if (row.document !== null) yield { table, column, text: row.document, replace };
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_A_PAGE) break;
      after = key.map((name) => Cell.parse(last[name]));
    }
  }
}

/** Rows behind the last one of the page before, in the order of the key. */
function beyond(key: readonly string[], after: readonly Value[] | undefined): readonly [string, readonly Value[]] {
  if (after === undefined) return ['1 = 1', []];
  const steps = key.map((name, at) => `(${[...key.slice(0, at).map((one) => `${one} = ?`), `${name} > ?`].join(' AND ')})`);
  return [`(${steps.join(' OR ')})`, key.flatMap((_, at) => after.slice(0, at + 1))];
}

/** As it stands in a LIKE. */
export function escaped(part: string): string {
  return part.replace(/[\\%_]/g, (char) => `\\${char}`);
}
