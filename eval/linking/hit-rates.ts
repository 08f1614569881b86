import type { Corpus } from '../../src/understand/engine';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { referenceFusion } from './reference-fusion';
import { bugs, isQuestionBefore2025, knownLinks, questions } from './thunderbird';

/** Rank of the first right issue for each question with a known one, 0-based; -1 when it is not among the first ten. */
export interface RankedQuestion {
  readonly signal: string;
  readonly rank: number;
  readonly referenceRank: number;
  /** Somebody had linked one of its issues before it was asked. */
  readonly hasEarlierLink: boolean;
}

/** Every question of two years against every bug, each with only the links posted before it was asked; beside it the method to beat. */
export function rankThunderbirdQuestions(): RankedQuestion[] {
  const corpus: Corpus = { signals: questions('feedback_2023_2024_all_locales.jsonl.gz', isQuestionBefore2025), issues: bugs('2025-01-01'), decisions: knownLinks().map((one) => one.decision), releases: [], asOf: '2025-01-01T00:00:00.000Z' };
  const asked = new Map(corpus.signals.map((signal) => [signal.id, signal.at]));
  const inPool = new Set(corpus.issues.map((issue) => issue.id));
  const right = new Map<string, Set<string>>();
  for (const { signal, issue, isEnglish } of knownLinks()) if (isEnglish && asked.has(signal) && inPool.has(issue)) right.set(signal, (right.get(signal) ?? new Set()).add(issue));
  const { links } = understand(corpus, engineOptions({ prequential: true, evidencePerIssue: 10 }));
  const bySignal = new Map<string, string[]>();
  for (const link of links) if (right.has(link.signal)) bySignal.set(link.signal, [...(bySignal.get(link.signal) ?? []), link.issue]);
  const reference = referenceFusion(corpus, new Set(right.keys()));
  return [...right].map(([signal, issues]) => ({
    signal,
    rank: (bySignal.get(signal) ?? []).findIndex((issue) => issues.has(issue)),
    referenceRank: (reference.get(signal) ?? []).findIndex((issue) => issues.has(issue)),
    hasEarlierLink: corpus.decisions.some((one) => issues.has(one.issue) && one.at < (asked.get(signal) ?? '')),
  }));
}

export function hitAt(ranks: readonly number[], k: number): number[] {
  return ranks.map((rank) => (rank >= 0 && rank < k ? 1 : 0));
}
