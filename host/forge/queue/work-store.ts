import { randomUUID } from 'node:crypto';
import { number, optionalText, text, type Row, type State } from '../state';

/** Something that will run in the background: a queue event, a product event for a trigger, a scheduled run. */
export interface Work {
  readonly id: string;
  readonly tenant: string;
  readonly kind: WorkKind;
  /** Key of the consumer, trigger or scheduledTrigger module. */
  readonly module: string;
  readonly job?: string;
  readonly body: unknown;
  readonly dueAt: number;
  readonly createdAt: number;
  readonly attempt: number;
  readonly retryReason?: string;
  readonly retryData?: unknown;
  readonly concurrency?: { readonly key: string; readonly limit: number };
}

export type WorkKind = 'queue' | 'trigger' | 'schedule';

export type NewWork = Pick<Work, 'tenant' | 'kind' | 'module' | 'body' | 'dueAt' | 'createdAt'> & Partial<Pick<Work, 'job' | 'concurrency'>>;

export interface JobStats {
  readonly success: number;
  readonly inProgress: number;
  readonly failed: number;
}

/** Work in the host's database: what was accepted survives the host. */
export interface WorkStore {
  add(work: readonly NewWork[]): void;
  /** Due now, oldest first, bodies included. */
  due(now: number): readonly Work[];
  nextDueAt(): number | undefined;
  start(id: string): void;
  succeed(id: string): void;
  fail(id: string, failure: string): void;
  retry(id: string, again: { readonly dueAt: number; readonly reason: string; readonly data?: unknown }): void;
  runningWith(tenant: string, concurrencyKey: string): number;
  stats(tenant: string, queue: string, job: string): JobStats | undefined;
  /** Pending events of the job only. False when the job is unknown. */
  cancel(tenant: string, queue: string, job: string): boolean;
  /** What was running when the host died is pending again; scheduled runs are not repeated. */
  recover(): void;
  /** The clock went back: nothing waits longer than it would have. */
  pullIn(latest: number): void;
  /** What ended in failure, newest first. */
  failures(tenant: string): readonly { readonly module: string; readonly failure: string }[];
}

const COLUMNS = 'id, tenant, kind, module, job, body, due_at, created_at, attempt, retry_reason, retry_data, concurrency_key, concurrency_limit';

export function workStoreOf(state: State): WorkStore {
  return {
    add: (list) =>
      state.transaction(() => {
        for (const work of list) {
          state.run(
            `INSERT INTO work (id, tenant, kind, module, job, body, state, due_at, created_at, concurrency_key, concurrency_limit) VALUES (?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?)`,
            randomUUID(), work.tenant, work.kind, work.module, work.job ?? null, JSON.stringify(work.body), Math.round(work.dueAt), Math.round(work.createdAt), work.concurrency?.key ?? null, work.concurrency?.limit ?? null,
          );
        }
      }),
    due: (now) => state.all(`SELECT ${COLUMNS} FROM work WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, seq LIMIT 500`, Math.floor(now)).map(workOf),
    nextDueAt: () => {
      const row = state.find(`SELECT MIN(due_at) AS at FROM work WHERE state = 'pending'`);
      return typeof row?.['at'] === 'number' ? row['at'] : undefined;
    },
    start: (id) => void state.run(`UPDATE work SET state = 'running' WHERE id = ?`, id),
    succeed: (id) => void state.run(`UPDATE work SET state = 'done', body = NULL, retry_data = NULL WHERE id = ?`, id),
    fail: (id, failure) => void state.run(`UPDATE work SET state = 'failed', failure = ? WHERE id = ?`, failure, id),
    retry: (id, { dueAt, reason, data }) =>
      void state.run(`UPDATE work SET state = 'pending', attempt = attempt + 1, due_at = ?, retry_reason = ?, retry_data = ? WHERE id = ?`, Math.round(dueAt), reason, data === undefined ? null : JSON.stringify(data), id),
    runningWith: (tenant, key) => count(state, `SELECT COUNT(*) AS n FROM work WHERE state = 'running' AND tenant = ? AND concurrency_key = ?`, tenant, key),
    stats: (tenant, queue, job) => {
      const rows = state.all(`SELECT state, COUNT(*) AS n FROM work WHERE tenant = ? AND job = ? AND module = ? GROUP BY state`, tenant, job, queue);
      const of = (...names: string[]): number => rows.filter((row) => names.includes(text(row, 'state'))).reduce((sum, row) => sum + number(row, 'n'), 0);
      return rows.length === 0 ? undefined : { success: of('done'), inProgress: of('pending', 'running'), failed: of('failed', 'cancelled') };
    },
    cancel: (tenant, queue, job) => {
      state.run(`UPDATE work SET state = 'cancelled' WHERE state = 'pending' AND tenant = ? AND job = ? AND module = ?`, tenant, job, queue);
      return count(state, `SELECT COUNT(*) AS n FROM work WHERE tenant = ? AND job = ? AND module = ?`, tenant, job, queue) > 0;
    },
    recover: () => {
      state.run(`UPDATE work SET state = 'failed', failure = 'the host ended while it ran' WHERE state = 'running' AND kind = 'schedule'`);
      state.run(`UPDATE work SET state = 'pending' WHERE state = 'running'`);
    },
    pullIn: (latest) => void state.run(`UPDATE work SET due_at = ? WHERE state = 'pending' AND due_at > ?`, Math.round(latest), Math.round(latest)),
    failures: (tenant) => state.all(`SELECT module, failure FROM work WHERE state = 'failed' AND tenant = ? ORDER BY seq DESC LIMIT 100`, tenant).map((row) => ({ module: text(row, 'module'), failure: text(row, 'failure') })),
  };
}

function workOf(row: Row): Work {
  const job = optionalText(row, 'job');
  const reason = optionalText(row, 'retry_reason');
  const data = optionalText(row, 'retry_data');
  const key = optionalText(row, 'concurrency_key');
  const kind = text(row, 'kind');
  if (kind !== 'queue' && kind !== 'trigger' && kind !== 'schedule') throw new Error(`state: unknown kind of work ${kind}`);
  return {
    id: text(row, 'id'),
    tenant: text(row, 'tenant'),
    kind,
    module: text(row, 'module'),
    body: JSON.parse(text(row, 'body')),
    dueAt: number(row, 'due_at'),
    createdAt: number(row, 'created_at'),
    attempt: number(row, 'attempt'),
    ...(job === undefined ? {} : { job }),
    ...(reason === undefined ? {} : { retryReason: reason }),
    ...(data === undefined ? {} : { retryData: JSON.parse(data) as unknown }),
    ...(key === undefined ? {} : { concurrency: { key, limit: number(row, 'concurrency_limit') } }),
  };
}

function count(state: State, sql: string, ...values: string[]): number {
  return number(state.find(sql, ...values) ?? {}, 'n');
}
