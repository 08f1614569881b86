import type { Contact, Conversation, TalkList, TalkMark } from '../domain/talk';
import type { IsoDay, IsoTime } from '../domain/time';
import type { Page } from './stores';

/** Who was chosen to talk to, what came of it, and who may be contacted. Ids only: names and words stay where they are. */
export interface TalkStore {
  /** A list that is there for its week stays: a week's choice does not change under anybody's eyes. */
  saveList(list: TalkList): Promise<void>;
  findList(product: string, theme: string, week: IsoDay): Promise<TalkList | undefined>;
  /** Lists of this week and later ones, by week and theme. */
  listLists(product: string, from: IsoDay): Promise<readonly TalkList[]>;
  /** Appends; saying the same twice counts once. */
  saveMark(mark: TalkMark): Promise<void>;
  /** Oldest first. */
  listMarks(product: string, from: IsoTime): Promise<readonly TalkMark[]>;
  /** Replaces what was noted about the person. */
  saveContact(contact: Contact): Promise<void>;
  listContacts(product: string): Promise<readonly Contact[]>;
  /** Upserts by id. */
  saveConversation(conversation: Conversation): Promise<void>;
  /** Newest first; `after` is what the page before gave as `next`. */
  pageConversations(product: string, after: string | undefined, limit: number): Promise<Page<Conversation>>;
  /** Held at `from` or later, newest first. */
  listConversations(product: string, from: IsoTime): Promise<readonly Conversation[]>;
}
