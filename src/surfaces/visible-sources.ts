import type { SourceCoverage } from '../domain/coverage';
import type { SourceSetting } from '../domain/product';

/**
 * What a reader may know of the sources: a hidden one is as good as absent, in names and in numbers alike. A source without a setting
 * is hidden too, for nobody said that it may be seen. What decides about closing reads all of them.
 */
export function visibleSources(coverage: readonly SourceCoverage[], settings: readonly SourceSetting[]): readonly SourceCoverage[] {
  const shown = new Set(settings.filter((source) => source.visibility !== 'hidden').map((source) => source.id));
  return coverage.filter((one) => shown.has(one.source));
}
