import type { ThemeRow } from '../../../../../src/contract/page';
import type { Show } from '../route';

/** The themes that a filter and a search word leave. */
export function shownThemes(themes: readonly ThemeRow[], show: Show, find: string): readonly ThemeRow[] {
  const word = find.trim().toLowerCase();
  return themes.filter((theme) => matches(theme, show) && theme.label.toLowerCase().includes(word));
}

function matches(theme: ThemeRow, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'above':
      return theme.isAbove;
    case 'unplanned':
      return !hasPlannedWork(theme);
  }
}

/** Some of the theme's issues have a place on the roadmap. What has shipped has none any more. */
export function hasPlannedWork({ columns }: ThemeRow): boolean {
  return (columns.now ?? 0) + (columns.next ?? 0) + (columns.later ?? 0) > 0;
}
