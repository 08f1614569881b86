import { z } from 'zod';
import type { Consent, TalkReason } from '../domain/talk';
import type { Sentence } from '../domain/sentence';
import type { CoverageLine } from './coverage';
import type { Quote, Unit } from './panel';

export type { Consent, TalkReason } from '../domain/talk';

/** One customer to talk to, with their own words. */
export interface TalkPerson {
  /** Ours, for the acts below. */
  readonly person: string;
  readonly account?: string;
  /** The person's name as Jira shows it to this viewer right now; never kept. Absent where no name may or can be shown. */
  readonly name?: string;
  readonly why: Sentence;
  readonly quote: Quote;
  readonly lastContact?: { readonly kind: 'invited' | 'talked' | 'declined'; readonly at: string };
  readonly consent: Consent;
  /** What was done about them this week. */
  readonly state?: 'invited' | 'talked' | 'declined';
  /** Text to copy. Nothing is ever sent from here. */
  readonly draft: Sentence;
  /** Who worded the draft: rules alone, or one sentence of it a model, from this customer's words. Absent where no model is on. */
  readonly draftBy?: 'rules' | 'model';
  readonly hasNext: boolean;
}

/** One reason: a person, or why there is nobody. */
export interface TalkSlotView {
  readonly reason: TalkReason;
  readonly person?: TalkPerson;
  readonly none?: Sentence;
}

export interface ConversationRow {
  readonly id: string;
  readonly heldAt: string;
  /** Absent for a conversation that is kept for numbers only, and when the words are gone. */
  readonly quote?: Quote;
  readonly took?: string;
  readonly theme?: { readonly id: string; readonly label: string };
}

export interface ConversationWeeksView {
  readonly title: Sentence;
  readonly weeks: readonly { readonly week: string; readonly count: number }[];
}

export interface TalkView {
  readonly finding: Sentence;
  readonly theme?: { readonly id: string; readonly label: string };
  readonly themes: readonly { readonly id: string; readonly label: string; readonly customers: number }[];
  readonly unit: Unit;
  readonly week: string;
  readonly slots: readonly TalkSlotView[];
  /** Customers whose words this viewer may not see: a number, never a name. */
  readonly unnamed: number;
  readonly conversations: { readonly total: number; readonly weeks: ConversationWeeksView; readonly rows: readonly ConversationRow[]; readonly next?: string };
  /** Releases that promised something about the theme: a conversation can say whether one helped. */
  readonly releases: readonly { readonly contract: string; readonly name: string }[];
  /** From brief to link to the first customer, over all prototypes; absent before the first brief. */
  readonly clock?: Sentence;
  readonly canEdit: boolean;
  readonly coverage: CoverageLine;
  readonly synthetic: boolean;
}

const theme = z.string().min(1).max(100);
const person = z.string().min(1).max(300);
const iso = z.iso.datetime();
export const OpenTalk = z.object({ theme: theme.optional() });
export const MarkPerson = z.object({ theme, person, state: z.enum(['invited', 'talked', 'declined', 'passed', 'open']) });
export const NoteConsent = z.object({ theme, person, consent: z.enum(['agreed', 'not-asked', 'do-not-contact']) });
export const LogConversation = z.object({
  theme: theme.optional(),
  person: person.optional(),
  account: z.string().trim().min(1).max(255).optional(),
  heldAt: iso,
  words: z.string().trim().min(1).max(20_000),
  took: z.string().trim().max(2_000).optional(),
  visibility: z.enum(['open', 'counts']),
  helped: z.object({ contract: z.string().min(1).max(320), helped: z.boolean() }).optional(),
});
export const PageConversations = z.object({ after: z.string().max(110).optional() });

/** A signal whose author somebody wants to talk to or to answer. */
export const WhoSaidIt = z.object({ signal: z.string().min(1).max(300) });
/** Asked of the source at this moment and kept nowhere; or in one sentence why there is no name. */
export type PersonSaid = { readonly name: string; readonly source: string } | { readonly why: Sentence };

export const TALK_ENDPOINTS = ['talk.person', 'talk.open', 'talk.week', 'talk.mark', 'talk.consent', 'talk.log', 'talk.conversations'] as const;
/** Endpoints of the talk tab; the project comes from the platform's context. Each act answers the tab as it is afterwards. */
export interface TalkEndpoints {
  /** Without a theme: the one that most asks for it this week. */
  'talk.open': { input: z.input<typeof OpenTalk>; output: TalkView };
  /** The first theme's people, for the first screen. */
  /** Needs Administer Projects. */
  'talk.person': { input: z.input<typeof WhoSaidIt>; output: PersonSaid };
  'talk.week': { input: Record<string, never>; output: Pick<TalkView, 'theme' | 'slots' | 'finding' | 'week'> };
  'talk.mark': { input: z.input<typeof MarkPerson>; output: TalkView };
  'talk.consent': { input: z.input<typeof NoteConsent>; output: TalkView };
  'talk.log': { input: z.input<typeof LogConversation>; output: TalkView };
  'talk.conversations': { input: z.input<typeof PageConversations>; output: TalkView['conversations'] };
}
