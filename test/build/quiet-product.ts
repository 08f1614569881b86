import { unusualSince, type PartWeeks } from '../../src/domain/since-friday';
import { gamma, negativeBinomial, poisson } from './negative-binomial';

export interface QuietProduct {
  readonly themes: number;
  /** Weeks before this one. */
  readonly weeks: number;
  /** Of each theme: variance = mean + dispersion × mean². */
  readonly dispersionOf: (theme: number) => number;
  /** Share of these days in a week, by theme. */
  readonly shareOf: (theme: number) => number;
  /** One draw for a whole week, so that a burst lasts, or one for each part of it. */
  readonly burstsLast: boolean;
}

/** A product in which nothing ever changes: each theme has its mean (1 to 30 a week), its rhythm and its bursts. */
export function quietWeeks(random: () => number, { themes, weeks, dispersionOf, shareOf, burstsLast }: QuietProduct): PartWeeks[] {
  return Array.from({ length: themes }, (_, theme) => {
    const [mean, share, dispersion] = [[1, 3, 8, 30][theme % 4]!, shareOf(theme), dispersionOf(theme)];
    const [parts, rests] = [[] as number[], [] as number[]];
    for (let week = 0; week <= weeks; week += 1) {
      const burst = burstsLast && dispersion > 0 ? gamma(random, 1 / dispersion) * dispersion : undefined;
      const draw = (of: number): number => (burst === undefined ? negativeBinomial(random, of, dispersion) : poisson(random, of * burst));
      parts.push(draw(mean * share));
      rests.push(draw(mean * (1 - share)));
    }
    return { id: `t${theme}`, parts, rests };
  });
}

/** Themes named a page in the mean, over so many pages of products where nothing happened. */
export function namedByChance(random: () => number, product: QuietProduct, pages: number): number {
  const heard = Array.from({ length: product.weeks + 1 }, () => true);
  let named = 0;
  for (let page = 0; page < pages; page += 1) named += unusualSince(quietWeeks(random, product), heard).unusual.length;
  return named / pages;
}
