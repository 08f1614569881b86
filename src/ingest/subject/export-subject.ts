import type { HeldDocument, Subject } from '../../domain/subject';
import type { Signal } from '../../domain/signal';
import { findOthers, findSubject, type SubjectNeeds } from './subject-requests';

/** One thing we hold: a signal of theirs with its product, or a row that names them with its table. */
export type Held = (Signal & { readonly product: string }) | HeldDocument;

export interface ExportPart {
  readonly held: readonly Held[];
  /** Where the next part begins; absent on the last. */
  readonly next?: number;
}

const SIGNALS_AT_ONCE = 200;
/** Signals of the greatest size (64 kB of text) that fit beside what is there already. */
const FEW = 20;
/** An answer of the platform holds 5 MB; UTF-8 may take three bytes for a character of ours. */
const MOST_CHARACTERS = 1_000_000;
/** More than anybody's. */
const MOST_OTHERS = 100_000;

/**
 * Everything we hold of somebody, as it is kept, in parts that fit an answer: their signals with where each came from, then everything else. Parts follow
 * one another by their number, so that nothing is left out without a word. @throws StoreUnavailable
 */
export async function exportSubject(needs: SubjectNeeds, subject: Subject, from: number): Promise<ExportPart> {
  const signals = (await findSubject(needs, subject, from + SIGNALS_AT_ONCE)).slice(from);
  if (signals.length === 0) return othersFrom(needs, subject, from);
  const held: Held[] = [];
  let [taken, size] = [0, 0];
  while (taken < signals.length && size <= MOST_CHARACTERS) {
    const few = signals.slice(taken, taken + FEW);
    for (const [product, own] of Map.groupBy(few, (one) => one.product)) {
      const ids = own.map((one) => one.signal);
      const some: Held[] = [...(await needs.stores.signals.findSignals(product, ids)).map((one) => ({ ...one, product })), ...(await needs.subjects.findOrigins(product, ids))];
      held.push(...some);
      size += JSON.stringify(some).length;
    }
    taken += few.length;
  }
  return { held, next: from + taken };
}

async function othersFrom(needs: SubjectNeeds, subject: Subject, from: number): Promise<ExportPart> {
  const before = (await findSubject(needs, subject, from + 1)).length;
  const others = (await findOthers(needs, subject, MOST_OTHERS)).slice(Math.max(0, from - before));
  let [taken, size] = [0, 0];
  for (const one of others) {
    if (taken > 0 && size > MOST_CHARACTERS) break;
    taken += 1;
    size += JSON.stringify(one).length;
  }
  return { held: others.slice(0, taken), ...(taken < others.length ? { next: from + taken } : {}) };
}
