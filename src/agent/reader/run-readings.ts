import { isSaid, type Signal } from '../../domain/signal';
import type { SignalReading } from '../../domain/reading';
import { isoTime, epochMs } from '../../domain/time';
import type { AgentStore, ReadingTask } from '../../ports/agent-store';
import type { Clock } from '../../ports/clock';
import type { Model } from '../../ports/model';
import type { Stores } from '../../ports/stores';
import { askWithRepair } from '../model/ask-with-repair';
import { endOf, LOST_AFTER_MS, whyParked, type RunEnd } from '../model/without-reply';
import { readingQuestion, type ReadingReply } from './reading-question';
import { readReply } from './read-reply';

/** Signals taken from the line at once. */
const BATCH = 30;
/** Below the hundred calls a minute that Forge allows, with room for repairs. */
export const QUESTIONS_A_RUN = 90;
/** Questions under way at once: each about one signal. */
const AT_ONCE = 8;

export interface Reading {
  readonly product: string;
  readonly model: Model;
  readonly store: AgentStore;
  readonly signals: Stores['signals'];
  /** Summaries of the issues that may be read with, by id. */
  readonly summaries: ReadonlyMap<string, string>;
  readonly clock: Clock;
  /** Runs at most this long, and asks at most this many questions. */
  readonly budgetMs: number;
  readonly most: number;
}

/** Reads what waits, the shortest first, until nothing waits, the time is up, the budget is spent or the provider is away. Safe to repeat and to kill. */
export async function runReadings(reading: Reading): Promise<RunEnd> {
  const { store, product, clock } = reading;
  const until = clock.monotonicMs() + reading.budgetMs;
  await store.parkLost(product, isoTime(epochMs(clock.now()) - LOST_AFTER_MS));
  for (let asked = 0; asked < reading.most && clock.monotonicMs() < until; ) {
    const tasks = await store.nextReadings(product, Math.min(BATCH, reading.most - asked));
    if (tasks.length === 0) return { kind: 'done' };
    asked += tasks.length;
    const found = await reading.signals.findSignals(product, tasks.map(({ signal }) => signal));
    const byId = new Map(found.map((signal) => [signal.id, signal]));
    const line = [...tasks];
    const ends: RunEnd[] = [];
    const work = async (): Promise<void> => {
      for (let task = line.shift(); task !== undefined && ends.length === 0 && clock.monotonicMs() < until; task = line.shift()) {
        const end = await readOne(reading, task, byId.get(task.signal));
        if (end !== undefined) ends.push(end);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (ends[0] !== undefined) return ends[0];
  }
  return { kind: 'more' };
}

/** One signal, alone. Undefined when the run goes on. */
async function readOne(reading: Reading, task: ReadingTask, signal: Signal | undefined): Promise<RunEnd | undefined> {
  const { store, product, model, clock } = reading;
  const issues = task.issues.filter((issue) => reading.summaries.has(issue));
  // Gone at its source since it was put in the line, or no longer to be shown: it is not read.
  if (signal === undefined || !isSaid(signal) || signal.visibility !== 'open') {
    await store.forgetSignals(product, [task.signal]);
    return undefined;
  }
  if (!(await store.takeReading(product, task, clock.now()))) return undefined;
  const answer = await askWithRepair(model, readingQuestion(signal, issues.map((id) => ({ id, summary: reading.summaries.get(id)! }))));
  if (answer.kind === 'reply') {
    await store.saveReading(product, readingOf(reading, task, signal, issues, answer.value));
    return undefined;
  }
  const why = whyParked(answer);
  if (why === undefined) await store.returnReading(product, task);
  else await store.park(product, task, why);
  return endOf(answer);
}

function readingOf(reading: Reading, task: ReadingTask, signal: Signal, issues: readonly string[], reply: ReadingReply): SignalReading {
  return { signal: signal.id, hash: task.hash, ...readReply(signal, issues, reply), model: reading.model.id, readAt: reading.clock.now() };
}
