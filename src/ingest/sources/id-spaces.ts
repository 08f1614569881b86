import type { Connection } from '../../domain/connection';
import type { IdSpace } from '../../domain/id-space';
import type { SourceNeeds } from './source-needs';

/** Who numbers the people and organisations of a connection. */
export function spaceOf({ findConnector }: Pick<SourceNeeds, 'findConnector'>, { connector: id, settings }: Pick<Connection, 'connector' | 'settings'>): IdSpace {
  const connector = findConnector(id);
  const word = connector?.idSpace?.(settings) ?? '';
  return { word: word === '' ? id : word, sharesPeople: connector?.sharesPeople === true };
}

/** Of each source whose numbers its ids are; undefined for files and senders of our own, whose ids are the tenant's. */
export type LoadSpaces = () => Promise<(source: string) => IdSpace | undefined>;

/** @throws StoreUnavailable */
export async function loadSpaces(needs: Pick<SourceNeeds, 'connections' | 'findConnector'>): Promise<(source: string) => IdSpace | undefined> {
  const spaces = new Map((await needs.connections.listConnections()).map((one) => [one.id, spaceOf(needs, one)]));
  return (source) => spaces.get(source);
}
