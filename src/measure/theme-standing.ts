import type { CannotJudgeReason, Measure } from '../domain/outcome';
import type { Theme } from '../domain/theme';
import type { IsoTime } from '../domain/time';

/** Whether the themes of a measure are still what they were at the freeze; if not, why not and since when. */
export type ThemeStanding =
  | { readonly kind: 'stands' }
  | { readonly kind: 'changed'; readonly reason: Extract<CannotJudgeReason, 'theme-merged' | 'theme-split' | 'theme-erased'>; readonly at?: IsoTime };

export function themeStanding(measure: Measure, themes: ReadonlyMap<string, Theme>, frozenAt: IsoTime): ThemeStanding {
  if (measure.kind === 'event') return { kind: 'stands' };
  const own = new Set(measure.themes);
  for (const id of own) {
    const standing = standingOf(id, own, themes, frozenAt);
    if (standing.kind === 'changed') return standing;
  }
  return { kind: 'stands' };
}

/** A merge of two themes that are measured together takes nothing away: the same customers are counted. */
function standingOf(id: string, own: ReadonlySet<string>, themes: ReadonlyMap<string, Theme>, frozenAt: IsoTime): ThemeStanding {
  const theme = themes.get(id);
  if (theme === undefined) {
    // A theme that is gone left its name with the one that took it in.
    for (const other of themes.values()) {
      const taken = other.lineage.find((one) => one.other === id && one.event === 'merged');
      if (taken !== undefined) return own.has(other.id) ? { kind: 'stands' } : { kind: 'changed', reason: 'theme-merged', at: taken.at };
    }
    return { kind: 'changed', reason: 'theme-erased' };
  }
  for (const event of theme.lineage) {
    if (event.at <= frozenAt || (event.event !== 'split' && event.other !== undefined && own.has(event.other))) continue;
    if (event.event === 'merged' || event.event === 'merged-into') return { kind: 'changed', reason: 'theme-merged', at: event.at };
    if (event.event === 'split') return { kind: 'changed', reason: 'theme-split', at: event.at };
  }
  for (const other of themes.values()) {
    const part = other.lineage.find((one) => one.event === 'split-from' && one.other === id && one.at > frozenAt);
    if (part !== undefined) return { kind: 'changed', reason: 'theme-split', at: part.at };
  }
  return { kind: 'stands' };
}
