import { z } from 'zod';
import { parseAt } from '../domain/boundary';
import type { SourceCoverage } from '../domain/coverage';
import { heldByFiles, type HeldWord } from '../domain/held-time';
import type { InboundSource } from '../domain/inbound';
import { isoDay } from '../domain/time';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock'>;
export type Held = Pick<SourceCoverage, 'held' | 'nothingBefore'>;

const Saved = z.object({ from: z.string(), to: z.string().exactOptional(), isNothingBefore: z.literal(true).exactOptional() });
const keyOf = (product: string, source: string): string => `held-time:${product}:${source}`;

/** What the files of a source hold, by their rows or as an admin said. @throws StoreUnavailable BadInput */
export async function heldOfFiles(needs: Needs, product: string, source: string): Promise<Held> {
  const word = await findHeldWord(needs, product, source);
  const { signals } = needs.stores;
  const held = heldByFiles(await signals.daysOfSource(product, source), word, needs.clock.now());
  const { newestAt } = await signals.spanOfSource(product, source);
  // By its rows it ends with the last of them, which may have come early in its day.
  const isLast = held?.to !== undefined && held.to !== word?.to && newestAt !== undefined && isoDay(newestAt) === isoDay(held.to);
  return told(isLast ? { ...held, to: newestAt } : held, word);
}

/**
 * What a sender was there to hand over: from the moment it was made (before it was removed and added again, if that was earlier), or from when an admin
 * says. What it sends of the days before may be a part of what was said then, and is kept. @throws StoreUnavailable BadInput
 */
export async function heldOfSender(needs: Pick<Needs, 'settings'>, { product, id, heardFrom, createdAt }: InboundSource): Promise<Held> {
  const word = await findHeldWord(needs, product, id);
  return told({ from: word?.from ?? heardFrom ?? createdAt }, word);
}

function told(held: Held['held'], word: HeldWord | undefined): Held {
  if (held === undefined) return {};
  return { held, ...(word?.isNothingBefore === true ? { nothingBefore: true } : {}) };
}

export async function findHeldWord({ settings }: Pick<Needs, 'settings'>, product: string, source: string): Promise<HeldWord | undefined> {
  const saved = await settings.find(keyOf(product, source));
  return saved === undefined ? undefined : parseAt('settings', Saved, saved);
}

/** An admin says which time it holds; without a word it is by its rows, or the sender's beginning, again. Safe to repeat. @throws StoreUnavailable */
export async function saveHeldWord({ settings }: Pick<Needs, 'settings'>, product: string, source: string, word: HeldWord | undefined): Promise<void> {
  if (word === undefined) await settings.remove(keyOf(product, source));
  else await settings.save(keyOf(product, source), word);
}
