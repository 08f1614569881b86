import type { Assignment, Theme } from '../../src/domain/theme';
import type { Judgement } from '../judgements';
import { textAt } from '../shared-data';

/**
 * Below this share of what was read a mean of the rest says nothing of the engine as it is: an engine is changed where it was wrong, so
 * what still stands is more often right than what took the place of the rest, which nobody has read.
 */
export const LEAST_STANDING = 0.8;

export interface Grouping {
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
}

/**
 * Of judged places those that the engine still gives: the signal is in a theme that is called as it was when it was read, or that
 * holds every signal that stood beside it on the sheet. Ids of themes are not asked: they come and go with the grouping.
 */
export function standingAssignments(judged: readonly Judgement[], { themes, assignments }: Grouping): readonly Judgement[] {
  const labels = new Map(themes.map((theme) => [theme.id, theme.label]));
  const places = placesOf(assignments);
  return judged.filter(({ of }) => {
    const theme = places.get(textAt(of, 'signal'));
    if (theme === undefined) return false;
    const read = idsAt(of['exemplars']);
    return labels.get(theme) === textAt(of, 'label') || (read.length > 0 && read.every((signal) => places.get(signal) === theme));
  });
}

/** Of judged labels those that a theme still has which holds at least half of the members that were read under it. */
export function standingLabels(judged: readonly Judgement[], { themes, assignments }: Grouping): readonly Judgement[] {
  const named = Map.groupBy(themes, (theme) => theme.label);
  const places = placesOf(assignments);
  return judged.filter(({ of }) => {
    const read = idsAt(of['members']);
    return (named.get(textAt(of, 'label')) ?? []).some((theme) => read.filter((signal) => places.get(signal) === theme.id).length * 2 >= read.length);
  });
}

function placesOf(assignments: readonly Assignment[]): ReadonlyMap<string, string | undefined> {
  return new Map(assignments.map((one) => [one.signal, one.theme]));
}

function idsAt(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
