import type { Issue } from '../../domain/issue';

const KEY = /\b[A-Z][A-Z0-9_]{1,9}-\d{1,7}\b/g;
const NUMBER = /(?:\bbug|\bissue|\bid=|#)\s{0,2}#?(\d{4,9})\b/gi;
const LONGEST_SEARCHED = 20_000;

/** Finds issues that a text names outright: a key, or the number after "bug", "issue" or "#" where one key ends in it. */
export function mentionFinder(issues: readonly Issue[]): (text: string) => number[] {
  const byKey = new Map<string, number>();
  const byNumber = new Map<string, number>();
  issues.forEach((issue, row) => {
    byKey.set(issue.key.toUpperCase(), row);
    const number = issue.key.split('-').at(-1) ?? '';
    if (number.length >= 4) byNumber.set(number, byNumber.has(number) ? -1 : row);
  });
  return (text) => {
    const found = new Set<number>();
    const read = text.slice(0, LONGEST_SEARCHED);
    for (const [key] of read.matchAll(KEY)) collect(found, byKey.get(key));
    for (const [, number] of read.matchAll(NUMBER)) collect(found, byNumber.get(number ?? ''));
    return [...found];
  };
}

function collect(found: Set<number>, row: number | undefined): void {
  if (row !== undefined && row >= 0) found.add(row);
}
