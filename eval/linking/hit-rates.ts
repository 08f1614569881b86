import type { Link } from '../../src/domain/evidence';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { bugs, isQuestionBefore2025, knownLinks, questions } from './thunderbird';

/** Rank of the first right issue for each question with a known one, 0-based; -1 when none is among the links. */
export interface RankedQuestion {
  readonly signal: string;
  readonly rank: number;
  /** Somebody had linked one of its issues before it was asked. */
  readonly hasEarlierLink: boolean;
}

/** Every question of two years against every bug, each with only the links posted before it was asked. */
export function rankThunderbirdQuestions(): RankedQuestion[] {
  const signals = questions('feedback_2023_2024_all_locales.jsonl.gz', isQuestionBefore2025);
  const issues = bugs('2025-01-01');
  const known = knownLinks();
  const asked = new Set(signals.map((signal) => signal.id));
  const inPool = new Set(issues.map((issue) => issue.id));
  const right = new Map<string, Set<string>>();
  for (const { signal, issue, isEnglish } of known) if (isEnglish && asked.has(signal) && inPool.has(issue)) right.set(signal, (right.get(signal) ?? new Set()).add(issue));
  const { links } = understand({ signals, issues, decisions: known.map((one) => one.decision), releases: [], asOf: '2025-01-01T00:00:00.000Z' }, engineOptions({ prequential: true }));
  const bySignal = new Map<string, Link[]>();
  for (const link of links) if (right.has(link.signal)) bySignal.set(link.signal, [...(bySignal.get(link.signal) ?? []), link]);
  const askedAt = new Map(signals.map((signal) => [signal.id, signal.at]));
  return [...right].map(([signal, issuesOf]) => ({
    signal,
    rank: (bySignal.get(signal) ?? []).findIndex((link) => issuesOf.has(link.issue)),
    hasEarlierLink: known.some((one) => issuesOf.has(one.issue) && one.decision.at < (askedAt.get(signal) ?? '')),
  }));
}

export function hitAt(ranks: readonly number[], k: number): number[] {
  return ranks.map((rank) => (rank >= 0 && rank < k ? 1 : 0));
}
