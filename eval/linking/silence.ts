import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { bugs, isQuestionBefore2025, knownLinks, questions } from './thunderbird';

/** One bug with a known customer question, and what the engine would let anyone conclude about it. */
export interface SilenceCase {
  readonly issue: string;
  readonly title: string;
  /** A true question stands among the evidence rows. */
  readonly found: boolean;
  readonly searchable: boolean;
  readonly recall: number;
  readonly reasons: readonly string[];
}

/** All bugs of the tracker with how searchable they are, for the rate of abstention. */
export interface Silence {
  readonly cases: readonly SilenceCase[];
  /** For every bug of the tracker 1 when we abstain on it. */
  readonly abstained: readonly number[];
}

/**
 * Bugs that at least one customer had asked about before 2025, judged without any link made known: a searchable bug whose
 * true questions are all missing from its 100 rows of evidence would be called unsupported although it is supported.
 */
export function silenceOnSupportedBugs(): Silence {
  const signals = questions('feedback_2023_2024_all_locales.jsonl.gz', isQuestionBefore2025);
  const issues = bugs('2025-01-01');
  const asked = new Set(signals.map((signal) => signal.id));
  const truth = new Map<string, Set<string>>();
  for (const { signal, issue } of knownLinks()) if (asked.has(signal)) truth.set(issue, (truth.get(issue) ?? new Set()).add(signal));
  const { evidence, searchability } = understand({ signals, issues, decisions: [], releases: [], asOf: '2025-01-01T00:00:00.000Z' }, engineOptions());
  const found = new Set(evidence.filter((row) => truth.get(row.issue)?.has(row.signal) === true).map((row) => row.issue));
  const bySearch = new Map(searchability.map((one) => [one.issue, one]));
  const cases = issues.filter((issue) => truth.has(issue.id)).map((issue): SilenceCase => {
    const search = bySearch.get(issue.id);
    return { issue: issue.id, title: issue.summary, found: found.has(issue.id), searchable: search?.searchable === true, recall: search?.recall ?? 0, reasons: search?.reasons ?? [] };
  });
  return { cases, abstained: searchability.map((one) => (one.searchable ? 0 : 1)) };
}
