import type { Signal } from '../../domain/signal';
import { DAY_IN_MS, epochMs, type IsoTime } from '../../domain/time';

const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

type Said = Pick<Signal, 'title' | 'text' | 'event'>;

/** Did two say the same, but for what a file and a vendor write differently? A title that one of them has not says nothing. */
export function isSameSaid(one: Said, other: Said): boolean {
  const hasTitles = one.title !== undefined && other.title !== undefined;
  const wordsOf = ({ title, text, event }: Said): string => `${hasTitles ? (title ?? '') : ''} ${text ?? ''} ${event ?? ''}`.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return wordsOf(one) === wordsOf(other);
}

export function isSameMinute(one: IsoTime, other: IsoTime): boolean {
  return one.slice(0, MINUTE) === other.slice(0, MINUTE);
}

/** A file may tell the day alone, and the day of another time zone. */
export function isNear(one: IsoTime, other: IsoTime): boolean {
  return Math.abs(epochMs(one) - epochMs(other)) <= 1.5 * DAY_IN_MS;
}
