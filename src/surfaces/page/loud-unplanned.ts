import { isPlanned } from '../../domain/roadmap';
import type { ProductDigest, ThemeDigest } from '../../domain/product-digest';
import { byLoudness } from './theme-row';

/** Fewer customers than this in 12 weeks are not loud, however small the product. */
const LEAST_CUSTOMERS = 5;

/** The loudest themes for which nothing has a place on the roadmap. Loud: among the upper half of themes by customers in 12 weeks. */
export function loudUnplanned({ themes }: Pick<ProductDigest, 'themes'>): readonly ThemeDigest[] {
  const ranked = [...themes].sort(byLoudness);
  return ranked
    .slice(0, Math.ceil(ranked.length / 2))
    .filter((one) => one.recentCustomers >= LEAST_CUSTOMERS && !one.issues.some((issue) => isPlanned(issue.column)));
}
