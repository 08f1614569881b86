/** The numbers of the first dotted version in a text (`Thunderbird 128.1.0` is 128, 1, 0); undefined without one. */
export function parseVersion(text: string): readonly number[] | undefined {
  const found = /\d+(?:\.\d+)*/.exec(text);
  return found === null ? undefined : found[0].split('.').map(Number);
}

/** Number by number; a missing number is 0. */
export function isAtLeast(version: readonly number[], wanted: readonly number[]): boolean {
  for (let part = 0; part < Math.max(version.length, wanted.length); part += 1) {
    const difference = (version[part] ?? 0) - (wanted[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
