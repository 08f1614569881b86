import type { SourceCoverage } from '../../domain/coverage';
import { isHandedOver } from '../../domain/heard-when-marked';
import type { ProductDigest } from '../../domain/product-digest';

/** A source that brings less than this share of what is said makes no theme unusual when it begins, or quiet when it ends. */
const COUNTS_FROM = 0.1;

/** Sources that bring a good part of what is said, by themselves: what is handed over speaks when somebody makes the time. */
export function loudSources(digest: ProductDigest | undefined, sources: readonly SourceCoverage[]): readonly SourceCoverage[] {
  const brought = broughtBy(digest);
  const all = [...brought.values()].reduce((sum, count) => sum + count, 0);
  return sources.filter((one) => !isHandedOver(one.kind) && (brought.get(one.source) ?? 0) >= COUNTS_FROM * all);
}

function broughtBy(digest: ProductDigest | undefined): ReadonlyMap<string, number> {
  const brought = new Map<string, number>();
  for (const { sources } of digest?.themes ?? []) for (const [source, weeks] of Object.entries(sources)) brought.set(source, (brought.get(source) ?? 0) + weeks.reduce((sum, count) => sum + count, 0));
  return brought;
}
