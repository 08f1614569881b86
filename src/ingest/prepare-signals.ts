import type { Connection } from '../domain/connection';
import { signalId, type Signal } from '../domain/signal';
import type { SourceRecord } from '../domain/source-record';
import { markQuoted } from '../domain/mark-quoted';
import { cleanText, keepEnds } from './clean-text';

/** What a record became before the store: a signal of a product, or left out with a reason that an admin can see (`unrouted` is one). */
export type Prepared =
  | { readonly kind: 'kept'; readonly product: string; readonly signal: Signal }
  | { readonly kind: 'skipped'; readonly reason: string };

/**
 * Everything that happens to records between a source and the store, whichever way they came (poll, webhook, file): redaction, routing to
 * a product, finding the account. One answer a record, in the order given. Nothing is stored that has not been through here.
 */
export type PrepareSignals = (connection: Connection, records: readonly SourceRecord[]) => Promise<readonly Prepared[]>;

const TITLE_BYTES = 2_000;

/** The record as a signal of the connection's product: text cleaned and cut, what it quotes marked, nothing redacted, routed or looked up. */
export function plainSignal(connection: Connection, record: SourceRecord): Prepared {
  const title = kept(record.title, TITLE_BYTES);
  const said = kept(record.text);
  const marked = said === undefined || record.kind !== 'said' ? undefined : markQuoted(said);
  // Whoever only quotes said nothing, and whom they quote nobody can tell.
  if (marked?.hasOwn === false && title === undefined) return { kind: 'skipped', reason: 'unreadable: whose words' };
  const text = marked?.text ?? said;
  if (record.kind === 'said' && text === undefined && title === undefined) return { kind: 'skipped', reason: 'no-words' };
  const { externalId, at, kind } = record;
  const words = text === undefined ? (title === undefined ? {} : { text: title }) : { text, ...(title === undefined ? {} : { title }) };
  return {
    kind: 'kept',
    product: connection.product,
    signal: {
      id: signalId(connection.id, externalId), source: connection.id, externalId, at, kind, visibility: connection.visibility, ...words,
      ...(record.event === undefined ? {} : { event: record.event }),
      ...(record.author === undefined ? {} : { author: record.author }),
      ...(record.account?.organisation === undefined ? {} : { account: record.account.organisation }),
      ...(record.locale === undefined ? {} : { locale: record.locale }),
      ...(record.url === undefined ? {} : { url: record.url }),
      ...(record.rating === undefined ? {} : { rating: record.rating }),
      ...(record.reactions === undefined ? {} : { reactions: record.reactions }),
      ...(record.value === undefined ? {} : { value: record.value }),
      ...(record.status === undefined ? {} : { status: record.status }),
      ...(record.version === undefined ? {} : { version: record.version }),
    },
  };
}

function kept(text: string | undefined, most?: number): string | undefined {
  if (text === undefined) return undefined;
  const clean = cleanText(keepEnds(text, most).text);
  return clean === '' ? undefined : clean;
}

/** Preparation without rules: every record as it is. */
export const preparePlainly: PrepareSignals = async (connection, records) => records.map((record) => plainSignal(connection, record));
