import { BadInput } from '../../domain/errors';
import { outOfSpace } from '../../domain/id-space';
import type { Signal } from '../../domain/signal';
import { SourceBudgetSpent, SourceError, SourceForbidden, SourceUnauthorised } from '../../domain/source-errors';
import { spaceOf } from './id-spaces';
import { openAsk } from './open-ask';
import { openSentBook } from './sent-book';
import type { SourceNeeds } from './source-needs';

/**
 * Who wrote a signal, asked of its source at this moment. `gone`: the source knows the person no more. `refused`: our key may not see people.
 * `no-answer`: the source did not answer in time, or something else. `budget-spent`: we have asked it as much as it allows for now. `not-told`: this source gives no name, and why; `no-author`: nor an author.
 */
export type FetchedPerson =
  | { readonly kind: 'name'; readonly name: string; readonly source: string }
  | { readonly kind: 'gone' | 'refused' | 'no-answer' | 'budget-spent' | 'no-author' | 'no-source' }
  | { readonly kind: 'not-told'; readonly why: string };

/** A person waits before a screen. */
const PATIENCE_MS = 8_000;
const MOST_CHARACTERS = 200;

export type AuthoredSignal = Pick<Signal, 'source' | 'author' | 'externalId'>;

/** The name is handed to whoever asks and kept nowhere, neither in the store nor in a log. @throws StoreUnavailable */
export async function fetchPerson(needs: SourceNeeds, { source, author, externalId }: AuthoredSignal): Promise<FetchedPerson> {
  const connection = await needs.connections.findConnection(source);
  const connector = connection === undefined || connection.state === 'removed' ? undefined : needs.findConnector(connection.connector);
  if (connection === undefined || connector === undefined) return { kind: 'no-source' };
  if (connector.person === undefined) return { kind: 'not-told', why: connector.nameless ?? '' };
  if (author === undefined) return { kind: 'no-author' };
  const book = await openSentBook(needs, connector, connection, true);
  try {
    const ask = await openAsk(needs, connector, connection, { endsAtMs: needs.clock.monotonicMs() + PATIENCE_MS, book });
    const told = await connector.person(ask, outOfSpace(spaceOf(needs, connection).word, author), externalId);
    const name = shown(told ?? '');
    return name === '' ? { kind: 'gone' } : { kind: 'name', name, source: connection.name };
  } catch (error) {
    if (error instanceof SourceForbidden || error instanceof SourceUnauthorised) return { kind: 'refused' };
    if (error instanceof SourceBudgetSpent) return { kind: 'budget-spent' };
    if (error instanceof SourceError || error instanceof BadInput) return { kind: 'no-answer' };
    throw error;
  } finally {
    await book.close();
  }
}

/** On one line and of a bearable length; what a vendor sends is not ours to trust. */
function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim().slice(0, MOST_CHARACTERS);
}
