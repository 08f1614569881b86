import { z } from 'zod';
import type { Gap, SourceCoverage } from './coverage';

export const SourceForm = z.object({
  id: z.string().min(1).max(40).optional(),
  connector: z.string().min(1).max(40),
  product: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  visibility: z.enum(['open', 'counts', 'hidden']),
  fields: z.record(z.string().max(40), z.string().max(20_000)),
  days: z.number().int().min(1).max(3_660),
});
/** A form with what a preview of it handed out; without that, only with the word that nobody wants to look first. */
export const ConnectForm = SourceForm.extend({ looked: z.string().max(80).optional(), withoutLooking: z.literal(true).optional() });
export const SourceRef = z.object({ id: z.string().min(1).max(40) });
/** Runs that began before that moment, and when they are all told, days before it. */
export const SourceRuns = z.object({ id: z.string().min(1).max(40), before: z.iso.datetime() });
export const FillRef = z.object({ id: z.string().min(1).max(40), importId: z.string().min(1).max(80) });
/** Whole days, both counted. */
export const SourceGap = z.object({ id: z.string().min(1).max(40), from: z.iso.date(), to: z.iso.date(), reason: z.string().trim().min(1).max(200) });

/** Days back from now. */
export const FurtherBack = z.object({ id: z.string().min(1).max(40), days: z.number().int().min(1).max(3_660) });
/** Whether of the time before the first read nothing is missing. */
export const BeforeWord = z.object({ id: z.string().min(1).max(40), isNothingMissing: z.boolean() });

/** A field of a source's form, as the screen draws it. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: 'host' | 'text' | 'list' | 'secret' | 'choice';
  readonly placeholder?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly isOptional: boolean;
}

/** A kind of source that can be connected. */
export interface ConnectorView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly limits: readonly string[];
  readonly fields: readonly FieldView[];
  /** Reads the Jira site itself: nothing leaves Atlassian. */
  readonly staysOnAtlassian: boolean;
  /** Only receives; there is nothing to read first. */
  readonly isPolled: boolean;
  /** The first read takes all there is, so nobody is asked how far it goes back. */
  readonly readsAll: boolean;
  /** Only what somebody of us marks, forwards or writes down arrives: its silence says nothing. */
  readonly isHandedOver: boolean;
  /** Where the vendor asks for the address of its deliveries. */
  readonly whereToEnter?: string;
  /** Hosts that the app calls for it. */
  readonly egress: readonly string[];
}

/** One run, newest first on the screen. */
export interface ReceiptView {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly outcome: 'complete' | 'partial' | 'blind';
  readonly read: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** Links at the source that confirmed evidence, and such that were taken back there. */
  readonly linksConfirmed?: number;
  readonly linksWithdrawn?: number;
  readonly requests: number;
  /** Bytes of the answers; absent for runs in which they were not counted yet. */
  readonly received?: number;
  readonly blindBecause?: string;
  /** Why it stopped before the end and goes on later. */
  readonly heldBack?: string;
  /** What the source says it has; absent where it did not say. */
  readonly totalAtSource?: number;
  /** Of what was read in this run. */
  readonly oldestAt?: string;
  readonly newestAt?: string;
  /** Times that this run found it cannot read any more. */
  readonly gaps: readonly Gap[];
}

/** All runs of one day (UTC) together: what is kept when its single runs are not. */
export interface ReceiptDayView extends Omit<ReceiptView, 'startedAt' | 'finishedAt' | 'outcome' | 'blindBecause' | 'heldBack'> {
  readonly day: string;
  readonly runs: Readonly<Record<ReceiptView['outcome'], number>>;
  readonly blindBecause: Readonly<Record<string, number>>;
}

/** Earlier runs, newest first; after the last kept one, days. */
export interface RunsView {
  readonly runs: readonly ReceiptView[];
  readonly days: readonly ReceiptDayView[];
  /** Ask with this for what was before; absent at the end. */
  readonly before?: string;
}

export interface ConnectionView {
  readonly id: string;
  readonly connector: string;
  readonly product: string;
  readonly name: string;
  readonly visibility: 'open' | 'counts' | 'hidden';
  readonly state: 'active' | 'paused' | 'needs-attention';
  readonly settings: Readonly<Record<string, string>>;
  /** Secret fields that were set; their values are never sent. */
  readonly secretsSet: readonly string[];
  readonly since: string;
  readonly lastReadAt?: string;
  /** Asked to wait: not read before. */
  readonly notBefore?: string;
  /** Apps, repositories, forms or surveys that are read in turn, each until then; the one first that waits longest. */
  readonly scopes?: readonly { readonly scope: string; readonly readAt: string }[];
  readonly blind?: { readonly since: string; readonly reason: string };
  /** Of its companies that have something where yearly revenue should be, how many have no number there. */
  readonly noNumber?: { readonly without: number; readonly of: number };
  /** Lists beside the records that cannot be read. */
  readonly unreadLists: readonly { readonly list: 'accounts' | 'links'; readonly since: string; readonly reason: string }[];
  /** A person can say that what is missing is really gone. */
  readonly canAcceptLoss: boolean;
  readonly coverage?: SourceCoverage;
  /** Times that files filled, as an admin said. */
  readonly fills: readonly { readonly importId: string; readonly from: string; readonly to: string; readonly file: string; readonly at: string; readonly kept: number; readonly unreadable: number; /** Whether its time counts as heard. */ readonly isWhole: boolean }[];
  readonly receipts: readonly ReceiptView[];
  /** Where the vendor sends, for a source that takes deliveries. */
  readonly deliveryAddress?: string;
}

export interface SourcesView {
  readonly connectors: readonly ConnectorView[];
  /** This edition asks nobody outside of Atlassian; what else there is comes by file. */
  readonly isAtlassianOnly?: true;
  readonly connections: readonly ConnectionView[];
  readonly asOf: string;
}

/** `problem` is in words an admin can act on, about `field` where one is to blame; a `code` has its words in `source-messages.ts`. */
export type SourceTest = { readonly ok: true; readonly found: string; readonly warnings: readonly string[] } | { readonly ok: false; readonly problem?: string; readonly code?: string; readonly field?: string };

export interface SourcePreviewView {
  /** Newest first. */
  readonly signals: readonly { readonly id: string; readonly at: string; readonly title?: string; readonly text?: string; readonly event?: string; readonly account?: string }[];
  readonly skipped: Readonly<Record<string, number>>;
  /** What the source showed first, of whatever time; else they are of the last two weeks. */
  readonly isOfAnyTime: boolean;
  /** To be handed back when this very place is connected. */
  readonly looked: string;
}

type Form = z.input<typeof SourceForm>;
type Ref = z.input<typeof SourceRef>;
export interface SourceEndpoints {
  'sources.open': { input: Record<string, never>; output: SourcesView };
  'sources.test': { input: Form; output: SourceTest };
  'sources.preview': { input: Form; output: SourcePreviewView };
  /** Nothing is kept when the test finds something wrong. */
  'sources.connect': { input: z.input<typeof ConnectForm>; output: { readonly connected: true; readonly id: string } | { readonly connected: false; readonly test: SourceTest } };
  'sources.pause': { input: Ref; output: { readonly done: true } };
  'sources.resume': { input: Ref; output: { readonly done: true } };
  'sources.remove': { input: Ref; output: { readonly done: true } };
  'sources.acceptLoss': { input: Ref; output: { readonly done: true } };
  'sources.noteGap': { input: z.input<typeof SourceGap>; output: { readonly done: true } };
  'sources.readFurtherBack': { input: z.input<typeof FurtherBack>; output: { readonly done: true } };
  'sources.sayBefore': { input: z.input<typeof BeforeWord>; output: { readonly done: true } };
  'sources.runs': { input: z.input<typeof SourceRuns>; output: RunsView };
  /** The statement goes, what the file brought stays. */
  'sources.takeFillBack': { input: z.input<typeof FillRef>; output: { readonly done: true } };
  'sources.readNow': { input: Ref; output: { readonly done: true } };
}
