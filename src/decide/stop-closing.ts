import { BadInput } from '../domain/errors';
import type { Breaker } from '../domain/sweep';
import { write, type Closing } from './closing';
import { record } from './record';

/** The kill switch, for the whole site. Read again before every transition. Off: the switch first, so that it works even when the record cannot be written. */
export async function stopClosing(closing: Closing, by: string): Promise<void> {
  const at = closing.clock.now();
  await write(closing, 'switch', () => closing.sweeps.saveStopped(true));
  await record(closing, { id: `stopped:${at}:${by}`, product: '*', kind: 'stopped', by, body: {} });
}

/** On again: the record first. */
export async function resumeClosing(closing: Closing, by: string): Promise<void> {
  const at = closing.clock.now();
  await record(closing, { id: `resumed:${at}:${by}`, product: '*', kind: 'resumed', by, body: {} });
  await write(closing, 'switch', () => closing.sweeps.saveStopped(false));
}

const SHORTEST_REASON = 10;

/** Arms an open breaker again. Only a person, and only with a written reason. @throws BadInput without one */
export async function rearmBreaker(closing: Closing, product: string, by: string, reason: string): Promise<Breaker> {
  const text = reason.trim();
  if (text.length < SHORTEST_REASON) throw new BadInput('breaker', 'reason', `at least ${SHORTEST_REASON} characters`);
  const at = closing.clock.now();
  await record(closing, { id: `breaker-rearmed:${product}:${at}`, product, kind: 'breaker-rearmed', by, body: { reason: closing.sha256(text) } });
  const breaker: Breaker = { kind: 'shut', armed: { by, at, reason: text } };
  await write(closing, 'breaker', () => closing.sweeps.saveBreaker(product, breaker));
  return breaker;
}

/** A person judges a proposal: was it right to propose it? Counted towards unattended closing. */
export async function judgeSuggestion(closing: Closing, product: string, issue: string, ask: { readonly right: boolean; readonly by: string }): Promise<void> {
  await record(closing, { id: `judged:${issue}:${ask.by}:${closing.clock.now()}`, product, kind: 'suggestion-judged', by: ask.by, issue, body: { right: ask.right } });
}
