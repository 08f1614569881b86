import type { ConversationRow, TalkView } from '../../contract/talk';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Conversation } from '../../domain/talk';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';
import { pageQuote } from '../page/page-quote';

const ROWS = 10;
const COUNTED_DAYS = 365;

/** What was talked about, newest first, and in how many weeks: a team's count, never a person's. */
export async function loadConversations(app: App, page: PageCase, after?: string): Promise<TalkView['conversations']> {
  const product = page.product.id;
  const [{ rows, next }, all] = await Promise.all([
    app.ports.talk.pageConversations(product, after, ROWS),
    app.ports.talk.listConversations(product, isoTime(epochMs(page.now) - COUNTED_DAYS * DAY_IN_MS)),
  ]);
  const signals = new Map((await app.ports.stores.signals.findSignals(product, rows.map((one) => one.signal))).map((signal) => [signal.id, signal]));
  const labels = new Map((page.digest?.themes ?? []).map(({ theme }) => [theme.id, theme.label]));
  const weeks = app.talking.conversationWeeks(all, page.now);
  return {
    total: all.length,
    weeks: { weeks: weeks.weeks, title: titleOf(all.length, weeks) },
    rows: rows.map((one) => rowOf(one, signals.get(one.signal), labels, page)),
    ...(next === undefined ? {} : { next }),
  };
}

/** A conversation that is kept for numbers only shows its date and nothing else. */
function rowOf(one: Conversation, signal: Parameters<typeof pageQuote>[0] | undefined, labels: ReadonlyMap<string, string>, page: PageCase): ConversationRow {
  const base = { id: one.id, heldAt: one.heldAt };
  if (signal === undefined || signal.visibility !== 'open') return base;
  const label = one.theme === undefined ? undefined : labels.get(one.theme);
  return {
    ...base,
    quote: pageQuote(signal, page.sourceNames),
    ...(one.took === undefined ? {} : { took: one.took }),
    ...(one.theme === undefined || label === undefined ? {} : { theme: { id: one.theme, label } }),
  };
}

function titleOf(all: number, { inARow, without }: { readonly inARow: number; readonly without: number }): Sentence {
  if (all === 0) return sentence('talk.weeks.never');
  return inARow > 0 ? sentence('talk.weeks.in-a-row', { weeks: inARow }) : sentence('talk.weeks.without', { weeks: without });
}
