import type { VirtualClock } from '../clock';
import type { Manifest, ScheduledEntry } from '../manifest';
import { number, text, type State } from '../state';
import type { Tenant } from '../tenants';
import type { WorkStore } from './work-store';

const INTERVAL_MS: Readonly<Record<ScheduledEntry['interval'], number>> = { fiveMinute: 300_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

/** Scheduled triggers on the virtual clock: each tenant's marks are durable, and time that passed while the host was off counts once. */
export interface Schedules {
  /** Puts a run in the queue for everything that is due. */
  fire(): void;
  nextDueAt(): number | undefined;
  /** A run now, whatever the clock says. */
  runNow(tenant: Tenant, moduleKey: string): void;
  /** The clock was set: marks in its future start again from now. */
  onClockSet(): void;
}

export function openSchedules({ state, clock, manifest, tenants, store }: { readonly state: State; readonly clock: VirtualClock; readonly manifest: Manifest; readonly tenants: readonly Tenant[]; readonly store: WorkStore }): Schedules {
  const marks = new Map(state.all('SELECT tenant, module, last_at FROM schedule_mark').map((row) => [`${text(row, 'tenant')} ${text(row, 'module')}`, number(row, 'last_at')]));
  const mark = (tenant: string, module: string, at: number): void => {
    marks.set(`${tenant} ${module}`, at);
    state.run('INSERT INTO schedule_mark (tenant, module, last_at) VALUES (?, ?, ?) ON CONFLICT (tenant, module) DO UPDATE SET last_at = excluded.last_at', tenant, module, Math.round(at));
  };
  const pairs = tenants.flatMap((tenant) => manifest.scheduled.map((entry) => ({ tenant, entry })));
  for (const { tenant, entry } of pairs) if (!marks.has(`${tenant.name} ${entry.key}`)) mark(tenant.name, entry.key, clock.now());
  const dueAt = ({ tenant, entry }: (typeof pairs)[number]): number => (marks.get(`${tenant.name} ${entry.key}`) ?? 0) + INTERVAL_MS[entry.interval];
  const put = (tenant: Tenant, module: string): void => {
    const now = clock.now();
    store.add([{ tenant: tenant.name, kind: 'schedule', module, body: {}, dueAt: now, createdAt: now }]);
  };
  return {
    fire: () => {
      for (const pair of pairs) {
        if (dueAt(pair) > clock.now()) continue;
        mark(pair.tenant.name, pair.entry.key, clock.now());
        put(pair.tenant, pair.entry.key);
      }
    },
    nextDueAt: () => (pairs.length === 0 ? undefined : Math.min(...pairs.map(dueAt))),
    runNow: (tenant, moduleKey) => {
      if (!manifest.scheduled.some(({ key }) => key === moduleKey)) throw new Error(`manifest.yml has no scheduledTrigger ${moduleKey}`);
      put(tenant, moduleKey);
    },
    onClockSet: () => {
      for (const { tenant, entry } of pairs) if ((marks.get(`${tenant.name} ${entry.key}`) ?? 0) > clock.now()) mark(tenant.name, entry.key, clock.now());
    },
  };
}
