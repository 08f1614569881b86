/** One request as an emulated source sees it. */
export interface Call {
  readonly method: string;
  /** The name the app called, e.g. `acme.example.com`; empty for Jira itself. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is text. */
  readonly body: unknown;
}

/** How an emulated source is made. Time and chance come from outside, so that a run repeats exactly. */
export interface WorldNeeds {
  readonly now: () => number;
  readonly random: () => number;
}

export interface LinkedIssue {
  readonly id: string;
  readonly key: string;
}

/** What this vendor can do to who spoke and where a record belongs, beside what was said. What a vendor cannot do is absent. */
export interface IdentityChanges {
  /** People, groups, brands or forms get other names; every id stays. */
  readonly rename?: () => void;
  /** One person turns out to be another: what `from` wrote belongs to `into` from now on. Ids of authors. */
  readonly mergePeople?: (from: string, into: string) => void;
  /** One record is closed in favour of another; what both customers wrote stays theirs. External ids. */
  readonly mergeRecords?: (from: string, into: string) => void;
  /** The record belongs elsewhere now: one of its routing facts becomes `elsewhere`. */
  readonly move?: (externalId: string) => void;
}

/** How much of its records a key sees. */
export type Sight = 'nothing' | 'the older half' | 'the older three quarters' | 'everything';

/** So many of `count` records, the first ones, are seen. */
export function seenOf(sight: Sight, count: number): number {
  if (sight === 'everything') return Number.POSITIVE_INFINITY;
  if (sight === 'the older three quarters') return Math.floor((count * 3) / 4);
  return sight === 'nothing' ? 0 : Math.floor(count / 2);
}

/**
 * An emulated source with a life of its own, the same handles for every vendor: what the shared suite needs to speak, edit, delete and break.
 * The replies are the vendor's, field by field.
 */
export interface SourceWorld {
  /** The connector that reads it. */
  readonly connector: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly answer: (call: Call) => Reply;
  /** A customer says something now; answers the record's external id. */
  readonly speak: (text: string) => string;
  /** As if it had been said at `at` and become visible only now, where the source can do that. */
  readonly speakLate: (text: string, at: number) => string;
  /** Whoever said this adds something now, in the same conversation; absent where each message is a record of its own. */
  readonly sayMore?: (externalId: string, text: string) => void;
  /** Someone of ours says something, in any of the ways that the vendor has for it (an internal note as well): never a signal. */
  readonly answerAsAgent: (text: string) => void;
  /** The customer's text is changed. */
  readonly rewrite: (externalId: string, text: string) => void;
  readonly remove: (externalId: string) => void;
  /** The vendor never reports what was deleted: it is found by reading everything anew. */
  readonly isSilentOnDeletion?: boolean;
  /** Nor what was edited. */
  readonly isSilentOnEdits?: boolean;
  /** The vendor tells when a record was last changed, and never when it was first said. */
  readonly tellsOnlyLastChange?: boolean;
  /** The vendor shows only the last days: it is read daily, and what was before can never be had. */
  readonly isWindowed?: boolean;
  /** The key is not accepted any more, or again. */
  readonly revoke: (isRevoked: boolean) => void;
  /** The key is accepted and sees less: nothing, so that pages are valid and empty, or not the newer half (or quarter) and what comes after it; or everything again. */
  readonly narrow: (sees: Sight) => void;
  /** Checkpoints given until now are refused from now on; a source without checkpoints of its own does nothing. */
  readonly forgetCheckpoints: () => void;
  /** What a reader should hold now: external id to the customer's words. */
  readonly live: () => ReadonlyMap<string, string>;
  /** When a record was last said, changed or taken back, for a source of several scopes, which wait for their turn; ms. */
  readonly changedAt?: (externalId: string) => number;
  /** Who said each of them, by the vendor's own id; a record whose author the vendor does not tell is not in it. */
  readonly authors: () => ReadonlyMap<string, string>;
  readonly identity: IdentityChanges;
  /** Somebody at the vendor links a record to an issue in Jira, or takes that back. */
  readonly link?: (externalId: string, issue: LinkedIssue) => void;
  readonly unlink?: (externalId: string, issue: LinkedIssue) => void;
}

export type OpenWorld = (needs: WorldNeeds) => SourceWorld;
