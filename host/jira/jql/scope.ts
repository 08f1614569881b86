import type { Caller } from '../access/caller';
import type { Sight } from '../access/sight';
import type { Tenant } from '../state/tenant';

/** Where a query is asked: on which site, by whom, when. */
export interface Scope {
  readonly tenant: Tenant;
  readonly caller: Caller;
  readonly sight: Sight;
  /** Milliseconds since 1970. */
  readonly now: number;
}
