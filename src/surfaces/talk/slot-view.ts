import type { TalkSlotView } from '../../contract/talk';
import type { Citation } from '../../domain/evidence';
import type { ThemeDigest } from '../../domain/product-digest';
import { sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import type { TalkDesk } from '../../compose-talk';
import type { PageCase } from '../page/load-page';
import { pageQuote } from '../page/page-quote';

type ShownSlot = ReturnType<TalkDesk['shownPeople']>[number];

interface Outside {
  readonly names: ReadonlyMap<string, string>;
  readonly quotePlace: (signal: Signal, theme: ThemeDigest['theme'], isOtherwise: boolean) => Citation | undefined;
}

/** One reason as the tab shows it. The quote is cut from the signal as it is stored now, so it is literal whatever happened since. */
export function slotView({ reason, person, none }: ShownSlot, signals: ReadonlyMap<string, Signal>, one: ThemeDigest, page: PageCase, { names, quotePlace }: Outside): TalkSlotView {
  const signal = person === undefined ? undefined : signals.get(person.pick.signal);
  if (person === undefined || signal === undefined) return { reason, ...(none === undefined ? {} : { none }) };
  const { pick, consent, state, lastContact, hasNext } = person;
  const quote = pageQuote(signal, page.sourceNames, quotePlace(signal, one.theme, reason === 'contradicting'));
  const name = signal.author === undefined ? undefined : names.get(signal.author);
  return {
    reason,
    person: {
      person: pick.person,
      why: pick.why,
      quote,
      consent,
      hasNext,
      draft: sentence(`talk.draft.${reason}`, { at: signal.at, quote: /[.!?…]$/.test(quote.text) ? `“${quote.text}”` : `“${quote.text}”.` }),
      ...(signal.account === undefined ? {} : { account: signal.account }),
      ...(name === undefined ? {} : { name }),
      ...(lastContact === undefined ? {} : { lastContact }),
      ...(state === undefined ? {} : { state }),
    },
  };
}
