import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { z } from 'zod';

const Entry = z.object({
  at: z.string(),
  by: z.enum(['app', 'page']),
  method: z.string(),
  /** With query, shortened. */
  path: z.string(),
  bytes: z.number(),
});
/** A write that was asked for and refused. Its content is not kept: it may hold what customers said. */
export type RefusedWrite = z.output<typeof Entry>;

export interface WouldHaveWritten {
  add(write: RefusedWrite): void;
  /** Newest first, at most `limit`. */
  newest(limit: number): readonly RefusedWrite[];
  total(): number;
}

const LONGEST_PATH = 300;

/** A file of JSON lines; an entry is on disk before its call is answered. @throws Error when a whole line in it is none of ours */
export function openWouldHaveWritten(file: string): WouldHaveWritten {
  const entries = existsSync(file) ? wholeLines(file).map((line) => Entry.parse(JSON.parse(line))) : [];
  return {
    add: (write) => {
      const entry = { ...write, path: write.path.slice(0, LONGEST_PATH) };
      appendFileSync(file, `${JSON.stringify(entry)}\n`, { flush: true, mode: 0o600 });
      entries.push(entry);
    },
    newest: (limit) => entries.slice(-limit).reverse(),
    total: () => entries.length,
  };
}

/** A process that died while appending left half a line: its call was never answered. */
function wholeLines(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
  return bytes.subarray(0, end).toString('utf8').split('\n').filter((line) => line !== '');
}
