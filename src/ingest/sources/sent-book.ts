import type { Connection } from '../../domain/connection';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { SentAmount } from '../../ports/connection-store';
import type { Connector, Pace } from '../../ports/connector';
import type { Gate, Sent } from '../http/keep-pace';
import { limitsOf, shareOf, withLent, type Limit } from '../http/limits-of';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'connections' | 'clock'>;

/** A window is kept in so many slots. */
const SLOTS = 60;
/** Written down when so much of a limit was sent since the last time: more than this is never forgotten by a run that is ended. */
const WRITTEN_SHARE = 0.02;
const LONG_SECONDS = 3_600;
const WRITTEN_EVERY_MS = 10_000;

/** What one connection sent, over its runs. */
export interface SentBook {
  /** The windows that a limit has to keep, with what was sent before this run. */
  readonly gates: (limit: Limit) => readonly Gate[];
  /** Notes what was sent; how much it was may still change until the next one is noted. */
  readonly note: (limit: Limit, sent: Sent) => Promise<void>;
  /** Writes down what is not written yet. @throws StoreUnavailable */
  readonly close: () => Promise<void>;
}

/**
 * Opens the book of a connection. What reads the Jira site we are installed on shares its limits with every other connection that does: each may use the
 * same share, what the others leave is lent until one of them had to wait, and all together use no more than the whole. A screen is not kept waiting by what was sent before it, and is noted like everybody.
 * @throws StoreUnavailable
 */
export async function openSentBook(needs: Needs, connector: Connector, connection: Pick<Connection, 'id'>, isForScreen: boolean): Promise<SentBook> {
  const others = connector.isJira === true ? await otherReaders(needs, connector, connection.id) : [];
  const longest = Math.max(...limitsOf(connector).map(({ pace }) => pace.perSeconds)) * 1000;
  const from = isoTime(epochMs(needs.clock.now()) - longest - longest / SLOTS);
  const waiting = isForScreen ? [] : await whoWaited(needs, others);
  const rows = isForScreen ? [] : await needs.connections.listSent([connection.id, ...others], from);
  const own = rows.filter((row) => row.connection === connection.id);
  const unwritten: { readonly limit: Limit; readonly sent: Sent; readonly slotAt: string }[] = [];
  let writtenAtMs = needs.clock.monotonicMs();
  const write = async (entries: typeof unwritten): Promise<void> => {
    writtenAtMs = needs.clock.monotonicMs();
    if (entries.length === 0 || connection.id === '') return;
    await needs.connections.addSent(sumsOf(connection.id, entries));
  };
  return {
    gates: ({ name, pace }) => {
      const earlier = (some: readonly SentAmount[]): readonly Sent[] => some.filter((row) => row.limit === name).map((row) => sentBefore(needs, row, pace)).sort((a, b) => a.atMs - b.atMs);
      if (others.length === 0) return [{ pace, earlier: earlier(own) }];
      const share = shareOf(pace, others.length + 1);
      const sentBy = (other: string): number => rows.filter((row) => row.connection === other && row.limit === name).reduce((sum, row) => sum + row.amount, 0);
      const kept = others.map((other) => (waiting.includes(other) ? Math.max(share.requests, sentBy(other)) : sentBy(other)));
      return [{ pace: withLent(share, pace, kept), earlier: earlier(own) }, { pace, earlier: earlier(rows) }];
    },
    note: async (limit, sent) => {
      // What counts for a minute is over before a run that was ended begins again.
      const due = limit.pace.perSeconds >= LONG_SECONDS && unwritten.filter((one) => one.limit.name === limit.name).reduce((sum, one) => sum + one.sent.amount, 0) >= limit.pace.requests * WRITTEN_SHARE;
      if (due || needs.clock.monotonicMs() - writtenAtMs >= WRITTEN_EVERY_MS) await write(unwritten.splice(0));
      unwritten.push({ limit, sent, slotAt: slotOf(epochMs(needs.clock.now()), limit.pace) });
    },
    close: async () => {
      await write(unwritten.splice(0));
      if (connection.id !== '') await needs.connections.removeSent(connection.id, isoTime(epochMs(needs.clock.now()) - 2 * DAY_IN_MS));
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

/** A slot counts as sent when it ended, and not later than now: rather too much than too little. */
function sentBefore({ clock }: Needs, { slotAt, amount }: SentAmount, pace: Pace): Sent {
  const ago = epochMs(clock.now()) - epochMs(slotAt) - lengthOf(pace);
  return { atMs: clock.monotonicMs() - Math.max(0, ago), amount };
}

function sumsOf(connection: string, entries: readonly { readonly limit: Limit; readonly sent: Sent; readonly slotAt: string }[]): readonly SentAmount[] {
  const sums = new Map<string, SentAmount>();
  for (const { limit: { name: limit }, sent, slotAt } of entries) {
    const key = `${limit} ${slotAt}`;
    sums.set(key, { connection, limit, slotAt, amount: (sums.get(key)?.amount ?? 0) + sent.amount });
  }
  return [...sums.values()];
}

function slotOf(at: number, pace: Pace): string {
  return isoTime(at - (at % lengthOf(pace)));
}

function lengthOf({ perSeconds }: Pace): number {
  return Math.max(1_000, Math.floor((perSeconds * 1000) / SLOTS));
}
