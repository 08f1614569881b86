import type { PersonalKind } from '../../domain/placeholder';
import { JOINING_LETTER } from './boundaries';

/** Personal data or a secret in a text: `[start, end)` in UTF-16 code units. */
export interface Finding {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/** Looks for one kind in a folded text (see `fold-text.ts`). Never throws on content; linear in the length of the text. */
export type Find = (text: string) => Iterable<Finding>;

/** Whether words of `pattern` stand within `reach` characters before a place, on the same line or the one before. */
export function isNearAfter(text: string, start: number, pattern: RegExp, reach: number): boolean {
  return pattern.test(text.slice(Math.max(0, start - reach), start));
}

/** Whether a place is not inside a longer word or number. */
export function standsAlone(text: string, start: number, end: number, also = ''): boolean {
  return !isPart(text[start - 1], also) && !isPart(text[end], also);
}

const PART = new RegExp(String.raw`${JOINING_LETTER}|[\p{N}_]`, 'u');

function isPart(char: string | undefined, also: string): boolean {
  return char !== undefined && (PART.test(char) || also.includes(char));
}
