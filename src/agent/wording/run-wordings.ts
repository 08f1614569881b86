import type { Clock } from '../../ports/clock';
import type { Model, ModelAsk } from '../../ports/model';
import type { Wording, WordingStore } from '../../ports/wording-store';
import { askProven } from '../model/ask-proven';
import { endOf, type RunEnd } from '../model/without-reply';

/** One place that a model may word, and what may be kept of its reply. */
export interface WordingCase extends Pick<Wording, 'key' | 'madeFrom' | 'signals'> {
  readonly ask: ModelAsk;
  readonly repair: string;
  /** @param reply as the schema of `ask` has it */
  readonly prove: (reply: unknown) => Readonly<Record<string, string>> | undefined;
}

export interface Wordings {
  readonly product: string;
  readonly cases: readonly WordingCase[];
  readonly model: Model;
  readonly store: WordingStore;
  readonly clock: Clock;
  readonly budgetMs: number;
}

/** Words what has no wording for its material yet. What nobody answered is asked in the next run; what was answered and not proven is said by rule. */
export async function runWordings({ product, cases, model, store, clock, budgetMs }: Wordings): Promise<RunEnd> {
  const until = clock.monotonicMs() + budgetMs;
  const known = new Map((await store.findWordings(product, cases.map((one) => one.key))).map((one) => [one.key, one.madeFrom]));
  for (const { key, madeFrom, signals, ask, repair, prove } of cases) {
    if (known.get(key) === madeFrom) continue;
    if (clock.monotonicMs() >= until) return { kind: 'more' };
    const answer = await askProven(model, ask, prove, repair);
    const end = answer.kind === 'proven' || answer.kind === 'unproven' ? undefined : endOf(answer);
    if (end !== undefined) return end;
    await store.saveWording(product, { key, madeFrom, model: model.id, signals, ...(answer.kind === 'proven' ? { lines: answer.value } : {}) });
  }
  return { kind: 'done' };
}

/** The sentences for one place, where they were made from this very material. */
export function linesFor(found: readonly Wording[], { key, madeFrom }: Pick<WordingCase, 'key' | 'madeFrom'>): { readonly isAsked: boolean; readonly lines?: Readonly<Record<string, string>> } {
  const one = found.find((wording) => wording.key === key && wording.madeFrom === madeFrom);
  return one === undefined ? { isAsked: false } : { isAsked: true, ...(one.lines === undefined ? {} : { lines: one.lines }) };
}
