import type { Contact, Conversation, TalkList, TalkMark } from '../domain/talk';
import { daysBetween, type IsoTime } from '../domain/time';

/** Days in which somebody who was contacted is left alone. */
export const REST_DAYS = { invited: 28, talked: 42, declined: 90 } as const;
/** Weeks in which somebody who was shown comes after the others. */
export const SHOWN_WEEKS_AGO = 3;

/** What is known about contacting the customers of a product. */
export interface ContactFacts {
  readonly contacts: readonly Contact[];
  readonly marks: readonly TalkMark[];
  readonly conversations: readonly Conversation[];
  /** Lists of the last weeks: who was in them has had their turn. */
  readonly lists: readonly TalkList[];
}

export type Standing = 'may' | 'after-others' | 'do-not-contact' | 'recently-contacted';

/** The newest thing done with or about a person. */
export interface LastContact {
  readonly kind: 'invited' | 'talked' | 'declined';
  readonly at: IsoTime;
}

/** Last contact by person; a mark that was taken back is none. */
export function lastContacts({ marks, conversations }: Pick<ContactFacts, 'marks' | 'conversations'>): ReadonlyMap<string, LastContact> {
  const last = new Map<string, LastContact>();
  const note = (person: string, contact: LastContact): void => {
    const known = last.get(person);
    if (known === undefined || contact.at >= known.at) last.set(person, contact);
  };
  for (const mark of standingMarks(marks)) if (mark.state !== 'open' && mark.state !== 'passed') note(mark.person, { kind: mark.state, at: mark.at });
  for (const { person, heldAt } of conversations) if (person !== undefined) note(person, { kind: 'talked', at: heldAt });
  return last;
}

/** The newest mark of each person in each theme and week: what was said last is what stands. */
export function standingMarks(marks: readonly TalkMark[]): readonly TalkMark[] {
  const newest = new Map<string, TalkMark>();
  for (const mark of marks) {
    const key = JSON.stringify([mark.theme, mark.week, mark.person]);
    const known = newest.get(key);
    if (known === undefined || mark.at >= known.at) newest.set(key, mark);
  }
  return [...newest.values()];
}

/** How each person stands today. Whoever is not here may be asked. */
export function standingsOf(facts: ContactFacts, now: IsoTime): ReadonlyMap<string, Exclude<Standing, 'may'>> {
  const standings = new Map<string, Exclude<Standing, 'may'>>();
  for (const list of facts.lists) for (const { picks } of list.slots) if (picks[0] !== undefined) standings.set(picks[0].person, 'after-others');
  for (const [person, { kind, at }] of lastContacts(facts)) if (daysBetween(at, now) < REST_DAYS[kind]) standings.set(person, 'recently-contacted');
  for (const { person, consent } of facts.contacts) if (consent === 'do-not-contact') standings.set(person, 'do-not-contact');
  return standings;
}
