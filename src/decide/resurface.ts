import type { EvidenceRow, LinkDecision } from '../domain/evidence';
import type { Policy } from '../domain/policy';
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

/** New customers on a closed item, when they are enough to bring it back. */
export function comesBack({ closedAt, evidence, decisions, signal }: ClosedCase, policy: Policy): ComeBack | undefined {
  const verdicts = new Map(decisions.map((decision) => [decision.signal, decision]));
  const said = (id: string): boolean => (signal(id)?.at ?? '') > closedAt;
  // A person may confirm an old signal after the close: that is new evidence too.
  const confirmed = decisions.filter((one) => one.verdict === 'confirmed' && (said(one.signal) || one.at > closedAt)).map((one) => one.signal);
  const suggested = evidence.filter((row) => row.shown && !verdicts.has(row.signal) && said(row.signal)).map((row) => row.signal);
  const signals = [...confirmed, ...suggested].filter((id) => signal(id) !== undefined);
  const customers = new Set(signals.map((id) => signal(id)?.customer)).size;
  return customers >= policy.reopenAfterCustomers ? { customers, signals } : undefined;
}
