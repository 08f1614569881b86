import type { Tenant } from '../tenants';

export interface SqlRequest {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly isDefinitionPath: boolean;
}

/** A database engine under `@forge/sql`. Each tenant has a database of its own. */
export interface SqlEngine {
  readonly name: 'sqlite' | 'mariadb';
  /** The answer's `rows` as JSON text. @throws SqlRefusal */
  execute(tenant: Tenant, request: SqlRequest): Promise<string>;
  close(): Promise<void>;
}

/** Seconds that a statement may run, by what it is. */
export interface SqlTimeouts {
  readonly query: number;
  readonly change: number;
  readonly definition: number;
}

/** By its first word; what is not listed is refused long before its time is up. */
export function secondsFor(text: string, timeouts: SqlTimeouts): number {
  const first = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
  if (['INSERT', 'UPDATE', 'DELETE'].includes(first)) return timeouts.change;
  return ['SELECT', 'WITH', 'SHOW'].includes(first) ? timeouts.query : timeouts.definition;
}
