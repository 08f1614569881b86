import type { Sentence } from './sentence';
import { DAY_IN_MS, epochMs, isoDay, isoTime, type IsoDay, type IsoTime } from './time';

/** Why somebody is worth an hour this week: five different reasons, so that nobody hears the loudest only. */
export const TALK_REASONS = ['loudest', 'typical', 'contradicting', 'churned', 'silent'] as const;
export type TalkReason = (typeof TALK_REASONS)[number];

/** One customer to talk to. Ids as the sources give them; a name is never kept. */
export interface TalkPick {
  /** `customerKey` of who spoke: an account counts as one, whoever of it wrote. */
  readonly person: string;
  readonly account?: string;
  /** The source's own id of who wrote the words. */
  readonly author?: string;
  /** Whose words stand beside. */
  readonly signal: string;
  readonly why: Sentence;
}

/** One reason: who was chosen, who would be next, or why there is nobody. */
export interface TalkSlot {
  readonly reason: TalkReason;
  /** The first is shown; the others take over when a person asks for someone else or the first may not be contacted any more. */
  readonly picks: readonly TalkPick[];
  /** Said when `picks` is empty. That nobody was found and that nobody could be known are different sentences. */
  readonly none?: Sentence;
}

/** Five people of one theme for one week. Chosen once a week; ids only. */
export interface TalkList {
  readonly product: string;
  readonly theme: string;
  readonly week: IsoDay;
  readonly chosenAt: IsoTime;
  readonly slots: readonly TalkSlot[];
  /** Customers of the theme whose words may not be shown: they are counted, never named. */
  readonly unnamed: number;
}

/** What was done about somebody. `passed`: someone else was asked for. `open`: a mark was taken back. */
export type TalkState = 'invited' | 'talked' | 'declined' | 'passed' | 'open';

export interface TalkMark {
  readonly product: string;
  readonly theme: string;
  readonly week: IsoDay;
  readonly person: string;
  readonly state: TalkState;
  readonly at: IsoTime;
  /** Jira account id. */
  readonly by: string;
}

/** What a customer said about being contacted. `not-asked` is what nobody has noted anything about. */
export type Consent = 'agreed' | 'not-asked' | 'do-not-contact';

export interface Contact {
  readonly product: string;
  readonly person: string;
  readonly consent: Consent;
  readonly at: IsoTime;
  readonly by: string;
}

/** A conversation with a customer. Their words are a signal of their own; here stands only what we took from it. */
export interface Conversation {
  readonly id: string;
  readonly product: string;
  readonly heldAt: IsoTime;
  readonly by: string;
  readonly person?: string;
  readonly theme?: string;
  readonly issue?: string;
  /** The signal that keeps their words. */
  readonly signal: string;
  /** What we took from it, in the words of whoever held it. */
  readonly took?: string;
}

/** Kind of the sources that hold conversations: written down by us, so nothing about them can be unread or stale. */
export const CONVERSATION_KIND = 'conversation';

/** The Monday (UTC) of the week that an instant is in. */
export function weekOf(at: IsoTime): IsoDay {
  const sinceMonday = (new Date(epochMs(at)).getUTCDay() + 6) % 7;
  return isoDay(isoTime(epochMs(at) - sinceMonday * DAY_IN_MS));
}

/** Mondays of the last `count` weeks, oldest first; the last one is the week of `at`. */
export function weeksUpTo(at: IsoTime, count: number): readonly IsoDay[] {
  const last = epochMs(`${weekOf(at)}T00:00:00.000Z`);
  return Array.from({ length: count }, (_, index) => isoDay(isoTime(last - (count - 1 - index) * 7 * DAY_IN_MS)));
}
