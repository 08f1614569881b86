import { isPlanned } from '../../domain/roadmap';
import type { ProductDigest, ThemeDigest } from '../../domain/product-digest';
import { byLoudness } from './theme-row';

/** Fewer customers than this in 12 weeks are not loud, however small the product. */
const LEAST_CUSTOMERS = 5;

/** Of every four themes one is loud: a word that fits half of them says nothing. Of a handful, three. */
const LOUD_SHARE = 1 / 4;
const FEWEST_LOUD = 3;

/** The loud themes for which nothing has a place on the roadmap, all of them. Loud: in the upper quarter of themes by customers in 12 weeks. */
export function loudUnplanned({ themes }: Pick<ProductDigest, 'themes'>): readonly ThemeDigest[] {
  const ranked = [...themes].sort(byLoudness);
  return ranked
    .slice(0, Math.max(FEWEST_LOUD, Math.ceil(ranked.length * LOUD_SHARE)))
    .filter((one) => one.recentCustomers >= LEAST_CUSTOMERS && !one.issues.some((issue) => isPlanned(issue.column)));
}
