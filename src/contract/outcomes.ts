import { z } from 'zod';
import type { CustomerUnit } from '../domain/customer';
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

/** A theme that rose after a release: the sentence, when it showed, and the length of the list behind the number. */
export interface FlagView {
  readonly contract: string;
  readonly release: string;
  readonly theme: string;
  readonly label: string;
  readonly title: Sentence;
  readonly note: Sentence;
  readonly observed: number;
  readonly unit: CustomerUnit;
  readonly signals: number;
}

/** The rules that were frozen with a release. */
export interface RulesView {
  /** Share: .2 is a fifth. */
  readonly leastEffect: number;
  readonly baselineWeeks: number;
  readonly readOutWeeks: readonly number[];
  readonly adoption: { readonly kind: 'days'; readonly days: number } | { readonly kind: 'version-share'; readonly share: number; readonly atMostDays: number };
  /** Themes that stand beside it. */
  readonly controls: number;
  readonly unit: OutcomeContract['unit'];
  /** Names. */
  readonly sources: readonly string[];
  readonly leftOut: readonly { readonly source: string; readonly reason: 'connected-mid-window' | 'gap'; readonly at: string }[];
  readonly incidents: OutcomeContract['incidents'];
  /** May the viewer still change them? Not after a result was seen. */
  readonly canChange: boolean;
}

/** One release, promise by promise. */
export interface ReleaseView {
  readonly line: ReleaseLine;
  readonly mode: OutcomeContract['mode'];
  readonly frozenAt: string;
  /** Id of the release, for what a person adds by hand. */
  readonly release: string;
  readonly promises: readonly PromiseView[];
  /** Promises whose first read-out is still to come. */
  readonly waiting: readonly { readonly issue: string; readonly key: string; readonly summary: string; readonly labels: readonly string[] }[];
  /** A contract that no longer stands says why. */
  readonly withdrawn?: Sentence;
  /** Customers who had it first, where it went to a ring or behind a flag. */
  readonly exposed?: number;
  /** Issues that cannot be judged at all, and why. */
  readonly withoutTarget: readonly { readonly issue: string; readonly key: string; readonly why: Sentence }[];
  /** Themes that rose since, though nobody promised anything about them. */
  readonly adverse: readonly FlagView[];
  readonly edits: readonly ContractEdit[];
  readonly rules: RulesView;
  readonly coverage: CoverageLine;
}

/** The line on an issue: its newest outcome, or when the first is due. */
export interface OutcomeLineView {
  readonly line: Sentence;
  readonly contract?: string;
  readonly view?: PromiseView;
  /** What rose after a release that shipped the issue, or that the issue's own customers are part of. */
  readonly flags: readonly FlagView[];
}

export interface DraftView {
  readonly signal: string;
  /** Name of the source, and the ticket there, where it has an address. */
  readonly source: string;
  readonly url?: string;
  readonly account?: string;
  readonly text: Sentence;
}

export interface DraftsView {
  readonly drafts: readonly DraftView[];
  /** Customers left out because they asked not to be contacted. */
  readonly notToAsk: number;
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
/** The signals behind an early flag. */
export const FlagMembers = z.object({ contract: id, theme: id, page: z.number().int().min(1).max(10_000) });
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
  incidents: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).refine(({ from, to }) => from <= to, 'ends before it begins')).max(20).optional(),
  exposure: z.array(z.object({ account: z.string().min(1).max(255), at: z.iso.datetime() })).max(5_000).optional(),
});

/** `commentRole` null: no comment is written. */
export const SaveAnnotations = z.object({ commentRole: z.string().trim().min(1).max(255).nullable(), versionLink: z.boolean() });

/** Themes and events that a promise can be measured by, and released versions without a contract. */
export interface ChoicesView {
  readonly canChange: boolean;
  readonly themes: readonly { readonly id: string; readonly label: string; readonly signals: number }[];
  readonly events: readonly string[];
  readonly releases: readonly { readonly id: string; readonly name: string; readonly releasedAt: string }[];
}

/** What we write on Jira about outcomes, and what Jira last refused. */
export interface AnnotationsView {
  readonly commentRole: string | null;
  readonly versionLink: boolean;
  readonly problem?: string;
  /** May the viewer change it? */
  readonly canChange: boolean;
}

export const OUTCOME_ENDPOINTS = [
  'outcomes.releases', 'outcomes.release', 'outcomes.ofIssue', 'outcomes.members', 'outcomes.membersOfIssue', 'outcomes.flagMembersOfIssue', 'outcomes.flagMembers', 'outcomes.confirm', 'outcomes.drafts', 'outcomes.freeze', 'outcomes.annotations', 'outcomes.saveAnnotations', 'outcomes.choices',
] as const;
/** Project page and issue panel: project and issue come from the platform's context. */
export interface OutcomeEndpoints {
  'outcomes.releases': { input: Record<string, never>; output: ReleasesView };
  'outcomes.release': { input: z.input<typeof ReleaseRef>; output: ReleaseView };
  'outcomes.ofIssue': { input: Record<string, never>; output: OutcomeLineView };
  /** The same lists on the panel: of its own issue, and of the flags that it shows. */
  'outcomes.membersOfIssue': { input: z.input<typeof OutcomeMembers>; output: SignalList };
  'outcomes.flagMembersOfIssue': { input: z.input<typeof FlagMembers>; output: SignalList };
  /** The list behind a number, as the viewer may see it. */
  'outcomes.members': { input: z.input<typeof OutcomeMembers>; output: SignalList };
  /** The list behind an early flag, as the viewer may see it. */
  'outcomes.flagMembers': { input: z.input<typeof FlagMembers>; output: SignalList };
  'outcomes.confirm': { input: z.input<typeof ConfirmOutcome>; output: ReleaseView };
  /** "Did it help?" for each customer: drafts, never sent. */
  'outcomes.drafts': { input: z.input<typeof DraftsFor>; output: DraftsView };
  'outcomes.annotations': { input: Record<string, never>; output: AnnotationsView };
  'outcomes.saveAnnotations': { input: z.input<typeof SaveAnnotations>; output: AnnotationsView };
  /** What a person can choose from when a promise is written by hand. */
  'outcomes.choices': { input: Record<string, never>; output: ChoicesView };
  'outcomes.freeze': { input: z.input<typeof FreezeByHand>; output: ReleaseView };
}
