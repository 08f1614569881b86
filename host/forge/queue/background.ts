import type { VirtualClock } from '../clock';
import type { State } from '../state';
import type { Tenant } from '../tenants';
import { openDispatcher, type DispatcherOptions } from './dispatcher';
import { openSchedules } from './schedules';

/** Everything that happens without anyone asking: queue events, product events, scheduled triggers, on the virtual clock. */
export interface Background {
  start(): void;
  pump(): void;
  stop(): void;
  close(): Promise<void>;
  idle(): Promise<void>;
  isIdle(): boolean;
  hold(): () => void;
  runScheduled(tenant: Tenant, moduleKey: string): void;
  setClock(at: number): void;
  /**
   * `each`: everything that falls due on the way runs at its own moment. `once`: time jumps as over a machine that slept, and what
   * fell due meanwhile runs once, when it wakes.
   */
  advance(ms: number, due?: 'each' | 'once'): Promise<void>;
}

/** Longest sleep between looks at the clock: a laptop that slept wakes up late. */
const LONGEST_WAIT_MS = 30_000;

export function openBackground(options: Omit<DispatcherOptions, 'onChange'> & { readonly state: State; readonly clock: VirtualClock; readonly schedules: 'automatic' | 'manual' }): Background {
  const { clock, store, manifest, tenants, state } = options;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isAdvancing = false;
  const schedules = openSchedules({ state, clock, manifest, tenants, store });
  const firesAlone = options.schedules === 'automatic';

  const nextDueAt = (withSchedules: boolean): number => Math.min(store.nextDueAt() ?? Infinity, (withSchedules ? schedules.nextDueAt() : undefined) ?? Infinity);
  const plan = (): void => {
    clearTimeout(timer);
    if (!isRunning) return;
    const wait = Math.max(1, Math.min(nextDueAt(firesAlone) - clock.now(), LONGEST_WAIT_MS));
    // Work that is due but has no place is started when a place is free, not by looking again and again.
    timer = setTimeout(tick, dispatcherHasDueWork() ? LONGEST_WAIT_MS : wait);
    timer.unref();
  };
  const dispatcher = openDispatcher({ ...options, onChange: () => plan() });
  const dispatcherHasDueWork = (): boolean => (store.nextDueAt() ?? Infinity) <= clock.now();
  const tick = (): void => {
    if (firesAlone && !isAdvancing) schedules.fire();
    dispatcher.pump();
    plan();
  };
  const pump = (): void => {
    if (!isRunning) return;
    dispatcher.pump();
    plan();
  };

  return {
    start: () => {
      store.recover();
      isRunning = true;
      tick();
    },
    pump,
    stop: () => {
      isRunning = false;
      clearTimeout(timer);
    },
    close: () => dispatcher.close(),
    idle: () => dispatcher.idle(),
    isIdle: () => dispatcher.isIdle(),
    hold: () => dispatcher.hold(),
    runScheduled: (tenant, moduleKey) => {
      schedules.runNow(tenant, moduleKey);
      pump();
    },
    setClock: (at) => {
      if (!Number.isFinite(at)) throw new Error('the clock takes an ISO time');
      const isBack = at < clock.now();
      clock.set(at);
      if (isBack) {
        schedules.onClockSet();
        store.pullIn(at + options.limits.queueDelaySeconds * 1000);
      }
      tick();
    },
    advance: async (ms, due = 'each') => {
      const target = clock.now() + ms;
      isAdvancing = true;
      try {
        await dispatcher.idle();
        if (due === 'once') {
          clock.set(target);
          schedules.fire();
        } else for (let next = nextDueAt(true); next <= target; next = nextDueAt(true)) {
          if (next > clock.now()) clock.set(next);
          schedules.fire();
          await dispatcher.idle();
        }
        if (clock.now() < target) clock.set(target);
        await dispatcher.idle();
      } finally {
        isAdvancing = false;
        plan();
      }
    },
  };
}
