import type { Prototype, PrototypeReview } from '../domain/prototype';
import { daysBetween } from '../domain/time';

/** How fast ideas reach customers: medians in days over the prototypes that got that far. */
export interface PrototypeClock {
  readonly prototypes: number;
  readonly daysToLink?: number;
  readonly daysToSeen?: number;
}

/** Brief → link → first customer who saw it. A prototype without a link (or that nobody saw) is in no median: it is not yet known. */
export function clockOf(prototypes: readonly Prototype[], reviews: readonly PrototypeReview[]): PrototypeClock {
  const first = new Map<string, string>();
  for (const { issue, shownAt } of reviews) if ((first.get(issue) ?? '9') > shownAt) first.set(issue, shownAt);
  const toLink = prototypes.flatMap(({ brief, link }) => (link === undefined ? [] : [daysBetween(brief.madeAt, link.at)]));
  const toSeen = prototypes.flatMap(({ issue, link }) => {
    const seen = first.get(issue);
    return link === undefined || seen === undefined || seen < link.at ? [] : [daysBetween(link.at, seen)];
  });
  const [daysToLink, daysToSeen] = [median(toLink), median(toSeen)];
  return { prototypes: prototypes.length, ...(daysToLink === undefined ? {} : { daysToLink }), ...(daysToSeen === undefined ? {} : { daysToSeen }) };
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
