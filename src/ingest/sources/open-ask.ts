import { secretKey, type Connection } from '../../domain/connection';
import { SourceUnauthorised } from '../../domain/source-errors';
import type { Ask, Connector } from '../../ports/connector';
import { openSourceHttp } from '../http/open-source-http';
import type { SentBook } from './sent-book';
import type { SourceNeeds } from './source-needs';

export interface Asking {
  /** Secrets of a form that is not saved yet. */
  readonly typed?: Readonly<Record<string, string>>;
  /** A screen waits until then. */
  readonly endsAtMs?: number;
  readonly book?: SentBook;
}

/** What a connector is told about a connection, with its secrets read once. */
export async function openAsk(needs: Pick<SourceNeeds, 'settings' | 'outside' | 'jira' | 'clock' | 'sleep' | 'random' | 'loadPseudonym'>, connector: Connector, connection: Pick<Connection, 'id' | 'settings' | 'since'>, { typed = {}, ...edge }: Asking = {}): Promise<Ask> {
  const secrets = new Map<string, string>();
  for (const field of connector.fields) {
    if (field.kind !== 'secret') continue;
    const value = typed[field.name] ?? (await needs.settings.findSecret(secretKey(connection.id, field.name)));
    if (value !== undefined) secrets.set(field.name, value);
  }
  return {
    http: openSourceHttp({ ...needs, ...edge, http: connector.isJira === true ? needs.jira : needs.outside }, connector, connection.settings),
    settings: connection.settings,
    secret: (field) => {
      const value = secrets.get(field);
      if (value === undefined || value === '') throw new SourceUnauthorised(`${field} was never set`);
      return value;
    },
    now: needs.clock.now(),
    pseudonym: await needs.loadPseudonym(),
    since: connection.since,
    firstSince: connection.since,
  };
}
