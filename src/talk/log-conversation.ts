import { customerKey } from '../domain/customer';
import { BadInput } from '../domain/errors';
import type { SourceSetting } from '../domain/product';
import { signalId, type Signal } from '../domain/signal';
import { CONVERSATION_KIND, type Conversation } from '../domain/talk';
import type { IsoTime } from '../domain/time';
import type { Talking } from './talking';

/** A conversation as whoever held it writes it down. */
export interface ConversationWish {
  readonly id: string;
  readonly heldAt: IsoTime;
  /** The customer's own words; ours go into `took`. */
  readonly words: string;
  readonly took?: string;
  readonly account?: string;
  readonly author?: string;
  readonly theme?: string;
  readonly issue?: string;
  /** `counts`: the words are kept for numbers and never shown. */
  readonly visibility: 'open' | 'counts';
}

/** A source's class is the class of its signals, so each class has a source of its own. */
const SOURCES: Readonly<Record<ConversationWish['visibility'], Pick<SourceSetting, 'id' | 'name'>>> = {
  open: { id: 'conversations', name: 'Customer conversations' },
  counts: { id: 'conversations-numbers', name: 'Customer conversations, numbers only' },
};

export interface Logged {
  readonly conversation: Conversation;
  readonly signal: Signal;
}

/** What happens to words on their way in and out of here: personal data leaves them, the source's receipt is written. */
export interface WrittenDown {
  /** As every signal is prepared before the store. */
  readonly redact: (signal: Signal) => Promise<Signal>;
  readonly redactNote: (text: string) => string;
  /** Writes what the source has now, once the signal is in it. */
  readonly record: (source: SourceSetting) => Promise<void>;
}

/**
 * Writes a conversation down: the words as a signal like any other (so they come back in themes and as evidence), what we took from it
 * beside it. Saying the same id twice changes nothing. The signal is stored first: a crash in between loses a note, never a customer's words.
 * @throws BadInput when there are no words, or the conversation lies in the future; StoreUnavailable
 */
export async function logConversation(talking: Talking, product: string, wish: ConversationWish, by: string, { redact, redactNote, record }: WrittenDown): Promise<Logged> {
  const now = talking.clock.now();
  const words = wish.words.trim();
  if (words === '') throw new BadInput('talk.log', 'words', 'what the customer said is missing');
  if (wish.heldAt > now) throw new BadInput('talk.log', 'heldAt', 'lies in the future');
  const setting: SourceSetting = { ...SOURCES[wish.visibility], product, kind: CONVERSATION_KIND, visibility: wish.visibility };
  const known = (await talking.stores.products.listSources(product)).find((one) => one.id === setting.id);
  // What an admin chose for the source since stands: a stricter class is never loosened from here.
  const source = known ?? setting;
  if (known === undefined) await talking.stores.products.saveSource(setting);
  const { account, author, theme, issue, took, id } = wish;
  const signal = await redact({
    id: signalId(source.id, id), source: source.id, externalId: id, at: wish.heldAt, kind: 'said', text: words, visibility: source.visibility,
    ...(account === undefined ? {} : { account }),
    ...(author === undefined ? {} : { author }),
  });
  await talking.stores.signals.saveSignals(product, [signal], now);
  await record(source);
  const conversation: Conversation = {
    id, product, heldAt: wish.heldAt, by, signal: signal.id,
    ...(account === undefined && author === undefined ? {} : { person: customerKey(signal) }),
    ...(theme === undefined ? {} : { theme }),
    ...(issue === undefined ? {} : { issue }),
    ...(took === undefined || took.trim() === '' ? {} : { took: redactNote(took.trim()) }),
  };
  await talking.talk.saveConversation(conversation);
  return { conversation, signal };
}
