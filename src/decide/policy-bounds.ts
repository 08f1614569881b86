import type { Policy } from '../domain/policy';

type NumberField = {
  [Field in keyof Policy]-?: Policy[Field] extends number ? Field : never;
}[keyof Policy];

export type BoundedField = Exclude<NumberField, 'version'>;

/** Floor, default and ceiling of each number. No setting, file or screen can go past them. */
export const BOUNDS: Readonly<Record<BoundedField, { readonly floor: number; readonly usual: number; readonly ceiling: number; readonly whole: boolean }>> = {
  minimumAgeDays: { floor: 60, usual: 365, ceiling: 3_650, whole: true },
  minimumIdleDays: { floor: 60, usual: 180, ceiling: 3_650, whole: true },
  evidenceWindowDays: { floor: 180, usual: 365, ceiling: 1_095, whole: true },
  graceDays: { floor: 14, usual: 14, ceiling: 90, whole: true },
  batchSize: { floor: 1, usual: 10, ceiling: 10, whole: true },
  runCap: { floor: 1, usual: 10, ceiling: 10, whole: true },
  dailyCap: { floor: 1, usual: 10, ceiling: 25, whole: true },
  keepDays: { floor: 365, usual: 365, ceiling: 3_650, whole: true },
  protectVotes: { floor: 1, usual: 5, ceiling: 5, whole: true },
  protectWatchers: { floor: 1, usual: 10, ceiling: 10, whole: true },
  silenceMaxConfidence: { floor: 0, usual: 0.1, ceiling: 0.2, whole: false },
  silenceMaxThemeStrength: { floor: 0, usual: 0.3, ceiling: 0.5, whole: false },
  reopenAfterCustomers: { floor: 1, usual: 1, ceiling: 5, whole: true },
};

/** Closing without a person's yes on each item asks for more than the floors above. */
export const UNATTENDED_FLOORS = { minimumAgeDays: 365, minimumIdleDays: 180, graceDays: 30 } as const;

/** Shares of the open items that unattended closing may take in a day and in a week; at least one. */
export const UNATTENDED_SHARES = { day: 0.01, week: 0.02 } as const;

/** Always protected, whatever else a person lists. Compared in lower case. */
export const PROTECTED_LABELS: readonly string[] = ['keep-open', 'security', 'legal', 'compliance', 'accessibility', 'a11y', 'privacy', 'gdpr'];
export const PROTECTED_PRIORITIES: readonly string[] = ['highest', 'high', 'critical', 'blocker', 'urgent'];
export const PROTECTED_TYPES: readonly string[] = ['security', 'vulnerability', 'legal', 'compliance', 'accessibility', 'incident'];

/** Our resolution, made by an admin; and words that would claim the work was done. */
export const OWN_RESOLUTION = 'No customer evidence';
export const DONE_WORDS: readonly string[] = ['done', 'fixed', 'complete', 'completed', 'resolved', 'implemented', 'released', 'shipped'];

/** True for a resolution that says the work was done. */
export function claimsDone(resolution: string): boolean {
  return DONE_WORDS.includes(resolution.trim().toLowerCase());
}
