import { SourceAnswerTooLarge } from '../../domain/source-errors';
import type { SkippedRecord } from '../../domain/source-record';

export interface SizedPage<Page> {
  /** So many records were asked for. */
  readonly size: number;
  /** Absent where a single record is larger than we take at once. */
  readonly page: Page | undefined;
}

/**
 * A page of at most so many records; of about half as many, down to one, while the answer is larger than we take at once. Each size divides the one before, so
 * that where pages go by number one of the smaller ones begins where the larger one did.
 */
export async function inSmallerPages<Page>(most: number, ask: (size: number) => Promise<Page>): Promise<SizedPage<Page>> {
  for (let size = most; ; size = smallerThan(size)) {
    try {
      return { size, page: await ask(size) };
    } catch (error) {
      if (!(error instanceof SourceAnswerTooLarge)) throw error;
      if (size === 1) return { size, page: undefined };
    }
  }
}

/** As above, where the vendor bounds what a single record holds far below what we take. @throws SourceAnswerTooLarge */
export async function pageInSmaller<Page>(most: number, ask: (size: number) => Promise<Page>): Promise<Page> {
  const { page } = await inSmallerPages(most, ask);
  return page ?? ask(1);
}

function smallerThan(size: number): number {
  for (let divisor = 2; divisor <= size; divisor += 1) if (size % divisor === 0) return size / divisor;
  return 1;
}

/** A record that is larger than we take at once: it may hold a customer's words, so it is counted, and silence does not rest on it. What we have of it stays. */
export function tooLarge(one: Pick<SkippedRecord, 'externalId' | 'at' | 'group'>): SkippedRecord {
  return { ...one, revision: '', reason: 'not-read: too-long' };
}

/** The same where nobody can tell its id: under its place. */
export function tooLargeAt(place: string): SkippedRecord {
  return { ...tooLarge({ externalId: `too-large-${place}`.slice(0, 255) }), isUnnamed: true };
}
