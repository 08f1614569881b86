import type { Reads } from '../../domain/agent-settings';
import { isSaid, type Signal } from '../../domain/signal';
import type { Theme } from '../../domain/theme';
import type { IssueDigest } from '../../ports/stores';
import type { ReadingTask } from '../../ports/agent-store';
import type { Sha256 } from '../../ports/sha256';
import { ISSUES_PER_QUESTION, readableText, READING_VERSION } from './reading-question';

export interface Wanted {
  readonly digests: readonly IssueDigest[];
  readonly themes: readonly Theme[];
  /** Summaries of open issues whose evidence may be derived, by id. */
  readonly summaries: ReadonlyMap<string, string>;
  readonly reads: Reads;
  readonly model: string;
}

/** Which issues each signal is to be read with: the pairs that the engine retrieved, the best first; none for a theme's exemplar. */
export function wantedPairs({ digests, themes, summaries }: Pick<Wanted, 'digests' | 'themes' | 'summaries'>): ReadonlyMap<string, readonly string[]> {
  const scored = new Map<string, { issue: string; confidence: number }[]>();
  for (const digest of digests) {
    if (!summaries.has(digest.issue)) continue;
    for (const { signal, confidence } of digest.evidence) {
      const pairs = scored.get(signal) ?? [];
      pairs.push({ issue: digest.issue, confidence });
      scored.set(signal, pairs);
    }
  }
  const wanted = new Map<string, readonly string[]>();
  for (const exemplar of themes.flatMap((theme) => theme.exemplars)) wanted.set(exemplar, []);
  for (const [signal, pairs] of scored) {
    const best = [...pairs].sort((a, b) => b.confidence - a.confidence || (a.issue < b.issue ? -1 : 1)).slice(0, ISSUES_PER_QUESTION);
    wanted.set(signal, best.map(({ issue }) => issue).sort());
  }
  return wanted;
}

/** The questions to ask about these signals. A signal whose words may not be shown is not read by a model. */
export function readingTasks(signals: readonly Signal[], pairs: ReadonlyMap<string, readonly string[]>, { reads, model, summaries }: Pick<Wanted, 'reads' | 'model' | 'summaries'>, sha256: Sha256): ReadingTask[] {
  return signals.flatMap((signal) => {
    const issues = pairs.get(signal.id) ?? (reads === 'everything' ? [] : undefined);
    if (issues === undefined || !isSaid(signal) || signal.visibility !== 'open') return [];
    const { text } = readableText(signal);
    const hash = sha256(JSON.stringify([READING_VERSION, model, text, issues.map((issue) => [issue, summaries.get(issue)])]));
    return [{ signal: signal.id, hash, issues, size: text.length }];
  });
}
