import type { Json } from './json';
import type { SignalKind } from './signal';
import type { IsoTime } from './time';

/** What a source knows about where a record belongs, e.g. `{ brand: ['Mail'], group: ['Billing'], tag: ['beta'] }`: routing rules look here. */
export type RoutingFacts = Readonly<Record<string, readonly string[]>>;

/** Who spoke, for finding the account: the source's own id of the organisation, the domain of the author's address. Never a name or an address. */
export interface AccountHints {
  readonly organisation?: string;
  readonly domain?: string;
}

/**
 * One thing one customer said or did as a connector reads it: the customer's own words only, not yet redacted, routed or stored.
 * An agent's, an internal or an automated text is no record; it is skipped with that reason.
 */
export interface SourceRecord {
  /** The source's own id, unique within the connection; at most 255 characters. */
  readonly externalId: string;
  /** Sorts as text: of two revisions of one record the greater is the newer, e.g. the time of the last change. */
  readonly revision: string;
  /** The conversation, thread or repository it belongs to, where one is deleted or linked as a whole; at most 255 characters. */
  readonly group?: string;
  readonly at: IsoTime;
  readonly kind: SignalKind;
  readonly title?: string;
  readonly text?: string;
  readonly event?: string;
  /** The source's own id of the author, never a name. */
  readonly author?: string;
  readonly account?: AccountHints;
  readonly locale?: string;
  readonly url?: string;
  readonly rating?: number;
  readonly reactions?: number;
  readonly value?: number;
  readonly status?: string;
  readonly version?: string;
  readonly routing?: RoutingFacts;
  /** Names of those who take part, as the source tells them: taken out of title and text, and never kept. */
  readonly people?: readonly string[];
}

/**
 * Read and left out. Chosen reasons: `agent-words`, `internal`, `automated`, `spam`, `no-words`, `out-of-scope`, `duplicate`, `erased`.
 * `unreadable: <field>` is suffered: the record is there and we could not understand it.
 */
export interface SkippedRecord {
  readonly externalId: string;
  readonly revision: string;
  readonly group?: string;
  readonly reason: string;
  readonly at?: IsoTime;
  /** Not even its id could be read: `externalId` is its place on the page. */
  readonly isUnnamed?: boolean;
}

/** A link to a Jira issue that a person made at the source, from one record or from all of a group. */
export interface SourceLink {
  readonly from: { readonly externalId: string } | { readonly group: string };
  /**
   * Jira's own id of the issue, or its key; with the host of its address where the source gave one: only our own site's issues are meant. Or an issue of another
   * tracker (`acme/mail#12`), which is followed to the Jira issue that its team linked it to, where we know that.
   */
  readonly issue: { readonly id: string } | { readonly key: string; readonly site?: string } | { readonly tracked: string };
  readonly at: IsoTime;
}

/** An account (organisation, company) as the source knows it at `at`. */
export interface SourceAccount {
  readonly externalId: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly at: IsoTime;
  readonly plan?: string;
  readonly segment?: string;
  /** Revenue a year, in the source's currency. */
  readonly revenue?: number;
  readonly currency?: string;
  readonly state?: string;
}

/** A record that is gone at the source; with the revision of its going where the source says one, so that an older page cannot bring it back. */
export interface GoneRecord {
  readonly externalId: string;
  readonly revision?: string;
}

/** Where the next page begins; only its connector understands it. */
export type Checkpoint = Json;
