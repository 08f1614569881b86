import { countAskingAgain } from '../domain/asked-again';
import type { EvidenceRow, LinkDecision } from '../domain/evidence';
import type { Policy } from '../domain/policy';
import type { Signal } from '../domain/signal';
import type { IsoTime } from '../domain/time';
import type { SpokenBy } from './weigh-support';

export interface ClosedCase {
  readonly closedAt: IsoTime;
  readonly evidence: readonly EvidenceRow[];
  readonly decisions: readonly LinkDecision[];
  readonly signal: (id: string) => SpokenBy | undefined;
}

export interface ComeBack {
  readonly customers: number;
  /** Signals that ask for it, confirmed ones first: their quotes stand in the proposal. */
  readonly signals: readonly string[];
}

/**
 * Signals that ask for a closed item since it was closed, confirmed ones first; none where they cannot be of enough customers,
 * however their words are counted.
 */
export function askedSince({ closedAt, evidence, decisions, signal }: ClosedCase, policy: Policy): readonly string[] {
  const verdicts = new Map(decisions.map((decision) => [decision.signal, decision]));
  const said = (id: string): boolean => (signal(id)?.at ?? '') > closedAt;
  // A person may confirm an old signal after the close: that is new evidence too.
  const confirmed = decisions.filter((one) => one.verdict === 'confirmed' && (said(one.signal) || one.at > closedAt)).map((one) => one.signal);
  const suggested = evidence.filter((row) => row.shown && !verdicts.has(row.signal) && said(row.signal)).map((row) => row.signal);
  const signals = [...confirmed, ...suggested].filter((id) => signal(id) !== undefined);
  return new Set(signals.map((id) => signal(id)?.customer)).size >= policy.reopenAfterCustomers ? signals : [];
}

/** Whether these signals, read with their words, are of enough customers to bring the item back. */
export function comesBack(asking: readonly Signal[], decisions: readonly LinkDecision[], policy: Policy): ComeBack | undefined {
  const customers = countAskingAgain(asking, decisions);
  return asking.length > 0 && customers >= policy.reopenAfterCustomers ? { customers, signals: asking.map((signal) => signal.id) } : undefined;
}
