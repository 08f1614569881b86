import { epochMs } from '../../domain/time';
import type { ReadCorpus } from '../text/read-corpus';
import type { DecisionRow } from './decision-log';
import { gatherCandidates, type Linker } from './gather-candidates';
import { newLinkMemory, type Candidates, type LinkMemory } from './link-memory';

export interface Walk {
  readonly corpus: ReadCorpus;
  readonly linker: Linker;
  readonly decisions: readonly DecisionRow[];
  /** Rank each signal with only the decisions made before it was said. */
  readonly prequential: boolean;
  /** Issues that must be among a signal's candidates. */
  readonly asked: (signal: number) => readonly number[];
}

/**
 * Goes through the signals in the order they were said and hands each one's candidates on. Decisions teach as they come:
 * in a prequential walk a signal sees only earlier ones; otherwise the decided signals are walked first, so that the
 * weights are learned from honest rankings, and then every signal sees every decision.
 */
export function walkSignals(walk: Walk, visit: (signal: number, candidates: Candidates, memory: LinkMemory) => void): LinkMemory {
  const { linker, decisions } = walk;
  const memory = newLinkMemory(walk.corpus);
  const decided = new Set(decisions.map((decision) => decision.signal));
  const saidAt = linker.signals.map((signal) => epochMs(signal.at));
  const order = saidAt.map((_, signal) => signal).sort((a, b) => saidAt[a]! - saidAt[b]! || a - b);
  let next = 0;
  const learnUntil = (atMs: number): void => {
    for (let decision = decisions[next]; decision !== undefined && decision.atMs < atMs; decision = decisions[next]) {
      memory.learn(decision);
      next += 1;
    }
  };
  for (const signal of order) {
    if (!walk.prequential && !decided.has(signal)) continue;
    learnUntil(saidAt[signal]!);
    const candidates = gatherCandidates(linker, memory, signal, walk.prequential ? walk.asked(signal) : []);
    if (decided.has(signal)) memory.remember(signal, candidates);
    if (walk.prequential) visit(signal, candidates, memory);
  }
  if (walk.prequential) return memory;
  learnUntil(Number.POSITIVE_INFINITY);
  for (const signal of order) visit(signal, gatherCandidates(linker, memory, signal, walk.asked(signal)), memory);
  return memory;
}
