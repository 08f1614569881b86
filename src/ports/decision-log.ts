import type { Decision } from '../domain/decision';

/** The No-list: hard calls and what they rested on. */
export interface DecisionLog {
  /** A newer decision on the same subject replaces the older one, which stays readable. */
  saveCall(decision: Decision): Promise<void>;
  /** Decisions in force. */
  listCalls(product: string): Promise<readonly Decision[]>;
  findCall(id: string): Promise<Decision | undefined>;
  listHistory(product: string, subjectKind: Decision['subject']['kind'], subject: string): Promise<readonly Decision[]>;
}
