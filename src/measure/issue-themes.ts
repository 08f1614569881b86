import type { EvidenceRow, LinkDecision, ThemeIssue } from '../domain/evidence';

/** How much of what customers said in a theme is about an issue. */
export interface IssueTheme {
  readonly issue: string;
  readonly theme: string;
  /** Expected number of the theme's signals that are about the issue: the sum of calibrated confidences; what a person confirmed counts one. */
  readonly expected: number;
  /** The same as a share of all signals that are expected to be about the issue, 0..1. */
  readonly share: number;
  /** Confidence of the theme's surest signal, 0..1; 1 where a person confirmed one. Many faint ones add up without any of them being about the issue. */
  readonly surest: number;
  /** Share of the signals nearest to the issue's text that lie in the theme, beyond what its size explains, 0..1. */
  readonly near: number;
}

/** What the engine found for one issue: single signals, and the themes whose signals crowd near its text. */
export interface IssueEvidence {
  readonly evidence: readonly Pick<EvidenceRow, 'signal' | 'confidence'>[];
  readonly themes: readonly Pick<ThemeIssue, 'theme' | 'strength'>[];
}

/**
 * From an issue's evidence to its themes. What a person rejected, or called merely related, counts nothing.
 * @param themeOf the theme of a signal; undefined for the unassigned
 */
export function issueThemes(issue: string, { evidence, themes }: IssueEvidence, decisions: readonly LinkDecision[], themeOf: (signal: string) => string | undefined): IssueTheme[] {
  const near = new Map(themes.map((one) => [one.theme, one.strength]));
  const weights = new Map(evidence.map((row) => [row.signal, row.confidence]));
  for (const { signal, verdict, issue: of } of decisions) if (of === issue) weights.set(signal, verdict === 'confirmed' ? 1 : 0);
  const byTheme = new Map<string, { expected: number; surest: number }>();
  let all = 0;
  for (const [signal, weight] of weights) {
    all += weight;
    const theme = themeOf(signal);
    if (theme === undefined || weight <= 0) continue;
    const known = byTheme.get(theme) ?? { expected: 0, surest: 0 };
    byTheme.set(theme, { expected: known.expected + weight, surest: Math.max(known.surest, weight) });
  }
  return [...byTheme].map(([theme, { expected, surest }]) => ({ issue, theme, expected, share: expected / all, surest, near: near.get(theme) ?? 0 }));
}
