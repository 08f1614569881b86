import type { Connection } from '../../domain/connection';
import { FROM_A_FILE } from '../../domain/gap-fill';
import { signalId } from '../../domain/signal';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';
import type { Ports } from '../../ports/ports';
import type { PlacedRow } from '../prepare-chunk';
import type { RowRemark } from '../row-kind';
import type { SourceNeeds } from '../sources/source-needs';
import { isNear, isSameMinute, isSameSaid } from './same-words';

type Needs = Pick<Ports, 'stores'> & Pick<SourceNeeds, 'connections' | 'findConnector'>;

/** Rows under the ids that the source itself has for them, and those of which nobody can tell which record they are. */
export interface Identified {
  readonly rows: readonly PlacedRow[];
  readonly problems: readonly (RowRemark & { readonly line: number })[];
}

/** Why a row without an id is not taken: it would stand there twice when the source shows the same words under its own id. */
export const NO_ID = 'no id, and no link with an id in it: the source could show it again under its own';
export const UNDECIDED = 'no id, and the source has a record of that time: it may be the same';

const PAGE = 500;

/** @param areIdsMade the file has no ids; those of its rows were made of what they hold @throws StoreUnavailable */
export async function identifyRows(needs: Needs, connection: Connection, product: string, rows: readonly PlacedRow[], areIdsMade: boolean): Promise<Identified> {
  const idInLink = needs.findConnector(connection.connector)?.idInLink;
  if (idInLink === undefined) return areIdsMade ? byTimeAndWords(needs, connection, product, rows) : { rows, problems: [] };
  const found = rows.map(({ row, ...place }) => {
    const id = idInLink(row.externalId) ?? (row.url === undefined ? undefined : idInLink(row.url));
    return { ...place, row: id === undefined ? row : { ...row, externalId: id }, isKnown: id !== undefined || !areIdsMade };
  });
  return {
    rows: found.filter((one) => one.isKnown).map(({ isKnown: _known, ...one }) => one),
    problems: found.filter((one) => !one.isKnown).map(({ line }) => ({ line, field: 'id', reason: NO_ID })),
  };
}

/** A row of the same minute and in the same words as a record of the source is that record; one that may be such a record or not is turned away. */
async function byTimeAndWords(needs: Needs, connection: Connection, product: string, rows: readonly PlacedRow[]): Promise<Identified> {
  const shown = await shownNear(needs, connection.id, rows.map(({ row }) => row.at));
  const signals = await needs.stores.signals.findSignals(product, shown.map((one) => signalId(connection.id, one.externalId)));
  const said = new Map(signals.map((one) => [one.externalId, one]));
  const isSame = (one: KnownRecord, row: PlacedRow['row']): boolean => {
    const own = said.get(one.externalId);
    return own !== undefined && isSameSaid(own, row);
  };
  const answers = rows.map(({ row, ...place }) => {
    const sameMinute = shown.filter((one) => isSameMinute(one.at ?? '', row.at));
    const same = sameMinute.find((one) => isSame(one, row));
    if (same !== undefined) return { ...place, row: { ...row, externalId: same.externalId }, isSure: true };
    const isMaybe = shown.some((one) => isNear(one.at ?? '', row.at) && isSame(one, row));
    return { ...place, row, isSure: sameMinute.length === 0 && !isMaybe };
  });
  return {
    rows: answers.filter((one) => one.isSure).map(({ isSure: _sure, ...one }) => one),
    problems: answers.filter((one) => !one.isSure).map(({ line }) => ({ line, field: 'id', reason: UNDECIDED })),
  };
}

/** Live records that the source itself showed and that were said near one of these times. */
async function shownNear({ connections }: Needs, connection: string, times: readonly IsoTime[]): Promise<readonly KnownRecord[]> {
  const sorted = [...times].sort();
  const [earliest = '', latest = ''] = [sorted[0], sorted.at(-1)];
  const isBetween = (at: IsoTime): boolean => (at >= earliest && at <= latest) || isNear(at, earliest) || isNear(at, latest);
  const shown: KnownRecord[] = [];
  let last: string | undefined;
  for (;;) {
    const page = await connections.pageUnseen(connection, '9999', last, PAGE);
    shown.push(...page.filter((one) => one.group !== FROM_A_FILE && one.at !== undefined && isBetween(one.at)));
    last = page.at(-1)?.externalId;
    if (page.length < PAGE) return shown;
  }
}
