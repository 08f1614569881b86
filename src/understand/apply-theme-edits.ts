import type { Assignment, Theme, ThemeLineage } from '../domain/theme';
import type { ThemeEdit } from '../domain/theme-edit';

export interface ThemedSignals {
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
}

/**
 * Replays people's edits, oldest first, over what the engine found. Pure: taking an edit out of the list and replaying is its exact undo.
 * An edit whose theme is gone changes nothing but is kept: the theme may come back with the next run.
 */
export function applyThemeEdits(found: ThemedSignals, edits: readonly ThemeEdit[]): ThemedSignals {
  if (edits.length === 0) return found;
  const themes = new Map(found.themes.map((theme) => [theme.id, theme]));
  const places = new Map(found.assignments.map((one) => [one.signal, one]));
  for (const edit of [...edits].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))) apply(edit, themes, places);
  const counts = new Map<string, number>();
  for (const { theme } of places.values()) if (theme !== undefined) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return {
    themes: [...themes.values()].map((theme) => ({ ...theme, signals: counts.get(theme.id) ?? 0 })),
    assignments: [...places.values()],
  };
}

function apply({ change, at }: ThemeEdit, themes: Map<string, Theme>, places: Map<string, Assignment>): void {
  switch (change.kind) {
    case 'rename': {
      const theme = themes.get(change.theme);
      if (theme !== undefined) themes.set(theme.id, touched({ ...theme, label: change.label, labelAuthor: 'person' }, { event: 'renamed', at, by: 'person' }));
      return;
    }
    case 'merge': {
      const from = themes.get(change.from);
      const into = themes.get(change.into);
      if (from === undefined || into === undefined || from === into) return;
      for (const place of [...places.values()]) if (place.theme === from.id) places.set(place.signal, { ...place, theme: into.id });
      themes.delete(from.id);
      themes.set(into.id, touched({ ...into, exemplars: [...into.exemplars, ...from.exemplars].slice(0, 5) }, { event: 'merged', at, by: 'person', other: from.id }));
      return;
    }
    case 'split': {
      const parent = themes.get(change.theme);
      const members = change.signals.flatMap((signal) => places.get(signal) ?? []);
      if (members.length === 0) return;
      for (const place of members) places.set(place.signal, { ...place, theme: change.newTheme });
      themes.set(change.newTheme, {
        id: change.newTheme, label: change.label, labelAuthor: 'person', frozen: true, signals: members.length,
        exemplars: members.slice(0, 3).map((place) => place.signal), terms: [],
        lineage: [{ event: 'split', at, by: 'person', other: change.theme }],
      });
      if (parent !== undefined) themes.set(parent.id, touched({ ...parent, exemplars: parent.exemplars.filter((id) => !change.signals.includes(id)) }, { event: 'split', at, by: 'person', other: change.newTheme }));
      return;
    }
    case 'move': {
      const place = places.get(change.signal);
      if (place === undefined || (change.theme !== null && !themes.has(change.theme))) return;
      const { theme: _, ...rest } = place;
      places.set(change.signal, change.theme === null ? rest : { ...rest, theme: change.theme });
    }
  }
}

/** A person touched it: from now on the engine keeps its members and its name. */
function touched(theme: Theme, event: ThemeLineage): Theme {
  const known = theme.lineage.some((one) => one.event === event.event && one.at === event.at);
  return { ...theme, frozen: true, lineage: known ? theme.lineage : [...theme.lineage, event] };
}
