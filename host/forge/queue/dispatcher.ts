import type { VirtualClock } from '../clock';
import { InvocationFailed, type FunctionCall, type HostLog, type Invocations } from '../invocations';
import type { Limits } from '../limits';
import type { Manifest } from '../manifest';
import type { Tenant } from '../tenants';
import { afterAnswer, afterFailure, type Verdict } from './retry-policy';
import type { Work, WorkStore } from './work-store';

export interface Dispatcher {
  /** Starts what is due and has a place. */
  pump(): void;
  /** Nothing is due and nothing runs. */
  isIdle(): boolean;
  /** Resolves when nothing is due and nothing runs. */
  idle(): Promise<void>;
  /** Nothing more begins until what is answered is called. */
  hold(): () => void;
  close(): Promise<void>;
}

export interface DispatcherOptions {
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly clock: VirtualClock;
  readonly store: WorkStore;
  readonly invocations: Invocations;
  readonly tenants: readonly Tenant[];
  readonly log: (entry: HostLog) => void;
  /** Something changed that may move the next due time. */
  readonly onChange: () => void;
}

/** Takes work from the store to the functions, and what becomes of it back to the store. */
export function openDispatcher(options: DispatcherOptions): Dispatcher {
  const { clock, store, invocations, limits } = options;
  const running = new Map<string, Work>();
  const settled = new Set<Promise<void>>();
  let waiters: (() => void)[] = [];
  let isClosed = false;
  let holders = 0;

  const isIdle = (): boolean => running.size === 0 && (store.nextDueAt() ?? Infinity) > clock.now();

  const pump = (): void => {
    if (isClosed || holders > 0) return;
    for (const work of inTurn(store.due(clock.now()), running)) {
      const call = callOf(work, options);
      if (call === undefined) {
        store.fail(work.id, `manifest.yml has no ${work.kind} module ${work.module}, or the host no tenant ${work.tenant}`);
        continue;
      }
      if (invocations.freePlaces(call.kind, call.functionKey) <= 0) continue;
      if (work.concurrency !== undefined && store.runningWith(work.tenant, work.concurrency.key) >= work.concurrency.limit) continue;
      begin(work, call);
    }
    if (waiters.length > 0 && isIdle()) {
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    }
  };

  const begin = (work: Work, call: FunctionCall): void => {
    store.start(work.id);
    running.set(work.id, work);
    const done = run(work, call).then((verdict) => {
      running.delete(work.id);
      settled.delete(done);
      if (isClosed) return;
      settle(work, call, verdict);
      options.onChange();
      pump();
    });
    settled.add(done);
  };

  const run = async (work: Work, call: FunctionCall): Promise<Verdict> => {
    try {
      const value = await invocations.run(call);
      return afterAnswer(value, work, clock.now(), limits);
    } catch (error) {
      if (!(error instanceof InvocationFailed)) throw error;
      options.log({ level: 'error', text: `${work.kind} ${work.module}: ${error.reason}: ${error.appStack ?? error.message}`, tenant: work.tenant, functionKey: call.functionKey });
      return afterFailure(error, work, clock.now(), limits);
    }
  };

  const settle = (work: Work, call: FunctionCall, verdict: Verdict): void => {
    if (verdict.kind === 'done') return store.succeed(work.id);
    if (verdict.kind === 'again') return store.retry(work.id, { dueAt: clock.now() + verdict.afterMs, reason: verdict.reason, data: verdict.data });
    options.log({ level: 'error', text: `${work.kind} ${work.module} was given up: ${verdict.why}`, tenant: work.tenant, functionKey: call.functionKey });
    store.fail(work.id, verdict.why);
  };

  return {
    pump,
    isIdle,
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        pump();
      }),
    hold: () => {
      holders += 1;
      return () => {
        holders -= 1;
        pump();
      };
    },
    close: async () => {
      isClosed = true;
      await Promise.all(settled);
    },
  };
}

/** The tenant with the least running work first, so that a large import of one does not hold up the others. */
function inTurn(due: readonly Work[], running: ReadonlyMap<string, Work>): readonly Work[] {
  const load = new Map<string, number>();
  for (const { tenant } of running.values()) load.set(tenant, (load.get(tenant) ?? 0) + 1);
  return [...due].sort((a, b) => (load.get(a.tenant) ?? 0) - (load.get(b.tenant) ?? 0));
}

function callOf(work: Work, { manifest, tenants, clock, limits }: DispatcherOptions): FunctionCall | undefined {
  const tenant = tenants.find(({ name }) => name === work.tenant);
  if (tenant === undefined) return undefined;
  const context = { installContext: tenant.contextAri };
  if (work.kind === 'queue') {
    const consumer = manifest.consumers.find(({ key }) => key === work.module);
    if (consumer === undefined) return undefined;
    const endsAt = work.createdAt + limits.queueRetentionHours * 3_600_000;
    const retryContext = work.attempt === 0 ? {} : { retryContext: { retryCount: work.attempt, retryReason: work.retryReason, retryData: work.retryData, retentionWindow: { startTime: new Date(work.createdAt).toISOString(), remainingTimeMs: Math.max(0, Math.round(endsAt - clock.now())) } } };
    const event = { queueName: consumer.queue, jobId: work.job, eventId: work.id, body: work.body, ...(work.concurrency === undefined ? {} : { concurrency: work.concurrency }), ...retryContext };
    return { tenant, kind: 'consumer', functionKey: consumer.function, moduleKey: consumer.key, moduleType: 'consumer', args: [event, context] };
  }
  if (work.kind === 'trigger') {
    const trigger = manifest.triggers.find(({ key }) => key === work.module);
    if (trigger === undefined) return undefined;
    const retryContext = work.attempt === 0 ? {} : { retryContext: { retryCount: work.attempt, retryReason: work.retryReason, retryData: work.retryData } };
    return { tenant, kind: 'trigger', functionKey: trigger.function, moduleKey: trigger.key, moduleType: 'trigger', args: [{ ...(work.body as object), ...retryContext }, context] };
  }
  const scheduled = manifest.scheduled.find(({ key }) => key === work.module);
  if (scheduled === undefined) return undefined;
  return { tenant, kind: 'scheduledTrigger', functionKey: scheduled.function, moduleKey: scheduled.key, moduleType: 'scheduledTrigger', args: [{ context: { cloudId: tenant.cloudId, moduleKey: scheduled.key }, contextToken: `local-${tenant.name}` }, { installContext: tenant.contextAri }] };
}
