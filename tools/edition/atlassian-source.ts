const SWITCH = 'STAYS_ON_ATLASSIAN = false as boolean';

/** `src/edition.ts` of the edition that stays on Atlassian. @throws RangeError where the switch is not found, so that no edition is made that offers what cannot work */
export function atlassianSource(source: string): string {
  if (!source.includes(SWITCH)) throw new RangeError(`src/edition.ts has no "${SWITCH}"`);
  return source.replace(SWITCH, 'STAYS_ON_ATLASSIAN = true as boolean');
}
