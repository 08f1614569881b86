import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { textAt, type Row } from './shared-data';

/** What was judged, by ids, and each pass's verdict. */
export interface Judgement {
  readonly of: Row;
  /** Commit of the engine that it was drawn from; absent where what was read (an issue and a question) is of no engine. */
  readonly engine?: string;
  /** None yet in the key of a sheet. */
  readonly right: readonly number[];
}

/** Judgements stored under `eval/judgements`; none when the file is not there. */
export function judgements(name: string): Judgement[] {
  const file = resolve(process.cwd(), 'eval/judgements', `${name}.jsonl`);
  if (!existsSync(file)) return [];
  return readJudgements(readFileSync(file, 'utf8'));
}

/** One judgement a line. */
export function readJudgements(text: string): Judgement[] {
  return text.split('\n').filter((line) => line !== '').map((line) => {
    const row: { of: Row; engine?: string; right?: number[] } = JSON.parse(line);
    return { of: row.of, ...(row.engine === undefined ? {} : { engine: row.engine }), right: row.right ?? [] };
  });
}

/** Mean of the passes: a pair judged right once of twice counts half. */
export function rightness({ right }: Judgement): number {
  return right.reduce((sum, one) => sum + one, 0) / Math.max(1, right.length);
}

export interface Agreement {
  readonly twice: number;
  readonly share: number;
  /** Cohen's kappa of the two passes. */
  readonly kappa: number;
}

export function agreementOf(all: readonly Judgement[]): Agreement {
  const twice = all.filter((one) => one.right.length >= 2);
  const same = twice.filter((one) => one.right[0] === one.right[1]).length / Math.max(1, twice.length);
  const first = twice.reduce((sum, one) => sum + (one.right[0] ?? 0), 0) / Math.max(1, twice.length);
  const second = twice.reduce((sum, one) => sum + (one.right[1] ?? 0), 0) / Math.max(1, twice.length);
  const chance = first * second + (1 - first) * (1 - second);
  return { twice: twice.length, share: same, kappa: chance === 1 ? 1 : (same - chance) / (1 - chance) };
}

/** The agreement in words, for the note of a figure; of nothing read twice there is none, which is not an agreement of 0. */
export function agreementSaid({ twice, share, kappa }: Agreement): string {
  if (twice === 0) return 'read once, agreement not known';
  return `agreement ${share.toFixed(2)}, kappa ${kappa.toFixed(2)} on ${twice} pairs`;
}

export function pairOf(judged: Judgement): string {
  return `${textAt(judged.of, 'issue')} ${textAt(judged.of, 'signal')}`;
}

