import type { Connection } from '../../domain/connection';
import { signalId, type Signal } from '../../domain/signal';
import type { GoneRecord, SkippedRecord, SourceRecord } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';
import type { Prepared } from '../prepare-signals';
import { isUnread, missedBeside, newerOf, restBeside } from './newer-unread';
import type { SourceNeeds } from './source-needs';

export interface Offered {
  readonly items: readonly SourceRecord[];
  readonly skipped?: readonly SkippedRecord[];
  readonly gone?: readonly GoneRecord[];
  readonly goneGroups?: readonly string[];
  readonly wholeGroups?: readonly string[];
  /** The word of a sender that can be asked too: it can be late or come again, so what is known to be gone comes back only when the source shows it. */
  readonly isHint?: boolean;
}

/** What one page came to. `products` are those whose signals changed. */
export interface Taken {
  readonly read: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly removed: number;
  readonly oldestAt?: IsoTime;
  readonly newestAt?: IsoTime;
  readonly products: readonly string[];
}

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'prepare' | 'crashPoint'>;
type One = { readonly record: SourceRecord } | { readonly left: SkippedRecord };
interface Fate {
  readonly known: KnownRecord;
  readonly signal?: Signal;
}

/**
 * Stores what a source offered: of each record the newest revision, once; what was left out and what is gone is remembered with its reason.
 * Signals are written before the record of them, so that a death anywhere is mended by offering the same page again. An older revision than
 * the stored one changes nothing, and who was erased stays erased.
 * @throws StoreUnavailable
 */
export async function takeRecords(needs: Needs, connection: Connection, offered: Offered, at: IsoTime): Promise<Taken> {
  const newest = newestOf(offered);
  const before = await needs.connections.findRecords(connection.id, [...newest.keys()].flatMap((id) => [id, newerOf(id)]));
  const [fresh, seen, missed] = partition(newest, before, at, offered.isHint === true);
  const fates = await prepareAll(needs, connection, fresh, at);
  // Known before they are stored, as a revision older than any: a signal that nobody knows of could not be found again once its record is gone.
  await needs.connections.saveRecords(connection.id, fates.flatMap((fate) => (fate.signal === undefined || before.has(fate.known.externalId) ? [] : [{ ...fate.known, revision: '', skipped: 'not-stored-yet' }])));
  needs.crashPoint('records-announced');
  const counts = await writeSignals(needs, connection, fates, before, at);
  const left = leftNow(fates, before);
  await removeSignals(needs, connection, left, at);
  needs.crashPoint('signals-stored');
  const beside = [...missed, ...fates.flatMap(({ known, signal }) => (signal === undefined ? [] : restBeside(known, signal, at)))];
  await needs.connections.saveRecords(connection.id, [...seen, ...beside, ...fates.map((fate) => fate.known)]);
  const isBeside = new Set(beside.map((one) => one.externalId));
  const found = fates.map(({ known }) => newerOf(known.externalId)).filter((id) => before.get(id)?.goneAt === undefined && before.has(id) && !isBeside.has(id));
  if (found.length > 0) await needs.connections.markGone(connection.id, found, at);
  // Looked up only now: what is gone may have come on this very page.
  const removed = [...(await goneRecords(needs, connection, offered, at)), ...(await leftOfGroups(needs, connection, offered, newest, at))];
  await removeSignals(needs, connection, removed, at);
  needs.crashPoint('gone-removed');
  await needs.connections.saveRecords(connection.id, removed);
  // What was missed beside a record of a group is not of the group itself.
  if (removed.length > 0) await needs.connections.markGone(connection.id, removed.map((one) => newerOf(one.externalId)), at);
  needs.crashPoint('records-stored');
  const times = fates.flatMap(({ known }) => known.at ?? []).sort();
  return {
    read: newest.size, ...counts, unchanged: counts.unchanged + seen.length, removed: removed.length, skipped: reasonsOf([...beside, ...fates.map((fate) => fate.known)]),
    ...(times[0] === undefined ? {} : { oldestAt: times[0], newestAt: times.at(-1) ?? times[0] }),
    products: [...new Set([...counts.products, ...removed.flatMap((one) => one.product ?? []), ...left.flatMap((one) => one.product ?? [])])],
  };
}

/** Of a record that comes several times on a page the newest revision; of equal ones the later. */
function newestOf({ items, skipped = [] }: Offered): ReadonlyMap<string, One> {
  const newest = new Map<string, One>();
  const all: One[] = [...items.map((record) => ({ record })), ...skipped.map((left) => ({ left }))];
  for (const one of all) {
    const { externalId, revision } = bodyOf(one);
    const other = newest.get(externalId);
    if (other === undefined || bodyOf(other).revision <= revision) newest.set(externalId, one);
  }
  return newest;
}

function bodyOf(one: One): SourceRecord | SkippedRecord {
  return 'record' in one ? one.record : one.left;
}

/** What is to be prepared; what is known in a newer revision (or erased) and was only seen again; and what of that could not be read now. */
function partition(newest: ReadonlyMap<string, One>, before: ReadonlyMap<string, KnownRecord>, at: IsoTime, isHint: boolean): readonly [readonly One[], readonly KnownRecord[], readonly KnownRecord[]] {
  const fresh: One[] = [];
  const seen: KnownRecord[] = [];
  const missed: KnownRecord[] = [];
  for (const [id, one] of newest) {
    const known = before.get(id);
    if (known === undefined) fresh.push(one);
    else if (known.skipped === 'erased') seen.push({ ...known, seenAt: at });
    else if (known.revision > bodyOf(one).revision && known.goneAt === undefined) {
      seen.push({ ...known, seenAt: at });
      if ('left' in one && isUnread(one.left)) missed.push(missedBeside(known, one.left, at));
    }
    // What was seen to be gone later than this revision was written stays gone: an old page says nothing new.
    else if (known.goneAt !== undefined && (isHint || known.revision > bodyOf(one).revision)) continue;
    else fresh.push(one);
  }
  return [fresh, seen, missed];
}

async function prepareAll({ prepare }: Needs, connection: Connection, fresh: readonly One[], at: IsoTime): Promise<readonly Fate[]> {
  const records = fresh.flatMap((one) => ('record' in one ? [one.record] : []));
  const prepared = await prepare(connection, records);
  if (prepared.length !== records.length) throw new RangeError('one answer a record is due');
  const answers = new Map<SourceRecord, Prepared>(records.flatMap((record, index) => {
    const answer = prepared[index];
    return answer === undefined ? [] : [[record, answer] as const];
  }));
  return fresh.map((one) => fateOf(one, answers, at));
}

function fateOf(one: One, answers: ReadonlyMap<SourceRecord, Prepared>, at: IsoTime): Fate {
  const { externalId, revision, group, at: saidAt } = bodyOf(one);
  const known = { externalId, revision, seenAt: at, ...(group === undefined ? {} : { group }), ...(saidAt === undefined ? {} : { at: saidAt }) };
  if ('left' in one) return { known: { ...known, skipped: one.left.reason.slice(0, 100) } };
  const answer = answers.get(one.record);
  if (answer?.kind === 'kept') return { known: { ...known, product: answer.product }, signal: answer.signal };
  return { known: { ...known, skipped: (answer?.reason ?? 'unprepared').slice(0, 100) } };
}

async function writeSignals({ stores, crashPoint }: Needs, connection: Connection, fates: readonly Fate[], before: ReadonlyMap<string, KnownRecord>, at: IsoTime): Promise<{ kept: number; unchanged: number; products: readonly string[] }> {
  const byProduct = new Map<string, Fate[]>();
  for (const fate of fates) if (fate.signal !== undefined && fate.known.product !== undefined) byProduct.set(fate.known.product, [...(byProduct.get(fate.known.product) ?? []), fate]);
  let [kept, unchanged] = [0, 0];
  const products: string[] = [];
  for (const [product, some] of byProduct) {
    const back = some.filter(({ known }) => isBack(before.get(known.externalId), product));
    if (back.length > 0) await stores.signals.readmitSignals(product, back.map((fate) => signalId(connection.id, fate.known.externalId)));
    crashPoint('signals-readmitted');
    const answers = await stores.signals.saveSignals(product, some.flatMap((fate) => fate.signal ?? []), at);
    const changed = answers.filter((answer) => answer !== 'unchanged').length;
    kept += changed;
    unchanged += answers.length - changed;
    if (changed > 0) products.push(product);
  }
  return { kept, unchanged, products };
}

/** It was gone, or was kept elsewhere, and belongs here now. */
function isBack(known: KnownRecord | undefined, product: string): boolean {
  return known !== undefined && (known.goneAt !== undefined || known.product !== product);
}

/** Records that were kept and are not any more, or in another product: their quotes go where they were. */
function leftNow(fates: readonly Fate[], before: ReadonlyMap<string, KnownRecord>): readonly KnownRecord[] {
  return fates.flatMap(({ known }) => {
    const old = before.get(known.externalId);
    return old?.product !== undefined && old.product !== known.product ? [old] : [];
  });
}

/** Tombstones to write: of records we have, and of records that we never saw and must not take from an older page. */
async function goneRecords({ connections }: Needs, connection: Connection, { gone = [], goneGroups = [] }: Offered, at: IsoTime): Promise<readonly KnownRecord[]> {
  const known = gone.length === 0 ? new Map<string, KnownRecord>() : await connections.findRecords(connection.id, gone.flatMap((one) => [one.externalId, newerOf(one.externalId)]));
  const tombs = new Map<string, KnownRecord>();
  for (const { externalId, revision } of gone) {
    const old = known.get(externalId);
    if (old?.goneAt !== undefined || old?.skipped === 'erased' || (revision !== undefined && old !== undefined && old.revision > revision)) continue;
    tombs.set(externalId, { externalId, seenAt: at, ...old, revision: revision ?? old?.revision ?? '', goneAt: at });
    const missed = known.get(newerOf(externalId));
    if (missed !== undefined) tombs.set(missed.externalId, { ...missed, goneAt: at });
  }
  const goings = new Map(gone.map((one) => [one.externalId, one.revision]));
  for (const one of goneGroups.length === 0 ? [] : await connections.recordsOfGroups(connection.id, goneGroups)) {
    // A group that goes by a record of its own goes in the revision of that.
    const revision = goings.get(one.group ?? '') ?? one.revision;
    if (one.skipped !== 'erased' && one.revision <= revision && !tombs.has(one.externalId)) tombs.set(one.externalId, { ...one, revision, goneAt: at });
  }
  return [...tombs.values()];
}

/** Tombstones of what was in a group that this page shows whole, and is not on it. Who was erased stays erased. */
async function leftOfGroups({ connections }: Needs, connection: Connection, { wholeGroups = [] }: Offered, shown: ReadonlyMap<string, One>, at: IsoTime): Promise<readonly KnownRecord[]> {
  if (wholeGroups.length === 0) return [];
  const known = await connections.recordsOfGroups(connection.id, wholeGroups);
  return known.filter((one) => !shown.has(one.externalId) && one.skipped !== 'erased').map((one) => ({ ...one, goneAt: at }));
}

async function removeSignals({ stores }: Needs, connection: Connection, records: readonly KnownRecord[], at: IsoTime): Promise<void> {
  for (const product of new Set(records.flatMap((one) => one.product ?? []))) {
    await stores.signals.removeSignals(product, records.filter((one) => one.product === product).map((one) => signalId(connection.id, one.externalId)), at);
  }
}

function reasonsOf(records: readonly KnownRecord[]): Readonly<Record<string, number>> {
  const reasons: Record<string, number> = {};
  for (const { skipped } of records) if (skipped !== undefined) reasons[skipped] = (reasons[skipped] ?? 0) + 1;
  return reasons;
}
