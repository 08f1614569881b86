import { readRows, type Adapt, type LineRemark } from '../../src/ingest/read-rows';
import type { RowKind } from '../../src/ingest/row-kind';
import { readBlocks } from './read-blocks';

/** Counts of one file: `offered` = `read` + the sum of `rejected`, always. */
export interface TableCounts {
  readonly file: string;
  readonly offered: number;
  readonly read: number;
  readonly rejected: Readonly<Record<string, number>>;
}

export interface Table {
  readonly counts: TableCounts;
  readonly problems: readonly LineRemark[];
}

/** Reads a file row by row and hands each good row on. @throws WrongUse */
export async function readTable<Row>(path: string, kind: RowKind<Row>, adapt: Adapt, take: (row: Row, line: number) => void): Promise<Table> {
  let offered = 0;
  let read = 0;
  const rejected: Record<string, number> = {};
  const problems: LineRemark[] = [];
  for await (const block of readBlocks(path)) {
    const answer = readRows(kind, block, adapt);
    offered += answer.offered;
    read += answer.rows.length;
    for (const { row, line } of answer.rows) take(row, line);
    for (const remark of answer.remarks) {
      problems.push(remark);
      if (remark.note === true) continue;
      const reason = `${remark.field}: ${remark.reason}`;
      rejected[reason] = (rejected[reason] ?? 0) + 1;
    }
  }
  return { counts: { file: path, offered, read, rejected }, problems };
}
