import type { Connection } from '../../domain/connection';
import { FROM_A_FILE } from '../../domain/gap-fill';
import { signalId, type Signal } from '../../domain/signal';
import type { KnownRecord } from '../../ports/connection-store';
import type { Ports } from '../../ports/ports';
import type { RowRemark } from '../row-kind';
import type { SignalRow } from '../signal-row';
import type { SourceNeeds } from '../sources/source-needs';

type Needs = Pick<Ports, 'stores'> & Pick<SourceNeeds, 'connections' | 'findConnector'>;

/** A row of a file and where it stands there. */
export interface NumberedRow {
  readonly line: number;
  readonly row: SignalRow;
}

/** Rows under the ids that the source itself has for them, and those of which nobody can tell which record they are. */
export interface Identified {
  readonly rows: readonly NumberedRow[];
  readonly problems: readonly (RowRemark & { readonly line: number })[];
}

/** Why a row without an id is not taken: it would stand there twice when the source shows the same words under its own id. */
export const NO_ID = 'no id, and no link with an id in it: the source could show it again under its own';
export const UNDECIDED = 'no id, and the source has a record of that time: it may be the same';

const PAGE = 500;
const MINUTE = 'YYYY-MM-DDTHH:MM'.length;
const DAY = 'YYYY-MM-DD'.length;

/** @param areIdsMade the file has no ids; those of its rows were made of what they hold @throws StoreUnavailable */
export async function identifyRows(needs: Needs, connection: Connection, product: string, rows: readonly NumberedRow[], areIdsMade: boolean): Promise<Identified> {
  const idInLink = needs.findConnector(connection.connector)?.idInLink;
  if (idInLink === undefined) return areIdsMade ? byTimeAndWords(needs, connection, product, rows) : { rows, problems: [] };
  const found = rows.map(({ line, row }) => {
    const id = idInLink(row.externalId) ?? (row.url === undefined ? undefined : idInLink(row.url));
    return { line, row: id === undefined ? row : { ...row, externalId: id }, isKnown: id !== undefined || !areIdsMade };
  });
  return {
    rows: found.filter((one) => one.isKnown).map(({ line, row }) => ({ line, row })),
    problems: found.filter((one) => !one.isKnown).map(({ line }) => ({ line, field: 'id', reason: NO_ID })),
  };
}

/** A row of the same minute and in the same words as a record of the source is that record; one that may be such a record or not is turned away. */
async function byTimeAndWords(needs: Needs, connection: Connection, product: string, rows: readonly NumberedRow[]): Promise<Identified> {
  const days = new Set(rows.map(({ row }) => row.at.slice(0, DAY)));
  const shown = await shownOn(needs, connection.id, days);
  const signals = await needs.stores.signals.findSignals(product, shown.map((one) => signalId(connection.id, one.externalId)));
  const words = new Map(signals.map((one) => [one.externalId, wordsOf(one)]));
  const answers = rows.map(({ line, row }) => {
    const sameMinute = shown.filter((one) => one.at?.slice(0, MINUTE) === row.at.slice(0, MINUTE));
    const same = sameMinute.find((one) => words.get(one.externalId) === wordsOf(row));
    if (same !== undefined) return { line, row: { ...row, externalId: same.externalId }, isSure: true };
    const sameDay = shown.some((one) => one.at?.slice(0, DAY) === row.at.slice(0, DAY) && words.get(one.externalId) === wordsOf(row));
    return { line, row, isSure: sameMinute.length === 0 && !sameDay };
  });
  return {
    rows: answers.filter((one) => one.isSure).map(({ line, row }) => ({ line, row })),
    problems: answers.filter((one) => !one.isSure).map(({ line }) => ({ line, field: 'id', reason: UNDECIDED })),
  };
}

/** Live records that the source itself showed and that were said on one of these days. */
async function shownOn({ connections }: Needs, connection: string, days: ReadonlySet<string>): Promise<readonly KnownRecord[]> {
  const shown: KnownRecord[] = [];
  let last: string | undefined;
  for (;;) {
    const page = await connections.pageUnseen(connection, '9999', last, PAGE);
    shown.push(...page.filter((one) => one.group !== FROM_A_FILE && one.at !== undefined && days.has(one.at.slice(0, DAY))));
    last = page.at(-1)?.externalId;
    if (page.length < PAGE) return shown;
  }
}

/** What was said, without what a file and a vendor write differently. */
function wordsOf(one: Pick<Signal, 'title' | 'text' | 'event'>): string {
  return `${one.title ?? ''} ${one.text ?? ''} ${one.event ?? ''}`.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
