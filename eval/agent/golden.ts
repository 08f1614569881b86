import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Citation } from '../../src/domain/evidence';
import { NEED_KINDS, SEVERITIES, STANCES, type Stance } from '../../src/domain/reading';
import type { SaidSignal } from '../../src/domain/signal';
import { realYearAsHosted } from '../judge/real-year';

const FILE = 'eval/judgements/golden.jsonl';

const labelSchema = z.strictObject({
  stance: z.enum(STANCES),
  kind: z.enum(NEED_KINDS),
  severity: z.enum(SEVERITIES),
  /** Where the words stand that show the stance; never the words themselves. */
  citation: z.strictObject({ field: z.enum(['title', 'text']), start: z.number().int().min(0), end: z.number().int().min(1) }).exactOptional(),
});
const rowSchema = z.strictObject({ of: z.strictObject({ issue: z.string(), signal: z.string() }), labels: z.tuple([labelSchema, labelSchema]) });

/** One judge's reading of a pair, with the words that show it. */
export interface GoldenLabel extends Omit<z.output<typeof labelSchema>, 'citation'> {
  readonly citation?: Citation;
}

export interface GoldenPair {
  readonly issue: { readonly id: string; readonly summary: string };
  readonly signal: SaidSignal;
  readonly labels: readonly [GoldenLabel, GoldenLabel];
  /** What both judges said; undefined where they differ, and then no model is measured by it. */
  readonly agreed: Stance | undefined;
}

/** One stored row: a pair's ids and both judges' labels. @throws ZodError naming what is wrong */
export const goldenRow = rowSchema.parse;
export type GoldenRow = z.output<typeof rowSchema>;

/**
 * 200 pairs of the real year, each read by two judges who saw neither a score nor each other: 70 that an earlier judge called right, 60 candidates
 * in whose text somebody is against something, 70 candidates at random (`draw-golden.ts`). So it says how a model reads, not how often such pairs occur.
 */
export function goldenSet(): readonly GoldenPair[] {
  const corpus = realYearAsHosted();
  const signals = new Map(corpus.signals.map((signal) => [signal.id, signal]));
  const issues = new Map(corpus.issues.map((issue) => [issue.id, issue]));
  const rows = readFileSync(resolve(process.cwd(), FILE), 'utf8').split('\n').filter((line) => line !== '').map((line) => goldenRow(JSON.parse(line)));
  return rows.map(({ of, labels: [first, second] }) => {
    const [issue, signal] = [issues.get(of.issue), signals.get(of.signal)];
    if (issue === undefined || signal === undefined) throw new Error(`the golden pair ${of.issue} ${of.signal} is not in the data`);
    return { issue: { id: issue.id, summary: issue.summary }, signal, labels: [first, second], agreed: first.stance === second.stance ? first.stance : undefined };
  });
}
