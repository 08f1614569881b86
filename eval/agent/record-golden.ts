import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { NEED_KINDS, SEVERITIES, STANCES } from '../../src/domain/reading';
import type { SaidSignal } from '../../src/domain/signal';
import { realYearAsHosted } from '../judge/real-year';
import { goldenRow, type GoldenRow } from './golden';

const judged = z.strictObject({ n: z.number().int(), stance: z.enum(STANCES), quote: z.string().min(1).nullable(), kind: z.enum(NEED_KINDS), pain: z.number().int().min(0).max(3) });
const keySchema = z.strictObject({ issue: z.string(), signal: z.string() });

/** Stores two judges' sheets as the golden set: ids, labels and offsets, never text. Usage: record-golden.ts KEY.jsonl JUDGE-A.jsonl JUDGE-B.jsonl GOLDEN.jsonl */
function main([keyFile, firstFile, secondFile, goldenFile]: readonly string[]): void {
  if (keyFile === undefined || firstFile === undefined || secondFile === undefined || goldenFile === undefined) throw new Error('usage: record-golden.ts KEY.jsonl JUDGE-A.jsonl JUDGE-B.jsonl GOLDEN.jsonl');
  const signals = new Map(realYearAsHosted().signals.map((signal) => [signal.id, signal]));
  const keys = rowsOf(keyFile).map((row) => keySchema.parse(row));
  const [first, second] = [firstFile, secondFile].map((file) => rowsOf(file).map((row) => judged.parse(row)));
  const rows = keys.map((of, at): GoldenRow => {
    const labels = [first?.[at], second?.[at]].map((one) => {
      if (one?.n !== at + 1) throw new Error(`item ${at + 1} is not judged in its place`);
      const citation = one.quote === null ? undefined : placeOf(one.quote, signals.get(of.signal), at + 1);
      return { stance: one.stance, kind: one.kind, severity: SEVERITIES[one.pain], ...(citation === undefined ? {} : { citation }) };
    });
    return goldenRow({ of, labels });
  });
  writeFileSync(goldenFile, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function placeOf(quote: string, signal: SaidSignal | undefined, item: number): NonNullable<GoldenRow['labels'][0]['citation']> {
  for (const field of ['title', 'text'] as const) {
    const start = signal?.[field]?.indexOf(quote) ?? -1;
    if (start >= 0) return { field, start, end: start + quote.length };
  }
  throw new Error(`the quote of item ${item} is not in its text`);
}

function rowsOf(file: string): unknown[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
}

main(process.argv.slice(2));
