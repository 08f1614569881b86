import { z } from 'zod';
import type { AccountFactsView } from './accounts';
import type { CoverageLine, SourceCoverage } from './coverage';
import type { Quote, SignalList, Unit } from './panel';
import type { RoadmapColumn } from './roadmap-columns';
import type { ReadKinds } from './read-mark';
import type { Sentence } from '../domain/sentence';

export { ROADMAP_COLUMNS, type RoadmapColumn } from './roadmap-columns';

export interface ThemeRow {
  readonly id: string;
  readonly label: string;
  readonly labelAuthor: 'engine' | 'person' | 'model';
  readonly unit: Unit;
  /** Distinct accounts (or authors, or signals, by `unit`) over the whole window. */
  readonly customers: number;
  /** The same in the last 12 weeks. */
  readonly recentCustomers: number;
  readonly signals: number;
  /** Customers who only repeat another's long text, word for word: listed, and counted once together. */
  readonly echoes?: number;
  /** Customers in each of the last 12 weeks, oldest first. */
  readonly weeks: readonly number[];
  /** What a usual week looks like; absent when history is too short to say. */
  readonly expected?: { readonly low: number; readonly high: number };
  readonly isAbove: boolean;
  /** Linked issues by where they stand. */
  readonly columns: Readonly<Partial<Record<RoadmapColumn, number>>>;
  /** A customer's literal sentence that says the theme; absent where the list shows none, or where no member may be read. */
  readonly quote?: Quote;
}

/** One customer behind a theme's number. */
export interface CustomerRow {
  /** Absent where the source knows nobody. */
  readonly name?: string;
  /** The source knows who wrote, not for which account: counted for itself. */
  readonly isAuthorOnly: boolean;
  /** Of the account, as it stood when it spoke last. */
  readonly facts?: AccountFactsView;
  /** Signals of theirs in the theme and the time asked for that may be read. */
  readonly signals: number;
  readonly lastAt: string;
  /** What they said last. */
  readonly last?: Quote;
}

export interface CustomerList {
  readonly total: number;
  /** Customers who spoke only in sources of which numbers alone are shared: in the count, without a name. */
  readonly countsOnly: number;
  /** Of all these, customers who only repeat another's long text, word for word: `total + countsOnly - echoes` is the number that was clicked. */
  readonly echoes: number;
  readonly unit: Unit;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly CustomerRow[];
}

/** A release within the last 12 weeks. */
export interface ReleaseTick {
  readonly name: string;
  /** Where among the weeks, 0 to 1. */
  readonly share: number;
}

/** What is new on the days since Friday, or that nothing is, or that nobody can say. */
export interface FridayView {
  readonly finding: Sentence;
  /** Whole days, `to` left out. */
  readonly from: string;
  readonly to: string;
  readonly themes: readonly FridayTheme[];
  /** Whether the finding rests on a comparison, and not on why there is none. */
  readonly isCompared: boolean;
}

export interface FridayTheme {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** Customers, each counted once a day. */
  readonly count: number;
  /** Both are usual for these days. */
  readonly expected: { readonly low: number; readonly high: number };
}

export interface WeekView {
  /** Absent before there are themes whose days were counted. */
  readonly friday?: FridayView;
  readonly quote?: Quote;
  readonly quoteTheme?: { readonly id: string; readonly label: string };
  /** Finding first, e.g. "Four of 38 themes are above a normal week". */
  readonly finding: Sentence;
  readonly above: readonly ThemeRow[];
  readonly changes: readonly Sentence[];
  readonly loudUnplanned: readonly ThemeRow[];
  readonly ticks: readonly ReleaseTick[];
  readonly coverage: CoverageLine;
  readonly since: string;
  readonly asOf: string;
  readonly synthetic: boolean;
}

export interface SignalView {
  readonly coverage: CoverageLine;
  readonly sources: readonly SourceCoverage[];
  readonly themes: readonly ThemeRow[];
  readonly unassigned: { readonly customers: number; readonly signals: number };
  readonly ticks: readonly ReleaseTick[];
  readonly unit: Unit;
  readonly asOf: string;
}

export interface PlannedRow {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly column: RoadmapColumn;
  readonly fixVersions: readonly string[];
  /** `silent` only where coverage and searchability allow the word. */
  readonly standing: 'heard' | 'silent' | 'cannot-know';
  readonly why?: Sentence;
}

export interface RoadmapView {
  readonly finding: Sentence;
  readonly themes: readonly ThemeRow[];
  readonly loudUnplanned: readonly ThemeRow[];
  readonly plannedSilent: readonly PlannedRow[];
  readonly plannedUnknown: readonly PlannedRow[];
  readonly coverage: CoverageLine;
  readonly unit: Unit;
}

export interface ThemeView {
  readonly theme: ThemeRow;
  readonly exemplars: readonly Quote[];
  readonly issues: readonly { readonly id: string; readonly key: string; readonly summary: string; readonly column: RoadmapColumn; readonly signals: number }[];
  /** Sources × the last 12 weeks: signals. */
  readonly grid: readonly { readonly source: string; readonly name: string; readonly weeks: readonly number[] }[];
  readonly weekStarts: readonly string[];
  readonly releases: readonly { readonly name: string; readonly at: string }[];
  readonly history: readonly Sentence[];
  /** What the agent read of its signals; absent where no model is on. */
  readonly read?: ReadKinds;
  readonly canEdit: boolean;
  readonly coverage: CoverageLine;
}

export interface ProductLine {
  readonly product: string;
  readonly name: string;
  readonly project: string;
  /** What changed this week. */
  readonly week: Sentence;
  /** Loud themes without planned work, and the loudest of them. */
  readonly loudUnplanned: number;
  readonly loudest?: { readonly theme: string; readonly label: string; readonly customers: number; readonly unit: Unit; readonly quote?: Quote };
  readonly plannedSilent: number;
  /** Planned, without a customer, and not to be called silent. */
  readonly plannedUnknown: number;
  /** False before the first run: then no number here is an answer. */
  readonly isRead: boolean;
  readonly coverage: CoverageLine;
}

export interface EditPreview {
  /** "12 + 30 = 38 accounts (4 counted once)". */
  readonly sentence: Sentence;
  readonly customers: number;
  readonly countedOnce: number;
}

/** How statuses and versions become roadmap columns: the project's own rules, and what there is to choose from. */
export interface MappingView {
  readonly statuses: readonly { readonly name: string; readonly issues: number; readonly rule?: RoadmapColumn }[];
  readonly versions: readonly { readonly name: string; readonly issues: number; readonly rule?: RoadmapColumn; readonly released: boolean }[];
  readonly canEdit: boolean;
}

const ColumnRules = z.record(z.string().min(1).max(255), z.enum(['unplanned', 'now', 'next', 'later', 'shipped']));
export const SaveMapping = z.object({ statuses: ColumnRules, versions: ColumnRules });

export const ThemeRef = z.object({ theme: z.string().min(1).max(80) });
const ListedTheme = z.string().min(1).max(80).nullable();
const PageNumber = z.number().int().min(1).max(100_000);
/** What a list of signals leaves: one source, a stretch of time with its end left out. */
const SignalFilter = { source: z.string().max(80).optional(), from: z.iso.datetime().optional(), to: z.iso.datetime().optional() };
const Piece = { format: z.enum(['csv', 'json']), after: z.string().regex(/^\d{1,9}$/).optional() };
export const ThemeSignals = z.object({ theme: ListedTheme, page: PageNumber, ...SignalFilter });
export const ExportTheme = z.object({ theme: ListedTheme, ...Piece, ...SignalFilter });
/** `weeks` back from the last run; absent: the whole window. */
const WeeksBack = z.number().int().min(1).max(26).optional();
export const ThemeCustomers = z.object({ theme: ListedTheme, page: PageNumber, weeks: WeeksBack });
export const ExportCustomers = z.object({ theme: ListedTheme, weeks: WeeksBack, ...Piece });
export const RenameTheme = z.object({ theme: z.string().min(1).max(80), label: z.string().trim().min(1).max(80) });
export const MergeThemes = z.object({ from: z.string().min(1).max(80), into: z.string().min(1).max(80) });
export const SplitTheme = z.object({ theme: z.string().min(1).max(80), signals: z.array(z.string().max(300)).min(1).max(500), label: z.string().trim().min(1).max(80) });
export const MoveSignal = z.object({ signal: z.string().max(300), theme: z.string().min(1).max(80).nullable() });
export const UndoEdit = z.object({ edit: z.string().min(1).max(80) });

/** What an edit answers: what to undo it with. */
export interface ThemeEdited {
  readonly edit: string;
  readonly theme: string;
}

export const PAGE_ENDPOINTS = [
  'page.week', 'page.signal', 'page.roadmap', 'page.theme', 'page.themeSignals', 'page.exportThemeSignals', 'page.themeCustomers', 'page.exportThemeCustomers', 'page.previewMerge',
  'page.rename', 'page.merge', 'page.split', 'page.move', 'page.undoEdit', 'page.products',
  'page.mapping', 'page.saveMapping',
] as const;
/** Endpoints of the project page (the project comes from the platform's context) and of the global page. */
export interface PageEndpoints {
  'page.week': { input: Record<string, never>; output: WeekView };
  'page.signal': { input: Record<string, never>; output: SignalView };
  'page.roadmap': { input: Record<string, never>; output: RoadmapView };
  'page.theme': { input: z.input<typeof ThemeRef>; output: ThemeView };
  /** `theme: null` lists the unassigned. */
  'page.themeSignals': { input: z.input<typeof ThemeSignals>; output: SignalList };
  'page.exportThemeSignals': { input: z.input<typeof ExportTheme>; output: { fileName: string; text: string; next?: string } };
  'page.themeCustomers': { input: z.input<typeof ThemeCustomers>; output: CustomerList };
  'page.exportThemeCustomers': { input: z.input<typeof ExportCustomers>; output: { fileName: string; text: string; next?: string } };
  'page.previewMerge': { input: z.input<typeof MergeThemes>; output: EditPreview };
  'page.rename': { input: z.input<typeof RenameTheme>; output: ThemeEdited };
  'page.merge': { input: z.input<typeof MergeThemes>; output: ThemeEdited };
  'page.split': { input: z.input<typeof SplitTheme>; output: ThemeEdited };
  'page.move': { input: z.input<typeof MoveSignal>; output: ThemeEdited };
  'page.undoEdit': { input: z.input<typeof UndoEdit>; output: { theme: string } };
  'page.mapping': { input: Record<string, never>; output: MappingView };
  /** The page follows with the next run of the engine, which this asks for. */
  'page.saveMapping': { input: z.input<typeof SaveMapping>; output: MappingView };
  'page.products': { input: Record<string, never>; output: { products: readonly ProductLine[] } };
}
