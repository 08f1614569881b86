import { closeSync, openSync, writeSync } from 'node:fs';

const ROWS_AT_ONCE = 2_000;

/** Writes JSON Lines, a few thousand rows at a time. Answers how many. */
export function writeRows(path: string, rows: Iterable<object>): number {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  let count = 0;
  const flush = (): void => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  try {
    for (const row of rows) {
      lines.push(JSON.stringify(row));
      count += 1;
      if (lines.length === ROWS_AT_ONCE) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return count;
}

/** Six digits say all that a score can. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
