import { SourceBudgetSpent } from '../../domain/source-errors';
import type { Random } from '../../domain/random';
import type { Clock } from '../../ports/clock';
import type { Pace } from '../../ports/connector';
import type { Sleep } from '../../ports/sleep';

/** A longer wait than this ends the run. */
const PATIENCE_MS = 90_000;
/** A run that waits for so long begins with at least this share of what is allowed. */
const WORTH_WAKING = 0.25;
/** Two that were told at the same moment that it is too much try again at different ones, so often. */
const APART_MS = 1_000;
const TRIES = 4;

/** A screen has to have this left for the answer. */
const TO_ANSWER_MS = 2_000;

/** Something that was sent: when, by the monotonic clock, and how much of what is allowed it was. */
export interface Sent {
  atMs: number;
  amount: number;
}

export interface Gate {
  readonly pace: Pace;
  /** What all others sent, other runs of the same connection included, oldest first. */
  readonly others?: readonly Sent[];
}

/** One limit, and whoever else sends under it. */
export interface Shared {
  /** As they are known now. */
  readonly gates: () => readonly Gate[];
  /** Tells the others that so much is going to be sent, and looks again at what they told. @param room how much would fit @returns what was told; 0 where it was told before */
  readonly announce: (amount: number, room: number) => Promise<number>;
  /** Whether it may still be sent under what was told: it took long to tell, and others would forget it too soon. */
  readonly isGood: () => boolean;
  /** Takes back what was told last and was not sent. */
  readonly withdraw: () => Promise<void>;
  /** Looks again at what the others told. */
  readonly look: () => Promise<void>;
}

export interface Pacing {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly sleep: Sleep;
  readonly random: Random;
  /** A screen waits until then (by the monotonic clock), and no longer. */
  readonly endsAtMs?: number;
}

/** Nobody else sends. */
export function alone(pace: Pace): Shared {
  return { gates: () => [{ pace }], announce: async () => 0, isGood: () => true, withdraw: async () => undefined, look: async () => undefined };
}

/**
 * Waits until one more request keeps all paces: in any window no more than allowed, whatever others send meanwhile. Who wants to send says so first and
 * looks at the others after that; so of two that come at once at least one sees the other.
 * @returns a function to call before each request, with what it notes of it; it throws SourceBudgetSpent where the wait is too long to sit out
 */
export function keepPace(shared: Shared, { clock, sleep, random, endsAtMs }: Pacing): () => Promise<Sent> {
  const own: Sent[] = [];
  const waitFor = (more: number): number => {
    const now = clock.monotonicMs();
    return Math.max(0, ...shared.gates().map((gate) => waitOf(gate, own, now, more)));
  };
  const take = async (): Promise<Sent> => {
    const paces = shared.gates().map(({ pace }) => pace);
    const each = Math.max(1, ...paces.map((pace) => pace.each ?? 1));
    const longest = Math.max(...paces.map(({ perSeconds }) => perSeconds)) * 1000;
    while (own[0] !== undefined && own[0].atMs <= clock.monotonicMs() - longest) own.shift();
    for (let tries = 0; ; ) {
      let wait = waitFor(each);
      if (wait === 0) {
        const told = await shared.announce(each, tries === 0 ? roomOf(shared.gates(), own, clock.monotonicMs()) : each);
        if (told === 0 || (waitFor(told) === 0 && shared.isGood())) break;
        await shared.withdraw();
        tries += 1;
        if (tries < TRIES) {
          await sleep(1 + Math.floor(random() * APART_MS));
          await shared.look();
          continue;
        }
        wait = Math.max(waitFor(each), APART_MS);
      }
      const most = endsAtMs === undefined ? PATIENCE_MS : endsAtMs - clock.monotonicMs() - TO_ANSWER_MS;
      if (wait > most) throw new SourceBudgetSpent(Math.ceil((endsAtMs === undefined ? worthWaking(shared.gates(), own, clock.monotonicMs(), each) : wait) / 1000));
      await sleep(wait);
    }
    const sent = { atMs: clock.monotonicMs(), amount: each };
    own.push(sent);
    return sent;
  };
  // One after the other: what one takes the next has to see.
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const mine = last.then(take, take);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function worthWaking(gates: readonly Gate[], own: Sent[], now: number, each: number): number {
  return Math.max(...gates.map((gate) => waitOf(gate, own, now, Math.max(each, gate.pace.requests * WORTH_WAKING))));
}

function inWindow({ pace, others = [] }: Gate, own: Sent[], now: number): readonly Sent[] {
  const isIn = ({ atMs }: Sent): boolean => atMs > now - pace.perSeconds * 1000;
  const sent = [...others, ...own].filter(isIn);
  return others.length === 0 ? sent : sent.sort((a, b) => a.atMs - b.atMs);
}

const sumOf = (sent: readonly Sent[]): number => sent.reduce((sum, one) => sum + one.amount, 0);

/** How much more fits now. */
function roomOf(gates: readonly Gate[], own: Sent[], now: number): number {
  return Math.min(...gates.map((gate) => gate.pace.requests - sumOf(inWindow(gate, own, now))));
}

/** Until so much more fits into the window. */
function waitOf(gate: Gate, own: Sent[], now: number, more: number): number {
  const { requests, perSeconds } = gate.pace;
  const sent = inWindow(gate, own, now);
  let left = sumOf(sent);
  for (const one of sent) {
    if (left + more <= requests) break;
    left -= one.amount;
    if (left + more <= requests) return Math.max(1, Math.ceil(one.atMs + perSeconds * 1000 - now));
  }
  return 0;
}
