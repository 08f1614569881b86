import type { ThemeIssue } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { Theme } from '../../domain/theme';
import type { Retrieve } from '../evidence/retrieve';

const SIGNALS_READ = 60;
const FEWEST_SIGNALS = 3;
const THEMES_PER_ISSUE = 3;

/**
 * Themes whose signals crowd among an issue's nearest signals, beyond what their size explains.
 * Strength 0..1: share of the issue's nearest signals in the theme minus the theme's share of all signals.
 */
export function themeIssues(themes: readonly Theme[], themeOfSignal: Int32Array, issues: readonly Issue[], retrieveSignals: Retrieve): ThemeIssue[] {
  return issues.flatMap((issue, row) => {
    const near = retrieveSignals(row, SIGNALS_READ);
    const counts = new Map<number, number>();
    for (const one of near) {
      const theme = themeOfSignal[one.row]!;
      if (theme >= 0) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    }
    return [...counts]
      .map(([theme, signals]) => ({ theme, signals, strength: signals / near.length - themes[theme]!.signals / Math.max(1, themeOfSignal.length) }))
      .filter((one) => one.signals >= FEWEST_SIGNALS && one.strength > 0)
      .sort((a, b) => b.strength - a.strength || a.theme - b.theme)
      .slice(0, THEMES_PER_ISSUE)
      .map((one) => ({ theme: themes[one.theme]!.id, issue: issue.id, strength: one.strength, signals: one.signals }));
  });
}
