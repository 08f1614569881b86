import { countVoices } from './echoes';
import type { LinkDecision } from './evidence';
import type { Signal } from './signal';

/**
 * Customers who ask again for an item that was closed: what decides whether it comes back, and every number that is said of it.
 * Who only repeats one text counts once, whom a person confirmed always; what is hidden counts for nothing.
 * @param signals that ask for it, with their words
 * @param decisions in force on the item
 */
export function countAskingAgain(signals: readonly Signal[], decisions: readonly LinkDecision[]): number {
  const confirmed = new Set(decisions.filter((one) => one.verdict === 'confirmed').map((one) => one.signal));
  return countVoices(signals.filter((signal) => signal.visibility !== 'hidden'), confirmed);
}
