import { z } from 'zod';
import { TALK_REASONS, type Contact, type Conversation, type TalkList, type TalkMark } from '../../domain/talk';
import type { TalkStore } from '../../ports/talk-store';
import { jsonColumn } from './columns';
import { contentHash } from './content-hash';
import { insertRows } from './insert-rows';
import { readAll } from './read-all';
import { selectRows, whole, type Value } from './statement';

const Why = z.object({ id: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
const Pick = z.object({ person: z.string(), account: z.string().exactOptional(), author: z.string().exactOptional(), signal: z.string(), why: Why });
const StoredList = z.object({
  product: z.string(), theme: z.string(), week: z.string(), chosenAt: z.string(), unnamed: z.number(),
  slots: z.array(z.object({ reason: z.enum(TALK_REASONS), picks: z.array(Pick), none: Why.exactOptional() })),
});
const StoredMark = z.object({
  product: z.string(), theme: z.string(), week: z.string(), person: z.string(), state: z.enum(['invited', 'talked', 'declined', 'passed', 'open']), at: z.string(), by: z.string(),
});
const StoredContact = z.object({ product: z.string(), person: z.string(), consent: z.enum(['agreed', 'not-asked', 'do-not-contact']), at: z.string(), by: z.string() });
const StoredConversation = z.object({
  id: z.string(), product: z.string(), heldAt: z.string(), by: z.string(), signal: z.string(),
  person: z.string().exactOptional(), theme: z.string().exactOptional(), issue: z.string().exactOptional(), took: z.string().exactOptional(),
});
const ListRow = z.object({ body: jsonColumn(StoredList) });
const MarkRow = z.object({ mark_id: z.string(), body: jsonColumn(StoredMark) });
const ContactRow = z.object({ contact_id: z.string(), body: jsonColumn(StoredContact) });
const ConversationRow = z.object({ conversation_id: z.string(), held_at: z.string(), body: jsonColumn(StoredConversation) });

/** A list holds at most twenty ids with their reasons: some 6 kB. */
const ROWS_A_PAGE = 200;

/** Who was chosen, what came of it, and what was heard, in SQL. */
export function talkStore(): TalkStore {
  return { saveList, findList, listLists, saveMark, listMarks, saveContact, listContacts, saveConversation, pageConversations, listConversations };
}

async function saveList(list: TalkList): Promise<void> {
  await insertRows({ table: 'talk_lists', columns: ['product', 'theme_id', 'week_of', 'body'], update: [] }, [[list.product, list.theme, list.week, JSON.stringify(list)]]);
}

const findList: TalkStore['findList'] = async (product, theme, week) => {
  const [row] = await selectRows('talk_lists', ListRow, 'SELECT body FROM talk_lists WHERE product = ? AND week_of = ? AND theme_id = ?', [product, week, theme]);
  return row?.body;
};

const listLists: TalkStore['listLists'] = async (product, from) => {
  const lists: TalkList[] = [];
  for (;;) {
    const last = lists.at(-1);
    const text = `SELECT body FROM talk_lists WHERE product = ? AND week_of >= ? AND (week_of > ? OR (week_of = ? AND theme_id > ?)) ORDER BY week_of, theme_id LIMIT ${ROWS_A_PAGE}`;
    const rows = await selectRows('talk_lists', ListRow, text, [product, from, last?.week ?? '', last?.week ?? '', last?.theme ?? '']);
    lists.push(...rows.map((row) => row.body));
    if (rows.length < ROWS_A_PAGE) return lists;
  }
};

async function saveMark(mark: TalkMark): Promise<void> {
  const row: Value[] = [contentHash(mark), mark.product, mark.at, JSON.stringify(mark)];
  await insertRows({ table: 'talk_marks', columns: ['mark_id', 'product', 'marked_at', 'body'], update: [] }, [row]);
}

const listMarks: TalkStore['listMarks'] = async (product, from) => {
  const rows = await readAll<z.output<typeof MarkRow>>(ROWS_A_PAGE, (after) =>
    selectRows('talk_marks', MarkRow, `SELECT mark_id, body FROM talk_marks WHERE product = ? AND marked_at >= ? AND mark_id > ? ORDER BY mark_id LIMIT ${ROWS_A_PAGE}`, [product, from, after?.mark_id ?? '']),
  );
  return rows.map((row) => row.body).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

async function saveContact(contact: Contact): Promise<void> {
  const row = [contentHash([contact.product, contact.person]), contact.product, JSON.stringify(contact)];
  await insertRows({ table: 'talk_contacts', columns: ['contact_id', 'product', 'body'], update: ['body'] }, [row]);
}

const listContacts: TalkStore['listContacts'] = async (product) => {
  const rows = await readAll<z.output<typeof ContactRow>>(ROWS_A_PAGE, (after) =>
    selectRows('talk_contacts', ContactRow, `SELECT contact_id, body FROM talk_contacts WHERE product = ? AND contact_id > ? ORDER BY contact_id LIMIT ${ROWS_A_PAGE}`, [product, after?.contact_id ?? '']),
  );
  return rows.map((row) => row.body).sort((a, b) => (a.person < b.person ? -1 : 1));
};

async function saveConversation(conversation: Conversation): Promise<void> {
  const { id, product, heldAt } = conversation;
  await insertRows({ table: 'talk_conversations', columns: ['conversation_id', 'product', 'held_at', 'body'], update: ['held_at', 'body'] }, [[id, product, heldAt, JSON.stringify(conversation)]]);
}

const pageConversations: TalkStore['pageConversations'] = async (product, after, limit) => {
  const rows = await newestConversations(product, '', after, limit);
  const last = rows.at(-1);
  return { rows: rows.map((row) => row.body), ...(last === undefined || rows.length < limit ? {} : { next: `${last.held_at} ${last.conversation_id}` }) };
};

const listConversations: TalkStore['listConversations'] = async (product, from) => {
  const rows = await readAll<z.output<typeof ConversationRow>>(ROWS_A_PAGE, (after) => newestConversations(product, from, after === undefined ? undefined : `${after.held_at} ${after.conversation_id}`, ROWS_A_PAGE));
  return rows.map((row) => row.body);
};

function newestConversations(product: string, from: string, after: string | undefined, limit: number): Promise<z.output<typeof ConversationRow>[]> {
  const [heldAt = '9', id = ''] = after === undefined ? [] : [after.slice(0, 24), after.slice(25)];
  const text = `SELECT conversation_id, held_at, body FROM talk_conversations WHERE product = ? AND held_at >= ? AND (held_at < ? OR (held_at = ? AND conversation_id > ?))
    ORDER BY held_at DESC, conversation_id LIMIT ${whole(limit)}`;
  return selectRows('talk_conversations', ConversationRow, text, [product, from, heldAt, heldAt, id]);
}
