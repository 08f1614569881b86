import { APP } from '../domain/ledger';
import type { Policy } from '../domain/policy';
import type { Breaker, BreakerReason } from '../domain/sweep';
import { clampPolicy, FIRST_POLICY } from './clamp-policy';
import { write, type Closing } from './closing';
import { record } from './record';

/** The policy in force: what a person saved, held to the floors and ceilings. */
export async function loadPolicy(closing: Closing, product: string): Promise<Policy> {
  const saved = await closing.sweeps.findPolicy(product);
  return saved === undefined ? FIRST_POLICY : clampPolicy(saved).policy;
}

/** The kill switch. A switch that cannot be read is on. */
export async function isStopped(closing: Closing): Promise<boolean> {
  try {
    return await closing.sweeps.isStopped();
  } catch (error) {
    closing.logger.warn('closing.switch-unreadable', { reason: nameOf(error) });
    return true;
  }
}

/** The circuit breaker. One that cannot be read is open. */
export async function loadBreaker(closing: Closing, product: string): Promise<Breaker> {
  try {
    return await closing.sweeps.findBreaker(product);
  } catch (error) {
    closing.logger.warn('closing.breaker-unreadable', { product, reason: nameOf(error) });
    return { kind: 'open', reason: 'unreadable', at: closing.clock.now() };
  }
}

/** Opens the breaker until a person arms it again; an open one stays as it is. */
export async function openBreaker(closing: Closing, product: string, reason: BreakerReason): Promise<void> {
  if ((await loadBreaker(closing, product)).kind === 'open') return;
  const at = closing.clock.now();
  await write(closing, 'breaker', () => closing.sweeps.saveBreaker(product, { kind: 'open', reason, at }));
  await record(closing, { id: `breaker:${product}:${at}`, product, kind: 'breaker-opened', by: APP, body: { reason } });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
