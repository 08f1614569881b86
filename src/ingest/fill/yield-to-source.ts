import type { Connection } from '../../domain/connection';
import { FROM_A_FILE } from '../../domain/gap-fill';
import { signalId, type Signal } from '../../domain/signal';
import type { SourceRecord } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';
import type { SourceNeeds } from '../sources/source-needs';
import { hasMadeId } from '../read-rows';
import { isNear, isSameSaid } from './same-words';

const SECOND = 'YYYY-MM-DDTHH:MM:SS'.length;
const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

type Needs = Pick<SourceNeeds, 'stores' | 'connections'>;

/**
 * A source shows what a file without ids brought before: the record of the source stays, the file's row goes. The same words within a day and a half are the
 * same record (a file may tell the day alone), and so is another wording of the very same second, which is the row before it was edited. To be called after
 * the records are stored; safe to repeat. What files brought is looked up once for all pages of a run. @returns of a page, the products that lost a row
 */
export function yieldingToSource(needs: Needs, { id }: Pick<Connection, 'id'>): (items: readonly SourceRecord[], at: IsoTime) => Promise<readonly string[]> {
  let made: Promise<readonly KnownRecord[]> | undefined;
  return async (items, at) => {
    if (items.length === 0) return [];
    made ??= needs.connections.recordsOfGroups(id, [FROM_A_FILE]).then((rows) => rows.filter((one) => hasMadeId(one.externalId)));
    const rows = (await made).filter((one) => items.some((item) => isNear(item.at, one.at ?? '')));
    return rows.length === 0 ? [] : yieldRows(needs, id, rows, items, at);
  };
}

async function yieldRows({ stores, connections }: Needs, id: string, rows: readonly KnownRecord[], items: readonly SourceRecord[], at: IsoTime): Promise<readonly string[]> {
  const known = await connections.findRecords(id, items.map(({ externalId }) => externalId));
  const kept = [...known.values()].filter((one) => one.goneAt === undefined && one.product !== undefined);
  const signals = new Map<string, Signal>();
  for (const product of new Set([...kept, ...rows].flatMap((one) => one.product ?? []))) {
    for (const one of await stores.signals.findSignals(product, [...kept, ...rows].filter((record) => record.product === product).map(({ externalId }) => signalId(id, externalId)))) signals.set(one.externalId, one);
  }
  const gone = rows.filter((row) => kept.some((own) => isTwin(signals.get(row.externalId), signals.get(own.externalId))));
  const products = new Set(gone.flatMap((one) => one.product ?? []));
  for (const product of products) await stores.signals.removeSignals(product, idsOf(gone, product).map((one) => signalId(id, one)), at);
  await connections.markGone(id, gone.map((one) => one.externalId), at);
  return [...products];
}

function idsOf(records: readonly KnownRecord[], product: string): readonly string[] {
  return records.filter((one) => one.product === product).map((one) => one.externalId);
}

function isTwin(row: Signal | undefined, own: Signal | undefined): boolean {
  if (row === undefined || own === undefined) return false;
  if (isSameSaid(row, own)) return isNear(row.at, own.at);
  return row.at.slice(0, SECOND) === own.at.slice(0, SECOND) && !row.at.startsWith(':00', MINUTE);
}
