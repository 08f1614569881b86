/** How long a sender may be silent, in hours and in words. */
export const QUIET: readonly (readonly [number, string])[] = [[6, '6 hours'], [24, 'a day'], [72, '3 days'], [168, 'a week'], [744, 'a month']];

export function quietWords(hours: number): string {
  return QUIET.find(([known]) => known === hours)?.[1] ?? `${hours} hours`;
}
