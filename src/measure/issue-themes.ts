import type { EvidenceRow, LinkDecision } from '../domain/evidence';

/** How much of what customers said in a theme is about an issue. */
export interface IssueTheme {
  readonly issue: string;
  readonly theme: string;
  /** Expected number of the theme's signals that are about the issue: the sum of calibrated confidences; what a person confirmed counts one. */
  readonly expected: number;
  /** The same as a share of all signals that are expected to be about the issue, 0..1. */
  readonly share: number;
}

/**
 * From an issue's evidence to its themes. What a person rejected, or called merely related, counts nothing.
 * @param themeOf the theme of a signal; undefined for the unassigned
 */
export function issueThemes(issue: string, evidence: readonly Pick<EvidenceRow, 'signal' | 'confidence'>[], decisions: readonly LinkDecision[], themeOf: (signal: string) => string | undefined): IssueTheme[] {
  const weights = new Map(evidence.map((row) => [row.signal, row.confidence]));
  for (const { signal, verdict, issue: of } of decisions) if (of === issue) weights.set(signal, verdict === 'confirmed' ? 1 : 0);
  const byTheme = new Map<string, number>();
  let all = 0;
  for (const [signal, weight] of weights) {
    all += weight;
    const theme = themeOf(signal);
    if (theme !== undefined && weight > 0) byTheme.set(theme, (byTheme.get(theme) ?? 0) + weight);
  }
  return [...byTheme].map(([theme, expected]) => ({ issue, theme, expected, share: expected / all }));
}
