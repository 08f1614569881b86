import type { Measure, OutcomeTarget } from '../domain/outcome';
import type { Theme } from '../domain/theme';
import { buildSeries, type Counting } from './build-series';
import { areSiblings } from './choose-controls';
import { judgeSeries } from './judge-series';
import type { OutcomePolicy } from './policy';
import type { WindowLayout } from './window-layout';

/**
 * Whether a fall is only a change of words: counted together with the parents, children and near twins of its themes, as they are known
 * now, customers did not become fewer. Looked at only where "fewer" would be said.
 */
export function movedElsewhere(counting: Counting, target: OutcomeTarget, themes: ReadonlyMap<string, Theme>, layout: WindowLayout, until: number, policy: OutcomePolicy): boolean {
  const wide = widened(target.measure, themes);
  if (wide === undefined || counting.contract.exposure !== undefined) return false;
  const { series } = buildSeries(counting, { ...target, measure: wide }, layout, until, policy);
  return judgeSeries(series, layout.after.length, policy).ratio > 1 - policy.leastEffect;
}

function widened(measure: Measure, themes: ReadonlyMap<string, Theme>): Measure | undefined {
  if (measure.kind === 'event') return undefined;
  const own = measure.themes.flatMap((id) => themes.get(id) ?? []);
  const near = [...themes.values()].filter((theme) => !measure.themes.includes(theme.id) && own.some((one) => areSiblings(one, theme)));
  return near.length === 0 ? undefined : { kind: 'theme', themes: [...measure.themes, ...near.map((theme) => theme.id)] };
}
