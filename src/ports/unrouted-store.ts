import type { RoutingFacts } from '../domain/source-record';
import type { IsoTime } from '../domain/time';

/** A record that no rule placed: its facts, never its words. */
export interface UnroutedRecord {
  readonly externalId: string;
  readonly at: IsoTime;
  readonly facts: RoutingFacts;
}

export interface UnroutedStore {
  /** Keeps those that no rule placed, and forgets those that one placed since. */
  save(connection: string, unrouted: readonly UnroutedRecord[], routed: readonly string[]): Promise<void>;
  /** Newest first. */
  list(connection: string, limit: number): Promise<readonly UnroutedRecord[]>;
  count(connection: string): Promise<number>;
}
