import type { Theme, ThemeLineage } from '../../domain/theme';
import type { IsoTime } from '../../domain/time';
import type { PreviousThemes } from '../engine';

const SURVIVES_FROM = 0.5;

/** Who a new group is: an earlier theme that lives on, or a new one with its origin. */
export interface Identity {
  readonly id: string;
  readonly survivor?: Theme;
  readonly lineage: readonly ThemeLineage[];
}

/**
 * Matches new groups to earlier themes by shared members, largest overlap first; an id lives on when at least half of either
 * side is shared. A group that takes half of its members from a theme that lives elsewhere was split from it.
 * @param groups signal ids per group; @param names a fresh id per group, used when it is new
 */
export function identify(groups: readonly (readonly string[])[], names: readonly string[], previous: PreviousThemes | undefined, at: IsoTime): Identity[] {
  const earlier = new Map((previous?.themes ?? []).map((theme) => [theme.id, theme]));
  const themeOf = new Map((previous?.assignments ?? []).flatMap((one) => (one.theme === undefined ? [] : [[one.signal, one.theme] as const])));
  const sizes = new Map<string, number>();
  for (const theme of themeOf.values()) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  const overlaps = groups.flatMap((members, group) => {
    const shared = new Map<string, number>();
    for (const signal of members) {
      const theme = themeOf.get(signal);
      if (theme !== undefined && earlier.has(theme)) shared.set(theme, (shared.get(theme) ?? 0) + 1);
    }
    const known = [...shared.values()].reduce((sum, count) => sum + count, 0);
    return [...shared].map(([theme, count]) => ({ group, theme, count, ofGroup: count / known, ofTheme: count / (sizes.get(theme) ?? 1) }));
  });
  overlaps.sort((a, b) => b.count - a.count || a.group - b.group || (a.theme < b.theme ? -1 : 1));
  const survivors = new Map<number, string>();
  const taken = new Set<string>();
  for (const { group, theme, ofGroup, ofTheme } of overlaps) {
    if (survivors.has(group) || taken.has(theme) || (ofGroup < SURVIVES_FROM && ofTheme < SURVIVES_FROM)) continue;
    survivors.set(group, theme);
    taken.add(theme);
  }
  const used = new Set(earlier.keys());
  return groups.map((_, group) => {
    const survivor = earlier.get(survivors.get(group) ?? '');
    if (survivor !== undefined) {
      const joined = overlaps.filter((one) => one.group === group && one.ofTheme >= SURVIVES_FROM && one.theme !== survivor.id && !taken.has(one.theme));
      return { id: survivor.id, survivor, lineage: [...survivor.lineage, ...joined.map((one): ThemeLineage => ({ event: 'merged', at, by: 'engine', other: one.theme }))] };
    }
    const parent = overlaps.find((one) => one.group === group && one.ofGroup >= SURVIVES_FROM);
    const id = freshId(names[group] ?? `theme-${group}`, used);
    used.add(id);
    return { id, lineage: [parent === undefined ? { event: 'born', at, by: 'engine' } : { event: 'split-from', at, by: 'engine', other: parent.theme }] };
  });
}

function freshId(wanted: string, used: ReadonlySet<string>): string {
  let id = wanted;
  for (let turn = 2; used.has(id); turn += 1) id = `${wanted}-${turn}`;
  return id;
}
