import { z } from 'zod';
import type { ContractEdit, Measure, OutcomeContract } from '../domain/outcome';
import type { OutcomeView, ReleaseLine } from '../domain/outcome-view';
import type { Sentence } from '../domain/sentence';
import type { CoverageLine } from './coverage';
import type { SignalList } from './panel';

export type { OutcomeBand, OutcomePoint, OutcomeView, ReleaseLine } from '../domain/outcome-view';

/** The Releases tab of the project page. */
export interface ReleasesView {
  /** Finding first: the scoreboard as a sentence, with the number that chance alone would give. */
  readonly finding: Sentence;
  readonly releases: readonly ReleaseLine[];
  readonly scoreboard: { readonly byVerdict: ReleaseLine['byVerdict']; readonly judgeable: number; readonly expectedFalseFewer: number };
  readonly coverage: CoverageLine;
  readonly synthetic: boolean;
}

export interface PromiseView extends OutcomeView {
  readonly key: string;
  readonly summary: string;
  readonly measure: Measure;
  /** How `outcomes.members` names the measure. */
  readonly measureKey: string;
  /** Labels of the themes, where the measure is one of themes. */
  readonly labels: readonly string[];
}

/** One release, promise by promise. */
export interface ReleaseView {
  readonly line: ReleaseLine;
  readonly mode: OutcomeContract['mode'];
  readonly frozenAt: string;
  readonly promises: readonly PromiseView[];
  /** Issues that cannot be judged at all, and why. */
  readonly withoutTarget: readonly { readonly issue: string; readonly key: string; readonly why: Sentence }[];
  readonly adverse: readonly { readonly theme: string; readonly label: string; readonly observed: number; readonly expected: number; readonly daysAfterRelease: number }[];
  readonly edits: readonly ContractEdit[];
  readonly coverage: CoverageLine;
}

/** The line on an issue: its newest outcome, or when the first is due. */
export interface OutcomeLineView {
  readonly line: Sentence;
  readonly contract?: string;
  readonly view?: PromiseView;
}

export interface DraftView {
  readonly signal: string;
  readonly source: string;
  readonly account?: string;
  readonly text: Sentence;
}

const id = z.string().min(1).max(400);
export const ReleaseRef = z.object({ contract: id });
export const OutcomeMembers = z.object({
  contract: id,
  issue: id,
  measure: z.string().min(1).max(1_000),
  readOut: z.number().int().min(1).max(52).or(z.literal('guard')),
  window: z.enum(['before', 'after']),
  page: z.number().int().min(1).max(10_000),
});
export const ConfirmOutcome = z.object({
  contract: id,
  issue: id,
  how: z.enum(['customer', 'conversation', 'usage']),
  helped: z.boolean(),
  account: z.string().min(1).max(255).optional(),
  signal: z.string().min(1).max(300).optional(),
});
export const DraftsFor = z.object({ contract: id, issue: id });
export const FreezeByHand = z.object({
  release: id,
  leastEffect: z.number().min(0.05).max(0.9).optional(),
  themes: z.array(z.object({ issue: id, themes: z.array(id).min(1).max(5) })).max(50).optional(),
  events: z.array(z.object({ issue: id, event: z.string().min(1).max(255), direction: z.enum(['fewer', 'more']) })).max(50).optional(),
  incidents: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })).max(20).optional(),
  exposure: z.array(z.object({ account: z.string().min(1).max(255), at: z.iso.datetime() })).max(5_000).optional(),
});

export const OUTCOME_ENDPOINTS = [
  'outcomes.releases', 'outcomes.release', 'outcomes.ofIssue', 'outcomes.members', 'outcomes.confirm', 'outcomes.drafts', 'outcomes.freeze',
] as const;
/** Project page and issue panel: project and issue come from the platform's context. */
export interface OutcomeEndpoints {
  'outcomes.releases': { input: Record<string, never>; output: ReleasesView };
  'outcomes.release': { input: z.input<typeof ReleaseRef>; output: ReleaseView };
  'outcomes.ofIssue': { input: Record<string, never>; output: OutcomeLineView };
  /** The list behind a number, as the viewer may see it. */
  'outcomes.members': { input: z.input<typeof OutcomeMembers>; output: SignalList };
  'outcomes.confirm': { input: z.input<typeof ConfirmOutcome>; output: ReleaseView };
  /** "Did it help?" for each customer: drafts, never sent. */
  'outcomes.drafts': { input: z.input<typeof DraftsFor>; output: { readonly drafts: readonly DraftView[] } };
  'outcomes.freeze': { input: z.input<typeof FreezeByHand>; output: ReleaseView };
}
