import type { Closing } from './closing';

const LEASE = 'closing';
/** Longer than any function may run (900 s), so that a slow holder is not overtaken while it lives. */
const LEASE_SECONDS = 960;

export type Leased<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'busy' };

/** Runs alone on the site: one writer to Jira at a time. A holder that was overtaken finds its number refused before its next write. */
export async function withLease<Result>(closing: Closing, action: (fence: number) => Promise<Result>): Promise<Leased<Result>> {
  const fence = await closing.sweeps.takeLease(LEASE, closing.clock.now(), LEASE_SECONDS);
  if (fence === undefined) return { kind: 'busy' };
  try {
    return { kind: 'done', result: await action(fence) };
  } finally {
    await closing.sweeps.releaseLease(LEASE, fence);
  }
}

/** Is this still our turn? */
export async function isOurTurn(closing: Closing, fence: number): Promise<boolean> {
  return closing.sweeps.holdsLease(LEASE, fence, closing.clock.now());
}
