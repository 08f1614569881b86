import { parseArgs } from 'node:util';
import { readTime } from '../../src/ingest/read-time';
import type { IsoTime } from '../../src/domain/time';

export interface AnalyzeOptions {
  readonly signals: string;
  readonly issues: string;
  readonly releases?: string;
  readonly confirmed?: string;
  readonly evidencePerIssue: number;
  readonly asOf?: IsoTime;
  readonly out: string;
}

/** The command line was not understood; the message says what to change. */
export class WrongUse extends Error {}

/** @returns 'help' when help was asked for @throws WrongUse */
export function parseOptions(argv: readonly string[]): AnalyzeOptions | 'help' {
  const values = valuesOf(argv);
  if (values.help === true) return 'help';
  const need = (name: 'signals' | 'issues' | 'out'): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new WrongUse(`--${name} is missing`);
    return value;
  };
  const asOf = values['as-of'] === undefined ? undefined : readTime(values['as-of']);
  if (values['as-of'] !== undefined && asOf === undefined) throw new WrongUse(`--as-of ${values['as-of']}: not a date (YYYY-MM-DD)`);
  const evidencePerIssue = Number(values['evidence-per-issue'] ?? '100');
  if (!Number.isInteger(evidencePerIssue) || evidencePerIssue < 1 || evidencePerIssue > 10_000) throw new WrongUse('--evidence-per-issue: a whole number from 1 to 10000');
  return {
    signals: need('signals'),
    issues: need('issues'),
    out: need('out'),
    evidencePerIssue,
    ...(values.releases === undefined ? {} : { releases: values.releases }),
    ...(values.confirmed === undefined ? {} : { confirmed: values.confirmed }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function valuesOf(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { signals: text, issues: text, releases: text, confirmed: text, 'evidence-per-issue': text, 'as-of': text, out: text, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) throw new WrongUse(error.message, { cause: error });
    throw error;
  }
}
