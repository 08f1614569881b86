import { changeMark, wholeMark } from '../../domain/change-mark';
import type { Connection } from '../../domain/connection';
import type { Gap } from '../../domain/coverage';
import { BadInput, NotFound } from '../../domain/errors';
import { FROM_A_FILE, narrowGaps } from '../../domain/gap-fill';
import type { ImportRun } from '../../domain/import';
import { signalId } from '../../domain/signal';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';
import type { Ports } from '../../ports/ports';
import type { Stored } from '../../ports/stores';
import { resolveAccounts } from '../accounts/resolve-accounts';
import type { PlacedRow } from '../prepare-chunk';
import { spaceOf } from '../sources/id-spaces';
import { recordConnection } from '../sources/record-connection';
import type { SourceNeeds } from '../sources/source-needs';
import { liveSources } from '../leaving/live-sources';
import { startImport, type ImportRequest } from '../start-import';
import { ownIds } from './own-ids';
import { identifyRows, type Identified } from './identify-rows';
import { withinGaps } from './within-gaps';
import { addFill, findWantedFill, saveWantedFill, withdrawFill, type WantedFill } from './fills';

export type FillNeeds = Pick<Ports, 'stores' | 'settings' | 'clock' | 'queue' | 'loadPseudonym' | 'accounts'> & Pick<SourceNeeds, 'connections' | 'findConnector'>;

/** Why a row of such a file is not taken: its time is no part of what the file was said to hold. */
export const OUTSIDE = 'outside the time that this file fills';
/** … in which nobody said anything, as in a rating of stars alone. */
export const WORDLESS = 'no words';
/** … and why one is not taken that the source took away. */
export const GONE = 'gone at the source, or erased';

/** What became of rows that were to fill a gap; `stored` in the order of `rows`. */
export type SavedRows = Identified & { readonly stored: readonly Stored[] };

/** @throws NotFound */
async function connectionOf({ connections }: FillNeeds, id: string): Promise<Connection> {
  const connection = await connections.findConnection(id);
  if (connection === undefined || connection.state === 'removed') throw new NotFound('no such source');
  return connection;
}

/** The gaps of a connection in a product now, and what would be left of them. @throws NotFound; BadInput where nothing of a gap lies in that time */
export async function previewFill(needs: FillNeeds, product: string, { connection: id, from, to }: WantedFill): Promise<{ readonly before: readonly Gap[]; readonly after: readonly Gap[] }> {
  const connection = await connectionOf(needs, id);
  if (from >= to) throw new BadInput('import', 'to', 'it ends before it begins');
  if (to > needs.clock.now()) throw new BadInput('import', 'to', 'it lies in the future');
  const before = (await needs.stores.products.listCoverage(product)).find((one) => one.source === id)?.gaps ?? [];
  await withinGaps(needs, connection, product, { from, to });
  return { before, after: narrowGaps(before, [{ from, to }]) };
}

/** Opens an import whose rows become records of the connection. @throws NotFound BadInput StoreUnavailable */
export async function startFill(needs: FillNeeds, request: Omit<ImportRequest, 'source' | 'kind'>, wanted: WantedFill): Promise<ImportRun> {
  await previewFill(needs, request.product, wanted);
  const connection = await connectionOf(needs, wanted.connection);
  const { id, connector, name, visibility } = connection;
  const within = await withinGaps(needs, connection, request.product, wanted);
  const known = (await needs.stores.products.listSources(request.product)).find((one) => one.id === id);
  const run = await startImport(needs, { ...request, kind: 'signals', source: known ?? { id, kind: connector, name, visibility } });
  await saveWantedFill(needs, run.id, within);
  return run;
}

/**
 * Stores rows as records of the connection. One that the source itself has shown (or that is gone there, or was erased) stays as the source has it;
 * when it shows one of these later, its own words replace the file's. Safe to repeat. @returns the rows that were taken, what became of each, and why others were not @throws NotFound StoreUnavailable
 */
export async function saveFillRows(needs: FillNeeds, run: ImportRun, { connection: id }: WantedFill, given: readonly PlacedRow[], areIdsMade: boolean, at: IsoTime): Promise<SavedRows> {
  const connection = await connectionOf(needs, id);
  const identified = await identifyRows(needs, connection, run.product, given, areIdsMade);
  const known = await needs.connections.findRecords(id, identified.rows.map(({ row }) => row.externalId));
  const isGone = ({ row }: PlacedRow): boolean => known.get(row.externalId)?.goneAt !== undefined || known.get(row.externalId)?.skipped === 'erased';
  const numbered = identified.rows.filter((one) => !isGone(one));
  const gone = identified.rows.filter(isGone).map(({ line }) => ({ line, field: 'id', reason: GONE }));
  const isOurs = (record: KnownRecord | undefined): boolean => record === undefined || record.group === FROM_A_FILE;
  const fresh = numbered.filter(({ row }) => isOurs(known.get(row.externalId)));
  const space = spaceOf(needs, connection);
  const placed = fresh.map(({ row: { source: _named, ...said }, origin }) => ({
    product: run.product,
    signal: { ...said, source: id, id: signalId(id, said.externalId), visibility: connection.visibility },
    origin,
    space,
  }));
  const records = placed.map(({ signal }): KnownRecord => ({ externalId: signal.externalId, revision: '', group: FROM_A_FILE, at: signal.at, seenAt: at }));
  // Known before they are stored: what nobody knows of could not be found again when its source says that it is gone.
  await needs.connections.saveRecords(id, records.map((record) => ({ ...record, skipped: 'not-stored-yet' })));
  const signals = (await resolveAccounts(needs.accounts, placed)).map((one) => one.signal);
  const stored = await needs.stores.signals.saveSignals(run.product, signals, at);
  await needs.connections.saveRecords(id, records.map((record) => ({ ...record, product: run.product })));
  const answers = new Map(fresh.map((one, index) => [one, stored[index] ?? 'unchanged']));
  return { rows: numbered, problems: [...identified.problems, ...gone], stored: numbered.map((one) => answers.get(one) ?? 'unchanged') };
}

/**
 * The file was read to its end: the gap becomes narrower by what the admin said it holds, unless nothing of that time was in it or more than a few of
 * its rows could not be read (see `isReadWhole`). Safe to repeat.
 * @throws NotFound StoreUnavailable
 */
export async function finishFill(needs: FillNeeds, run: ImportRun, wanted: WantedFill): Promise<void> {
  const connection = await connectionOf(needs, wanted.connection);
  const read = (await needs.stores.imports.findRun(run.id)) ?? run;
  const problems = await needs.stores.imports.countProblems(run.id);
  const unreadable = Object.entries(problems).reduce((sum, [reason, rows]) => ([OUTSIDE, WORDLESS, GONE].includes(reason) ? sum : sum + rows), 0);
  const kept = read.kept + read.unchanged;
  if (kept + unreadable > 0) await addFill(needs, connection.id, { product: run.product, importId: run.id, from: wanted.from, to: wanted.to, file: run.fileName, at: needs.clock.now(), kept, unreadable });
  await recordConnection(needs, connection);
}

/** An admin takes the statement back: the gap is there again, what the file brought stays. @throws NotFound StoreUnavailable */
export async function takeFillBack(needs: FillNeeds, id: string, importId: string): Promise<void> {
  const connection = await connectionOf(needs, id);
  await withdrawFill(needs, id, importId);
  await recordConnection(needs, connection);
  for (const { id: product } of await needs.stores.products.listProducts()) {
    if (!(await needs.stores.products.listSources(product)).some((one) => one.id === id)) continue;
    await needs.settings.save(wholeMark(product), needs.clock.now());
    await needs.settings.save(changeMark(product), needs.clock.now());
    await needs.queue.push({ name: 'understand', product });
  }
}

/** How the reading of imports treats those that fill a gap. */
export interface FillDesk {
  /** Ids of what is read, or sent to, by itself. */
  readonly live: () => Promise<ReadonlySet<string>>;
  readonly find: (importId: string) => Promise<WantedFill | undefined>;
  /** Before anything is asked of them: the rows with ids as the connection keeps them. */
  readonly ownIds: (wanted: WantedFill, rows: readonly PlacedRow[]) => Promise<readonly PlacedRow[]>;
  readonly save: (run: ImportRun, wanted: WantedFill, rows: readonly PlacedRow[], areIdsMade: boolean, at: IsoTime) => Promise<SavedRows>;
  readonly finish: (run: ImportRun, wanted: WantedFill) => Promise<void>;
}

export function fillDesk(needs: FillNeeds): FillDesk {
  return {
    live: () => liveSources(needs),
    find: (importId) => findWantedFill(needs, importId),
    ownIds: ({ connection }, rows) => ownIds(needs, connection, rows),
    save: (run, wanted, rows, areIdsMade, at) => saveFillRows(needs, run, wanted, rows, areIdsMade, at),
    finish: (run, wanted) => finishFill(needs, run, wanted),
  };
}
