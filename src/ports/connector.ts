import type { Gap } from '../domain/coverage';
import type { Checkpoint, GoneRecord, SkippedRecord, SourceAccount, SourceLink, SourceRecord } from '../domain/source-record';
import type { IsoTime } from '../domain/time';
import type { HttpAnswer, SourceHttp } from './http';
import type { Pseudonym } from './pseudonym';

/**
 * A field of the connection screen. `host`: a whole host name that must match `pattern`; `text`: one line; `list`: several, with commas;
 * `secret`: written once and never shown; `choice`: one of `choices`.
 */
export interface ConnectionField {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: 'host' | 'text' | 'list' | 'secret' | 'choice';
  readonly placeholder?: string;
  /** The whole value must match. */
  readonly pattern?: RegExp;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly isOptional?: boolean;
}

/** What a connector is told whenever it is asked for something. */
export interface Ask {
  readonly http: SourceHttp;
  /** What an admin typed, by field. */
  readonly settings: Readonly<Record<string, string>>;
  /** A secret by its field. @throws SourceUnauthorised when it was never set */
  readonly secret: (field: string) => string;
  readonly now: IsoTime;
  /** For a source whose people have no ids but addresses; the site's own, so that a request by address finds what is kept. */
  readonly pseudonym: Pseudonym;
  /** Without a checkpoint: what was said or changed from then on is asked for. */
  readonly since: IsoTime;
  /** How far back the first read of the connection went, also for what was added later. */
  readonly firstSince?: IsoTime;
}

/** What is asked of a delivery, which asks nobody. */
export type ReceiveAsk = Omit<Ask, 'http'>;

export interface FeedAsk extends Ask {
  /** Where the last stored page ended; absent at the very beginning. */
  readonly checkpoint?: Checkpoint;
  /** Of several scopes some may wait for a later poll; the page says then until when all of them were read. Else everything is read. */
  readonly isInTurn?: boolean;
  /** Records that we have and expect to be there, at most ten: a feed that can ask for them on its way need not be probed. */
  readonly drawCanaries?: () => Promise<readonly string[]>;
}

/** One page. Every record of the source's page is either among the items, skipped with a reason, or gone: nothing disappears between. */
export interface FeedPage<Item> {
  readonly items: readonly Item[];
  /** Of a list of links: under the record or group whose links could not be read, or unnamed. */
  readonly skipped?: readonly SkippedRecord[];
  readonly gone?: readonly GoneRecord[];
  /** Groups that are gone with all their records. */
  readonly goneGroups?: readonly string[];
  /** Groups all of whose records stand on this page, kept or left out; what was in them before and is not here is gone. */
  readonly wholeGroups?: readonly string[];
  /** Where the next page begins. Saved only after this page is stored. */
  readonly checkpoint: Checkpoint;
  /** Read to the end as of now; the next page is asked for at the next poll. */
  readonly isLast: boolean;
  /** On the last page: everything is read until then, where that is earlier than the round, because some scopes wait for their turn. */
  readonly readTo?: IsoTime;
  /** The pages of this feed list all there is, each time from the beginning; what is not listed is not there. */
  readonly isWhole?: boolean;
  /** Links: records (external ids) or groups all of whose links stand on this page; what was linked to them before and is not here was taken back. */
  readonly listedFor?: readonly string[];
  /** Records the source says it has, where it says so; `isTotalRough`: put together from counts of different hours, so that one more or less says nothing. */
  readonly totalAtSource?: number;
  readonly isTotalRough?: boolean;
  /** Times that this source can never give us again; each is said once and kept. */
  readonly gaps?: readonly Gap[];
  /** Records that we have and that had to be seen on this way, and those of them that were: what a probe would say, without one. */
  readonly canaries?: { readonly asked: readonly string[]; readonly found: readonly string[] };
  /** A scope that showed several records shows none at once, and their age does not explain it. */
  readonly isEmptied?: boolean;
  /** Accounts: of those of this page that have something where revenue should be, how many have no number there. */
  readonly noNumber?: { readonly without: number; readonly of: number };
  /** Accounts that the records of this page name, where the source lists them nowhere else; taken before the records. */
  readonly accounts?: readonly SourceAccount[];
}

/** Pages of one kind, from a checkpoint onwards. Asking again with the same checkpoint is allowed and gives what the source has then. */
export type Feed<Item> = (ask: FeedAsk) => Promise<FeedPage<Item>>;

/** What a webhook brought, as it came. */
export interface Delivery {
  /** The body, byte for byte. */
  readonly body: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** `hint`: something changed, poll soon. `records`: the delivery itself is the truth (a source that cannot be polled). */
export type Received =
  | { readonly kind: 'hint' }
  | { readonly kind: 'records'; readonly items: readonly SourceRecord[]; readonly skipped?: readonly SkippedRecord[]; readonly gone?: readonly GoneRecord[] };

/** What the source says about itself in one request; whatever it cannot say is absent. */
export interface Probe {
  /** Records the source has, counted as the poll counts them. */
  readonly total?: number;
  /** Of the records asked for, those that the source still shows us. */
  readonly found?: readonly string[];
}

/** `ok` says in one sentence what was found; else which field is to blame (where one is) and what to do, in words an admin can act on. */
export type TestResult =
  | { readonly ok: true; readonly found: string; readonly warnings?: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly field?: string };

/** Failures of a test that a person mends at the vendor or in the form. */
export type TestFailure = 'source/unauthorised' | 'source/forbidden' | 'source/not-there' | 'source/unreachable' | 'source/unreadable';

/** The field to look at, and what to do, naming the place at the vendor where it is done. */
export interface Remedy {
  readonly field: string;
  readonly problem: string;
}

export type Remedies = Readonly<Partial<Record<TestFailure, Remedy>>>;

/** At most this many requests in any window of this length, over all runs of a connection; over all connections, where Jira itself is read. */
export interface Pace {
  readonly requests: number;
  readonly perSeconds: number;
  /** Where something else than requests is counted: so much one may be, until its answer has told how much it was (`SourceHttp.weigh`). */
  readonly each?: number;
}

/** Our code for one kind of source: an object of optional capabilities. It keeps nothing between calls. */
export interface Connector {
  readonly id: string;
  /** As the vendor writes it. */
  readonly name: string;
  /** What is read, in one sentence. */
  readonly about: string;
  /** What it cannot see or do, and what bounds it, each in one sentence an admin reads before connecting. */
  readonly limits: readonly string[];
  readonly fields: readonly ConnectionField[];
  /** Where the vendor asks for the address of its deliveries, for a connector that takes them: one sentence an admin acts on. */
  readonly whereToEnter?: string;
  /** The manifest's egress entries that it needs; none for a connector that reads Jira itself or only receives. */
  readonly egress: readonly string[];
  /** Host names that this connection may reach. */
  readonly hosts: (settings: Readonly<Record<string, string>>) => readonly string[];
  /**
   * Who numbers the people and organisations of this connection, in a word without a colon, as its host where the vendor numbers each customer's apart:
   * equal ids under one word are one person, whichever connection brings them. Absent: the vendor numbers all of its customers' together.
   */
  readonly idSpace?: (settings: Readonly<Record<string, string>>) => string;
  /** The ids of its people are no numbers of the vendor's: the same id means the same person wherever it stands. */
  readonly sharesPeople?: true;
  /** Reads the Jira site that we are installed on: addresses are paths, and nothing leaves. */
  readonly isJira?: boolean;
  readonly pace: Pace;
  /** Paths that the vendor limits further. */
  readonly slower?: readonly (Pace & { readonly path: RegExp })[];
  /** Seconds to wait, where this source says "slow down" in its own way; 429 and `Retry-After` are understood without. */
  readonly askedToWait?: (answer: HttpAnswer, now: IsoTime) => number | undefined;
  /** What a routing rule may look at, e.g. `brand`, `group`, `tag`. */
  readonly routes: readonly string[];
  /** … and what only this connection has, as its settings name it. */
  readonly routesOf?: (settings: Readonly<Record<string, string>>) => readonly string[];
  /** Says precisely what is wrong with a connection; writes nothing. Passing failures and refusals may be thrown as they are. */
  readonly test?: (ask: Ask) => Promise<TestResult>;
  /** What such a failure of its test means for this vendor and these settings; one that is not here is said in general words. */
  readonly remedies?: (settings: Readonly<Record<string, string>>) => Remedies;
  /** Asked after each poll, in at most one request: is what we read believable? `canaries` are records that we have and expect to be there, at most twenty. */
  readonly probe?: (ask: Ask & { readonly canaries: readonly string[] }) => Promise<Probe>;
  readonly poll?: Feed<SourceRecord>;
  /** All there is from the beginning, where `poll` without a checkpoint cannot give it. */
  readonly backfill?: Feed<SourceRecord>;
  /**
   * Read once a day. A link that is not listed any more was taken back: at once where the page says what it lists whole (`isWhole`, `listedFor`), else
   * within seven days, when everything is listed from the beginning.
   */
  readonly links?: Feed<SourceLink>;
  /** A tracker of its own: its links also say which Jira issue each of its issues stands for, and what other sources link to it is followed to there. */
  readonly isTracker?: boolean;
  /** Read once a day. */
  readonly accounts?: Feed<SourceAccount>;
  readonly deletions?: Feed<GoneRecord>;
  /** @throws SourceUnauthorised when the delivery is not signed as this source signs */
  readonly receive?: (delivery: Delivery, ask: ReceiveAsk) => Promise<Received>;
  /**
   * The name of the author of a record, as the source shows it at this moment, for somebody who wants to talk or reply; undefined where the source knows
   * the person no more. It is never kept. `record`: the id of what they said. Absent where the source cannot be asked (`nameless` says why), or where Jira itself is.
   */
  readonly person?: (ask: Ask, author: string, record: string) => Promise<string | undefined>;
  /** Why nobody's name can be asked of this source, in one sentence for a reader. */
  readonly nameless?: string;
  /** The id of a record in the address of its page, where the vendor's own exports have such addresses and no ids. */
  readonly idInLink?: (link: string) => string | undefined;
  /** Everything is read anew at least this often, so that what was deleted or came late without being reported is found; 30 unless told, at most 30. */
  readonly rereadDays?: number;
  /** The first read takes all there is, whatever `since` says. Absent: what was said before `since` is not asked for, though some of it may come, when it was touched since. */
  readonly readsAll?: true;
  /** The source shows only this many last days: an older record that is no longer seen there is not gone. Absent: everything is shown. */
  readonly windowDays?: number;
}
