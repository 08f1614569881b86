import { z } from 'zod';
import type { AccountFactsView } from './accounts';
import type { ReadMark } from './read-mark';
import type { Sentence } from '../domain/sentence';
import type { CoverageLine } from './coverage';

export type { Sentence } from '../domain/sentence';

/** What is counted: distinct accounts where the sources know them, else distinct authors, else signals. */
export type Unit = 'account' | 'author' | 'signal';

export interface Quote {
  readonly signal: string;
  /** Literal: exactly these characters stand in the stored signal. */
  readonly text: string;
  readonly source: { readonly id: string; readonly name: string; readonly kind: string };
  /** Account name, or absent when unknown; never a person's name. */
  readonly account?: string;
  /** Of the account, as it stood when this was said; absent where nothing is known of that day. */
  readonly facts?: AccountFactsView;
  readonly at: string;
  readonly url?: string;
  readonly locale?: string;
  readonly standing: 'confirmed' | 'suggested' | 'related';
  /** For a suggestion: why it is suggested, as message ids. */
  readonly reasons: readonly Sentence[];
  /** What the agent read in it; absent where it did not, or no model is on. */
  readonly read?: ReadMark;
}

/** A number that opens its complete list: the list has exactly `count` rows. */
export interface ListRef {
  readonly list: 'confirmed' | 'suggested' | 'possible' | 'related';
  readonly count: number;
}

export interface PanelCounts {
  readonly unit: Unit;
  readonly confirmed: number;
  readonly suggested: number;
  /** Customers who only repeat another's long text, word for word: in the lists, counted once. */
  readonly echoes?: number;
  readonly confirmedSignals: number;
  readonly suggestedSignals: number;
  /** Signals below the bar for showing, kept for a person who wants to look. */
  readonly possibleSignals: number;
  readonly since: string;
}

export interface TrendWeek {
  /** First day of the week. */
  readonly from: string;
  readonly confirmed: number;
  readonly suggested: number;
}

export interface Trend {
  readonly weeks: readonly TrendWeek[];
  readonly releases: readonly { readonly name: string; readonly at: string }[];
  /** The finding as a sentence: it is the chart's title. */
  readonly title: Sentence;
}

interface Always {
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string };
  readonly coverage: CoverageLine;
  readonly synthetic: boolean;
  /** May this viewer confirm, reject, undo? */
  readonly canDecide: boolean;
  readonly engineVersion?: string;
}

/** The panel's states. Each silence is its own state; only `silent` is a finding. */
export type PanelView =
  | (Always & { readonly kind: 'not-connected'; readonly canConnect: boolean })
  | (Always & { readonly kind: 'reading' })
  /** The issue has a security level: nothing is derived from it, for nobody. */
  | (Always & { readonly kind: 'restricted' })
  | (Always & {
      readonly kind: 'evidence';
      readonly verdict: Sentence;
      readonly counts: PanelCounts;
      readonly trend: Trend;
      readonly lastSignalAt?: string;
      readonly quotes: readonly Quote[];
      readonly suggestions: readonly Quote[];
      readonly themes: readonly { readonly id: string; readonly label: string; readonly signals: number }[];
    })
  | (Always & { readonly kind: 'silent'; readonly possibleSignals: number; readonly since?: string; readonly nearestTheme?: string })
  | (Always & { readonly kind: 'not-searchable'; readonly reasons: readonly Sentence[]; readonly possibleSignals: number })
  | (Always & { readonly kind: 'gap'; readonly possibleSignals: number })
  | (Always & { readonly kind: 'counts-only'; readonly counts: PanelCounts; readonly trend: Trend; readonly verdict: Sentence });

/** One line for the right-hand side of the issue. */
export interface ContextView {
  readonly line: Sentence;
  readonly status?: { readonly label: Sentence; readonly tone: 'neutral' | 'rising' | 'unsure' };
}

export { PANEL_PAGE_SIZE } from './page-size';

export const PanelList = z.object({
  list: z.enum(['confirmed', 'suggested', 'possible', 'related']),
  page: z.number().int().min(1).max(10_000),
});
export const PanelDecide = z.object({ signal: z.string().min(1).max(300), verdict: z.enum(['confirmed', 'rejected', 'related']) });
export const PanelUndo = z.object({ signal: z.string().min(1).max(300) });
export const Nothing = z.object({}).strict().or(z.undefined());

/** An issue that a signal is about, which its reader may see. */
export interface SignalIssue {
  readonly key: string;
  readonly summary: string;
  /** `confirmed` by a person or a ready-made link; `suggested` as on the issue's own panel. */
  readonly standing: 'confirmed' | 'suggested';
}

export interface SignalRow extends Quote {
  readonly title?: string;
  /** Issues that it is about, beside the one whose list this is, surest first; absent where none may be named, which says nothing. */
  readonly issues?: readonly SignalIssue[];
  /** The whole stored text, for the list. */
  readonly full: string;
}

export interface SignalList {
  /** Signals that may be read: the length of the list. */
  readonly total: number;
  /** Signals behind the same number that stand in sources of which numbers alone are shared; absent where the list has none by its making. */
  readonly countsOnly?: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly SignalRow[];
}

/** Endpoints of the issue panel and the one-liner: the issue comes from the platform's context, never from the payload. */
export const PANEL_ENDPOINTS = ['panel.open', 'panel.list', 'panel.decide', 'panel.undo', 'panel.export', 'context.open'] as const;
export interface PanelEndpoints {
  'panel.open': { input: Record<string, never>; output: PanelView };
  'panel.list': { input: z.input<typeof PanelList>; output: SignalList };
  /** Answers the panel as it is after the decision. */
  'panel.decide': { input: z.input<typeof PanelDecide>; output: PanelView };
  'panel.undo': { input: z.input<typeof PanelUndo>; output: PanelView };
  /** CSV text of a complete list, every cell safe for spreadsheets. */
  'panel.export': { input: { list: z.input<typeof PanelList>['list'] }; output: { fileName: string; csv: string } };
  'context.open': { input: Record<string, never>; output: ContextView };
}
