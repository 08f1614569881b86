import type { LastContact } from './who-may-be-asked';
import { lastContacts, standingMarks, standingsOf, type ContactFacts } from './who-may-be-asked';
import type { Consent, TalkList, TalkPick, TalkReason } from '../domain/talk';
import type { Sentence } from '../domain/sentence';
import { sentence } from '../domain/sentence';
import type { IsoTime } from '../domain/time';

/** Who is shown for a reason now. */
export interface ShownPerson {
  readonly pick: TalkPick;
  readonly state?: 'invited' | 'talked' | 'declined';
  readonly consent: Consent;
  readonly lastContact?: LastContact;
  readonly hasNext: boolean;
}

export interface ShownSlot {
  readonly reason: TalkReason;
  readonly person?: ShownPerson;
  readonly none?: Sentence;
}

/**
 * A list as it stands today: who was passed over, asked not to be contacted or was contacted elsewhere since makes room for the next.
 * Somebody who was invited from this very list stays in it.
 * @param isReadable whether a signal's words may still be shown; one that is gone takes its person along
 */
export function shownPeople(list: TalkList, facts: ContactFacts, now: IsoTime, isReadable: (signal: string) => boolean): readonly ShownSlot[] {
  const standings = standingsOf({ ...facts, lists: [] }, now);
  const contacts = new Map(facts.contacts.map((one) => [one.person, one.consent]));
  const last = lastContacts(facts);
  const marks = new Map(standingMarks(facts.marks).filter((mark) => mark.theme === list.theme && mark.week === list.week).map((mark) => [mark.person, mark.state]));
  return list.slots.map(({ reason, picks, none }) => {
    const free = picks.filter((pick) => {
      const state = marks.get(pick.person);
      if (!isReadable(pick.signal) || state === 'passed') return false;
      if (contacts.get(pick.person) === 'do-not-contact') return false;
      return isDone(state) || standings.get(pick.person) === undefined;
    });
    const [pick, next] = free;
    if (pick === undefined) return { reason, none: none ?? sentence('talk.none.resting', { people: picks.length }) };
    const state = marks.get(pick.person);
    const lastContact = last.get(pick.person);
    return {
      reason,
      person: { pick, consent: contacts.get(pick.person) ?? 'not-asked', hasNext: next !== undefined, ...(isDone(state) ? { state } : {}), ...(lastContact === undefined ? {} : { lastContact }) },
    };
  });
}

function isDone(state: string | undefined): state is 'invited' | 'talked' | 'declined' {
  return state === 'invited' || state === 'talked' || state === 'declined';
}
