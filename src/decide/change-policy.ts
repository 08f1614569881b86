import type { Mode, Policy, PolicyCorrection } from '../domain/policy';
import { clampPolicy } from './clamp-policy';
import { write, type Closing } from './closing';
import { loadPolicy } from './gates';
import { liveGaps, type LiveGap } from './live-readiness';
import { loadLiveFacts } from './load-live-facts';
import { canonical } from './ledger-chain';
import { record } from './record';

export interface PolicyChanged {
  readonly policy: Policy;
  /** Settings that a floor or ceiling in code changed. */
  readonly corrections: readonly PolicyCorrection[];
}

/** What a person may change; the mode has its own door. */
export type PolicyWish = Partial<Omit<Policy, 'version' | 'mode'>>;

/** Changes settings. Held to floors and ceilings, written into the ledger, and back to asking first: what ran unattended has to prove itself again. */
export async function changePolicy(closing: Closing, product: string, wish: PolicyWish, by: string): Promise<PolicyChanged> {
  const now = await loadPolicy(closing, product);
  const mode: Mode = now.mode === 'live' ? 'suggest' : now.mode;
  const { policy, corrections } = clampPolicy({ ...now, ...wish, mode, version: now.version + 1 });
  await savePolicy(closing, product, policy, by);
  return { policy, corrections };
}

export type ModeChanged = { readonly kind: 'changed'; readonly policy: Policy } | { readonly kind: 'not-yet'; readonly gaps: readonly LiveGap[] };

/**
 * Steps up or down. Down and up to `notice-only` at once; `live` notes the approval and comes into force only when nothing is missing
 * (observation, judged precision, a second admin or seven days where there is only one).
 */
export async function changeMode(closing: Closing, product: string, ask: { readonly mode: Mode; readonly by: string; readonly isSoleAdmin: boolean }): Promise<ModeChanged> {
  const now = await loadPolicy(closing, product);
  if (ask.mode === 'live') {
    const at = closing.clock.now();
    await write(closing, 'approval', () => closing.sweeps.saveApproval(product, { by: ask.by, at, policyVersion: now.version, isSoleAdmin: ask.isSoleAdmin }));
    await record(closing, { id: `live-approved:${product}:${now.version}:${ask.by}`, product, kind: 'live-approved', by: ask.by, body: { policyVersion: now.version, isSoleAdmin: ask.isSoleAdmin } });
    const gaps = liveGaps(await loadLiveFacts(closing, product, now), at);
    if (gaps.length > 0) return { kind: 'not-yet', gaps };
  }
  // The numbers stay as they are, and so does their version: an approval is for these numbers.
  const policy = { ...now, mode: ask.mode };
  await savePolicy(closing, product, policy, ask.by);
  return { kind: 'changed', policy };
}

async function savePolicy(closing: Closing, product: string, policy: Policy, by: string): Promise<void> {
  const at = closing.clock.now();
  // The record first: a change that is not written down does not happen.
  await record(closing, { id: `policy:${product}:${policy.version}:${policy.mode}:${at}`, product, kind: 'policy-changed', by, body: { version: policy.version, mode: policy.mode, hash: closing.sha256(canonical(policy)) } });
  await write(closing, 'policy', () => closing.sweeps.savePolicy(product, policy));
}
