import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Ports } from '../../ports/ports';

type Needs = Pick<Ports, 'settings'>;

const KEY = 'emptied-sources';
const Saved = z.array(z.string());
const MOST_CHARACTERS = 40;

/**
 * Remembers that all signals of a source were removed. What was removed stays removed under its id, so whoever uses the name again begins under a
 * new one: otherwise its rows would be refused without a word. Safe to repeat. @throws StoreUnavailable BadInput
 */
export async function noteEmptied(needs: Needs, product: string, source: string): Promise<void> {
  const known = await listEmptied(needs);
  if (!known.includes(keyOf(product, source))) await needs.settings.save(KEY, [...known, keyOf(product, source)]);
}

/** The id under which a source of this name is kept now. @throws StoreUnavailable BadInput */
export async function idNow(needs: Needs, product: string, id: string): Promise<string> {
  const emptied = new Set(await listEmptied(needs));
  const numbered = (number: number): string => {
    const one = number === 1 ? id : `${id.slice(0, MOST_CHARACTERS - 1 - String(number).length)}-${number}`;
    return emptied.has(keyOf(product, one)) ? numbered(number + 1) : one;
  };
  return numbered(1);
}

async function listEmptied({ settings }: Needs): Promise<readonly string[]> {
  const saved = await settings.find(KEY);
  return saved === undefined ? [] : parseAt('settings', Saved, saved);
}

function keyOf(product: string, source: string): string {
  return `${product} ${source}`;
}
