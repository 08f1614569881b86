import type { Theme } from '../domain/theme';

/** Two themes that share at least half of the shorter one's terms are siblings: what helps one may help the other. */
const SHARED_TERMS = 0.5;

/** Themes that the release does not touch: not measured by it, not parent, child or near twin of one that is. */
export function chooseControls(themes: readonly Theme[], touched: ReadonlySet<string>): string[] {
  const treated = themes.filter((theme) => touched.has(theme.id));
  return themes.filter((theme) => !touched.has(theme.id) && !treated.some((one) => areSiblings(one, theme))).map((theme) => theme.id);
}

/** Parent, child or near twin. */
export function areSiblings(a: Theme, b: Theme): boolean {
  if (a.lineage.some((one) => one.other === b.id) || b.lineage.some((one) => one.other === a.id)) return true;
  return shareTerms(a, b, SHARED_TERMS);
}

/** Do two themes share this part of the shorter one's terms? Never where one has hardly any. */
export function shareTerms(a: Theme, b: Theme, part: number): boolean {
  const shorter = Math.min(a.terms.length, b.terms.length);
  if (shorter < 2) return false;
  const terms = new Set(a.terms);
  return b.terms.filter((term) => terms.has(term)).length >= part * shorter;
}
