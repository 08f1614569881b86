import type { Connection } from '../../domain/connection';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { SentAmount } from '../../ports/connection-store';
import type { Connector, Pace } from '../../ports/connector';
import type { Gate, Sent, Shared } from '../http/keep-pace';
import { keptForScreens, limitsOf, shareOf, withLent, type Limit } from '../http/limits-of';
import { formBook } from './form-book';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'connections' | 'clock'>;

/** A window is kept in so many slots. */
const SLOTS = 60;
/** So much of a limit is told at once: no more than this is counted for nothing by a run that is ended. */
const TOLD_SHARE = { long: 0.02, short: 0.1 };
const LONG_SECONDS = 3_600;
/** What is told of a minute is good for some seconds, lest each request tells its own. */
const TOLD_MS = 5_000;
const TOLD_OF_WINDOW = 1 / 12;
const CLOCKS_DIFFER_MS = 10_000;

/** What one connection sent, over all its runs, those that run at the same time included. */
export interface SentBook {
  /** A limit with whoever else sends under it. */
  readonly shared: (limit: Limit) => Shared;
  /** Notes what was sent of what was told; how much it was may still change until the next one is told. */
  readonly note: (limit: Limit, sent: Sent) => void;
  /** Gives back what was told and not sent. @throws StoreUnavailable */
  readonly close: () => Promise<void>;
}

/** What this run told of one limit: how much of it is still to be sent, in which slot it stands, and until when it may be. */
interface Told {
  left: number;
  slotAt: string;
  untilMs: number;
  readonly noted: { readonly sent: Sent; readonly amount: number; readonly slotAt: string }[];
}

/**
 * Opens the book of a connection, or of a form that is none yet: those of one vendor's address count for every connection to it. What reads the Jira site we
 * are installed on shares its limits with every other connection that does: each may use the same share, what the others leave is lent until one of them
 * had to wait, and all together use no more than the whole. A screen takes what is left, and a little of each limit is kept for screens alone.
 * @throws StoreUnavailable
 */
export async function openSentBook(needs: Needs, connector: Connector, { id, settings }: Pick<Connection, 'id' | 'settings'>, isForScreen: boolean): Promise<SentBook> {
  const { connections, clock } = needs;
  const forms = formBook(connector, settings);
  const own = id === '' ? forms : id;
  const others = connector.isJira === true ? await otherReaders(needs, connector, id) : [];
  const waiting = await whoWaited(needs, others);
  const all = [...new Set([own, forms, ...others])];
  const seen = new Map<string, readonly SentAmount[]>();
  const written = new Map<string, number>();
  const firstSeen = new Map<string, number>();
  /** A slot counts as sent when it ended: rather too much than too little. By the stopwatch, as reckoned when it was first seen: dates may stand still or be put right meanwhile, a wait goes on. */
  const sentBefore = (row: SentAmount, pace: Pace): Sent => {
    const key = `${row.connection} ${keyOf(row)}`;
    const atMs = firstSeen.get(key) ?? clock.monotonicMs() - (epochMs(clock.now()) - epochMs(row.slotAt) - lengthOf(pace));
    firstSeen.set(key, atMs);
    return { atMs, amount: row.amount };
  };
  const told = new Map<string, Told>();
  const add = async (changes: readonly SentAmount[]): Promise<void> => {
    const sums = new Map<string, SentAmount>();
    for (const one of changes) sums.set(keyOf(one), { ...one, amount: (sums.get(keyOf(one))?.amount ?? 0) + one.amount });
    const rows = [...sums.values()].filter((one) => one.amount !== 0);
    if (rows.length === 0) return;
    await connections.addSent(rows);
    for (const row of rows) written.set(keyOf(row), (written.get(keyOf(row)) ?? 0) + row.amount);
  };
  const look = async ({ name, pace }: Limit): Promise<void> => {
    seen.set(name, await connections.listSent(all, isoTime(epochMs(clock.now()) - pace.perSeconds * 1000 - lengthOf(pace)), name));
  };
  /** What was told and will not be sent: of a slot that is over, and of answers that counted less. */
  const leftOver = (name: string): readonly SentAmount[] => {
    const of = told.get(name);
    if (of === undefined) return [];
    const less = of.noted.splice(0).map(({ sent, amount, slotAt }) => rowOf(own, name, slotAt, sent.amount - amount));
    const unsent = rowOf(own, name, of.slotAt, -of.left);
    of.left = 0;
    return [...less, unsent];
  };
  const gatesOf = ({ name, pace }: Limit): readonly Gate[] => {
    // What is dated later than anybody tells is of a clock that was wrong.
    const latest = isoTime(epochMs(clock.now()) + toldFor(pace) + CLOCKS_DIFFER_MS);
    const rows = (seen.get(name) ?? []).filter((row) => row.slotAt <= latest).map((row) => ({ ...row, amount: row.amount - (row.connection === own ? (written.get(keyOf(row)) ?? 0) : 0) }));
    const sentBy = (...names: readonly string[]): readonly Sent[] => rows.filter((row) => row.amount > 0 && names.includes(row.connection)).map((row) => sentBefore(row, pace)).sort((a, b) => a.atMs - b.atMs);
    const whole = isForScreen ? pace : keptForScreens(pace);
    if (others.length === 0) return [{ pace: whole, others: sentBy(own, forms) }];
    const share = shareOf(whole, others.length + 1);
    const kept = others.map((other) => {
      const sent = sentBy(other).reduce((sum, one) => sum + one.amount, 0);
      return waiting.includes(other) ? Math.max(share.requests, sent) : sent;
    });
    return [{ pace: withLent(share, whole, kept), others: sentBy(own) }, { pace: whole, others: sentBy(...all) }];
  };
  return {
    shared: (limit) => ({
      gates: () => gatesOf(limit),
      announce: async (amount, room) => {
        const { name, pace } = limit;
        const now = epochMs(clock.now());
        const before = told.get(name);
        if (before !== undefined && before.left >= amount && now < before.untilMs) {
          before.left -= amount;
          return 0;
        }
        const much = Math.max(amount, Math.floor(Math.min(chunkOf(pace), room) / amount) * amount);
        const slot = slotOf(now + toldFor(pace) - lengthOf(pace), pace);
        await add([...leftOver(name), rowOf(own, name, isoTime(slot), much)]);
        told.set(name, { left: much - amount, slotAt: isoTime(slot), untilMs: slot + lengthOf(pace), noted: before?.noted ?? [] });
        await look(limit);
        return much;
      },
      isGood: () => epochMs(clock.now()) < (told.get(limit.name)?.untilMs ?? 0),
      withdraw: async () => {
        const of = told.get(limit.name);
        if (of === undefined) return;
        // The one that was to be sent is taken back with the rest.
        of.left += limit.pace.each ?? 1;
        await add(leftOver(limit.name));
      },
      look: () => look(limit),
    }),
    note: ({ name, pace }, sent) => {
      const of = told.get(name);
      if (pace.each !== undefined && of !== undefined) of.noted.push({ sent, amount: sent.amount, slotAt: of.slotAt });
    },
    close: async () => {
      await add(limitsOf(connector).flatMap(({ name }) => leftOver(name)));
      const old = isoTime(epochMs(clock.now()) - 2 * DAY_IN_MS);
      for (const one of new Set([own, forms])) await connections.removeSent(one, old);
    },
  };
}

/** Who was told to wait in the last hour, or still is: its share is lent to nobody. */
async function whoWaited({ connections, clock }: Needs, others: readonly string[]): Promise<readonly string[]> {
  const since = isoTime(epochMs(clock.now()) - LONG_SECONDS * 1000);
  const found = await Promise.all(others.map(async (id) => ((await connections.findFeed(id, 'poll')).notBefore ?? '') >= since ? [id] : []));
  return found.flat();
}

async function otherReaders({ connections }: Needs, connector: Connector, own: string): Promise<readonly string[]> {
  return (await connections.listConnections()).filter((one) => one.connector === connector.id && one.id !== own && (one.state === 'active' || one.state === 'needs-attention')).map((one) => one.id);
}

function rowOf(connection: string, limit: string, slotAt: string, amount: number): SentAmount {
  return { connection, limit, slotAt, amount };
}

const keyOf = ({ limit, slotAt }: SentAmount): string => `${limit} ${slotAt}`;

/** How much is told at once. */
function chunkOf({ requests, perSeconds }: Pace): number {
  return Math.floor(requests * (perSeconds >= LONG_SECONDS ? TOLD_SHARE.long : TOLD_SHARE.short));
}

/** How long what is told is good for. */
function toldFor(pace: Pace): number {
  return Math.max(lengthOf(pace), Math.min(TOLD_MS, pace.perSeconds * 1000 * TOLD_OF_WINDOW));
}

function slotOf(at: number, pace: Pace): number {
  return at - (at % lengthOf(pace));
}

function lengthOf({ perSeconds }: Pace): number {
  return Math.max(1_000, Math.floor((perSeconds * 1000) / SLOTS));
}
