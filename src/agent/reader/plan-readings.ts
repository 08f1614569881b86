import type { Reads } from '../../domain/agent-settings';
import { isSaid, type Signal } from '../../domain/signal';
import type { Theme } from '../../domain/theme';
import type { AgentStore, ReadingTask } from '../../ports/agent-store';
import type { Settings } from '../../ports/settings';
import type { IssueDigest, Stores } from '../../ports/stores';
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

export interface Planning {
  readonly product: string;
  readonly stores: Stores;
  readonly store: AgentStore;
  readonly settings: Settings;
  readonly summaries: ReadonlyMap<string, string>;
  readonly reads: Reads;
  readonly model: string;
  readonly sha256: Sha256;
}

const PAGE = 500;

/** Puts in the line what the last run of the engine gives to read; once a run, model and mode. Safe to repeat. */
export async function planReadings({ product, stores, store, settings, summaries, reads, model, sha256 }: Planning): Promise<void> {
  const run = await stores.evidence.findRun(product);
  if (run === undefined) return;
  const mark = `agent-planned:${product}`;
  const wanted = JSON.stringify([run.computedAt, model, reads, READING_VERSION]);
  if ((await settings.find(mark)) === wanted) return;
  const pairs = wantedPairs({ digests: await stores.evidence.listDigests(product, [...summaries.keys()]), themes: await stores.evidence.listThemes(product), summaries });
  const keep = new Set<string>();
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await stores.signals.pageSignals(product, after, PAGE);
    const tasks = readingTasks(page.rows, pairs, { reads, model, summaries }, sha256);
    await store.queueReadings(product, tasks);
    for (const task of tasks) keep.add(task.signal);
    after = page.next;
  }
  await store.dropWaiting(product, keep);
  await settings.save(mark, wanted);
}
