import { customerUnit, type CustomerUnit } from '../../../src/domain/customer';
import type { Understanding } from '../../../src/understand/engine';
import type { Loaded } from '../load-corpus';
import type { TableCounts } from '../read-table';
import { issueFindings, type IssueFindings } from './issue-findings';
import { hasOpenIssues, themeFindings, type ThemeFinding } from './theme-findings';

/** Everything that the page says, before it is put into words and marks. */
export interface Report {
  readonly asOf: string;
  readonly engineVersion: string;
  readonly unit: CustomerUnit;
  /** No trend is drawn where the input has no times. */
  readonly hasTimes: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly counts: { readonly signals: TableCounts; readonly issues: TableCounts };
  readonly repeated: Loaded['repeated'];
  readonly accepted: number;
  readonly withWords: number;
  readonly assigned: number;
  /** By distinct customers, most first. */
  readonly themes: readonly ThemeFinding[];
  readonly issues: IssueFindings;
  readonly confirmed: number;
  /** `open` where the file has open issues: then only these count as work. */
  readonly work: 'open' | 'any';
}

/** Gathers what a reader should know from what the engine understood. Pure. */
export function reportOf(loaded: Loaded, understood: Understanding): Report {
  const signals = [...loaded.signals.values()];
  const times = signals.map((signal) => signal.at).sort();
  const [from] = times;
  const to = times.at(-1);
  return {
    asOf: loaded.corpus.asOf,
    engineVersion: understood.engineVersion,
    unit: customerUnit(signals),
    hasTimes: loaded.hasTimes,
    ...(from === undefined || to === undefined || !loaded.hasTimes ? {} : { from, to }),
    counts: loaded.counts,
    repeated: loaded.repeated,
    accepted: loaded.signals.size,
    withWords: loaded.corpus.signals.length,
    assigned: understood.assignments.filter((one) => one.theme !== undefined).length,
    themes: themeFindings(loaded, understood),
    issues: issueFindings(loaded, understood),
    confirmed: loaded.corpus.decisions.filter((one) => one.verdict === 'confirmed').length,
    work: hasOpenIssues(loaded) ? 'open' : 'any',
  };
}
