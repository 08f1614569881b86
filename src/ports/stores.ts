import type { Assignment, Theme } from '../domain/theme';
import type { EvidenceRow, Link, LinkDecision, LinkVerdict, Searchability, ThemeIssue } from '../domain/evidence';
import type { ImportChunk, ImportProblem, ImportRun } from '../domain/import';
import type { Issue } from '../domain/issue';
import type { Product, SourceSetting } from '../domain/product';
import type { Release } from '../domain/release';
import type { Signal } from '../domain/signal';
import type { SourceCoverage } from '../domain/coverage';
import type { DayCount } from '../domain/dense-span';
import type { IsoTime } from '../domain/time';
import type { VisibilityClass } from '../domain/visibility';
import type { IncrementStore } from './increment-store';
import type { ThemeStore } from './theme-store';

/** What happened to a row that was offered. */
export type Stored = 'added' | 'changed' | 'unchanged';

/** A page of rows by keyset; `next` absent on the last page. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

export interface ProductStore {
  saveProduct(product: Product): Promise<void>;
  listProducts(): Promise<readonly Product[]>;
  findProduct(id: string): Promise<Product | undefined>;
  /** The product that owns a Jira project. */
  findProductOfProject(projectKey: string): Promise<Product | undefined>;
  saveSource(source: SourceSetting): Promise<void>;
  listSources(product: string): Promise<readonly SourceSetting[]>;
  saveCoverage(product: string, coverage: SourceCoverage): Promise<void>;
  /** Forgets a source's setting and coverage: from now on nobody claims to listen there. */
  dropSource(product: string, source: string): Promise<void>;
  listCoverage(product: string): Promise<readonly SourceCoverage[]>;
}

export interface SignalStore {
  /**
   * Upserts by (source, external id); equal content is `unchanged`. Answers in the order given.
   * Of one id given several times in a call the last counts; the earlier ones answer `unchanged`.
   * A call repeated with the same `at` gets its first answers again, so that counts survive a job that ran twice.
   * A signal that was removed stays removed.
   */
  saveSignals(product: string, signals: readonly Signal[], at: IsoTime): Promise<readonly Stored[]>;
  /**
   * The same where several versions of one signal may be on their way at once: whoever writes when, the one with the greatest order (as text) stays, and
   * none comes back that was removed. `older`: a newer one stands there, or it was removed; nothing was written.
   */
  saveNewest(product: string, offered: readonly { readonly signal: Signal; readonly order: string }[], at: IsoTime): Promise<readonly (Stored | 'older')[]>;
  /** Every live signal with words, by id, with a mark of what it is now: equal marks, equal signals. */
  pageMarks(product: string, after: string | undefined, limit: number): Promise<Page<{ readonly id: string; readonly mark: string }>>;
  /** All live signals, ordered by id, `limit` a page. */
  pageSignals(product: string, after: string | undefined, limit: number): Promise<Page<Signal>>;
  findSignals(product: string, ids: readonly string[]): Promise<readonly Signal[]>;
  countSignals(product: string): Promise<number>;
  /** What is live from one source: how many, and between which times. */
  spanOfSource(product: string, source: string): Promise<SourceSpan>;
  /** How much is live of one source by the day on which it was said, in order; a time in the future is one too. */
  daysOfSource(product: string, source: string): Promise<readonly DayCount[]>;
  /** When the earliest was said of what is live, was first recorded at `since` or later, and was said at `from` or later. What was edited only is not new. */
  firstAdded(product: string, sources: readonly string[], added: { readonly since: IsoTime; readonly from: IsoTime }): Promise<IsoTime | undefined>;
  /** Marks as gone at the source: never read or quoted again. */
  removeSignals(product: string, ids: readonly string[], at: IsoTime): Promise<void>;
  /** The same for ids of one source of which some may never have come: they never will. */
  buryIds(product: string, source: string, ids: readonly string[], at: IsoTime): Promise<void>;
  /** Forgets that these were gone, so that they can be saved again: the source shows them after all. What is live stays as it is. */
  readmitSignals(product: string, ids: readonly string[]): Promise<void>;
  /** From now on every live signal of this source has this class. */
  showSource(product: string, source: string, visibility: VisibilityClass): Promise<void>;
}

export interface SourceSpan {
  readonly signals: number;
  readonly oldestAt?: IsoTime;
  readonly newestAt?: IsoTime;
}

export interface IssueStore {
  /** An imported record (see `isImportedIssue`) never stands beside Jira's own for the same key: Jira's wins, whichever came first. */
  saveIssues(product: string, issues: readonly Issue[], at: IsoTime): Promise<readonly Stored[]>;
  listIssues(product: string): Promise<readonly Issue[]>;
  /** Ids of the issues that are not done, without reading the rest of them. */
  listOpenIds(product: string): Promise<readonly string[]>;
  findIssue(id: string): Promise<{ readonly product: string; readonly issue: Issue } | undefined>;
  removeIssues(ids: readonly string[]): Promise<void>;
  saveReleases(releases: readonly Release[]): Promise<readonly Stored[]>;
  listReleases(product: string): Promise<readonly Release[]>;
  /** Those that the tracker no longer has. */
  removeReleases(product: string, ids: readonly string[]): Promise<void>;
}

/** A precomputed answer for one issue: small, and all that a panel reads besides the quoted signals. */
export interface IssueDigest {
  readonly issue: string;
  readonly product: string;
  readonly engineVersion: string;
  readonly computedAt: IsoTime;
  readonly searchability: Searchability;
  /** Evidence rows that the panel may show or list, best first. */
  readonly evidence: readonly EvidenceRow[];
  /** Nearest themes, strongest first. */
  readonly themes: readonly ThemeIssue[];
}

export interface EvidenceStore {
  /**
   * Replaces what the engine derived for a product, all or nothing as seen by readers (readers see the old run until the last write).
   * Sets the visibility class of every row from its signal and issue; what derives from a hidden one is not stored.
   * @throws StoreUnavailable when another run of the product was begun meanwhile
   */
  saveRun(product: string, run: EvidenceRun): Promise<void>;
  findDigest(issue: string): Promise<IssueDigest | undefined>;
  listDigests(product: string, issues: readonly string[]): Promise<readonly IssueDigest[]>;
  /** At most three links a signal. */
  linksOfSignals(product: string, signals: readonly string[]): Promise<readonly Link[]>;
  listThemes(product: string): Promise<readonly Theme[]>;
  pageAssignments(product: string, after: string | undefined, limit: number): Promise<Page<Assignment>>;
  listThemeIssues(product: string): Promise<readonly ThemeIssue[]>;
  /** When the last complete run was derived, and by which engine; undefined before the first. */
  findRun(product: string): Promise<{ readonly engineVersion: string; readonly computedAt: IsoTime; readonly signals: number } | undefined>;
  /** Customers spoke to these issues, and their words went with a source at `at`. */
  noteRemoved(product: string, issues: readonly string[], at: IsoTime): Promise<void>;
  /** Those issues, and when it was last. */
  listRemoved(product: string): Promise<ReadonlyMap<string, IsoTime>>;
  /** An admin says that what went counts for nothing. */
  forgetRemoved(product: string): Promise<void>;
}

export interface EvidenceRun {
  readonly engineVersion: string;
  readonly computedAt: IsoTime;
  readonly signals: number;
  readonly digests: readonly IssueDigest[];
  readonly links: readonly Link[];
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
  readonly themeIssues: readonly ThemeIssue[];
}

/** People's decisions on links: appended, never changed; an undo is a row of its own. */
export interface DecisionStore {
  saveDecision(product: string, decision: LinkDecision): Promise<void>;
  /** Takes the newest decision on this pair back and answers it; the one before it is in force again. Undefined when there was none. */
  undoDecision(product: string, signal: string, issue: string, by: string, at: IsoTime): Promise<LinkVerdict | undefined>;
  /** Decisions in force, newest per (signal, issue). */
  listDecisions(product: string): Promise<readonly LinkDecision[]>;
  decisionsOfIssue(product: string, issue: string): Promise<readonly LinkDecision[]>;
  /** Of a page of signals. */
  decisionsOfSignals(product: string, signals: readonly string[]): Promise<readonly LinkDecision[]>;
}

export interface ImportStore {
  /** Upserts. The four counts are never taken from here: they are the sums of the finished chunks. */
  saveRun(run: ImportRun): Promise<void>;
  findRun(id: string): Promise<ImportRun | undefined>;
  /** Newest first. */
  listRuns(product: string, limit: number): Promise<readonly ImportRun[]>;
  /** Idempotent per (import, seq). */
  saveChunk(chunk: ImportChunk): Promise<void>;
  /** Chunks not yet read, lowest seq first. */
  listChunks(importId: string, limit: number): Promise<readonly ImportChunk[]>;
  /** Records what one chunk gave and removes it; saying it twice counts once. */
  finishChunk(importId: string, seq: number, result: ChunkResult): Promise<void>;
  countChunks(importId: string): Promise<ChunkCount>;
  /** Takes away what waits to be read; safe to repeat. */
  dropChunks(importId: string): Promise<void>;
  /** By line. */
  pageProblems(importId: string, after: string | undefined, limit: number): Promise<Page<ImportProblem>>;
  /** Rejected rows by reason (notes are no rejections). */
  countProblems(importId: string): Promise<Readonly<Record<string, number>>>;
}

export interface ChunkCount {
  readonly received: number;
  readonly finished: number;
  /** Highest seq received; undefined before the first. */
  readonly highest?: number;
}

/** `offered` = `kept` (added or changed) + `unchanged` + rejected (one problem a row; notes do not count). */
export interface ChunkResult {
  readonly offered: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

/** Everything that is kept for one site. One object so that `app.ts` hands it over once. */
export interface Stores {
  readonly products: ProductStore;
  readonly signals: SignalStore;
  readonly issues: IssueStore;
  readonly evidence: EvidenceStore;
  readonly increments: IncrementStore;
  readonly decisions: DecisionStore;
  readonly imports: ImportStore;
  readonly themes: ThemeStore;
}
