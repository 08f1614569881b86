import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../../src/domain/time';
import type { Author, Cast } from './authors';
import { diceFor, factsOf, type Draft, type Origin } from './draft';
import type { Dice } from './dice';
import { readTexts, type HandWritten } from './hand-written';
import type { Leavers } from './leavers';
import { momentIn, momentOn, weekFor } from './moments';
import { needOf, type DemoNeed } from './needs';
import { ECHOES } from './planted/echoes';
import { isLost } from './planted/gap';
import { INJECTIONS } from './planted/injections';
import { LANGUAGES } from './planted/languages';
import { PERSONAL_DATA } from './planted/personal-data';
import { SECURITY_DESK } from './planted/security-desk';
import { ACCOUNTING_SYNC } from './signals/accounting-sync';
import { CALENDARS_AND_REMINDERS } from './signals/calendars-and-reminders';
import { EVERYTHING_ELSE } from './signals/everything-else';
import { GETTING_PAID } from './signals/getting-paid';
import { HANDS_AND_EYES } from './signals/hands-and-eyes';
import { IN_THE_FIELD } from './signals/in-the-field';
import { OFFICE } from './signals/office';
import { PRICING_AND_PLANS } from './signals/pricing-and-plans';
import { QUOTES_AND_INVOICES } from './signals/quotes-and-invoices';
import { SCHEDULE_BOARD } from './signals/schedule-board';

const FILES: readonly (readonly [Origin, string])[] = [
  ...[ACCOUNTING_SYNC, GETTING_PAID, QUOTES_AND_INVOICES, PRICING_AND_PLANS, SCHEDULE_BOARD, CALENDARS_AND_REMINDERS, OFFICE, IN_THE_FIELD, HANDS_AND_EYES, EVERYTHING_ELSE].map(
    (file): readonly [Origin, string] => ['by-hand', file],
  ),
  ['language', LANGUAGES],
  ['personal-data', PERSONAL_DATA],
  ['injection', INJECTIONS],
  ['restricted', SECURITY_DESK],
];

const LOCALES: Readonly<Record<string, string>> = { de: 'de-DE', nl: 'nl-NL', fr: 'fr-FR', es: 'es-ES', pl: 'pl-PL', pt: 'pt-PT', it: 'it-IT', ja: 'ja-JP' };
/** Marks of planted spans: «kind:value» stands for the value. */
const MARKED = /«(?:[a-z]+:)([^»]+)»/g;

/** All texts that were written by hand, with a time and a speaker. */
export function writtenSignals(cast: Cast, leavers: Leavers): readonly Draft[] {
  const single = FILES.flatMap(([origin, file]) => readTexts(file).map((one, index) => place(one, origin, { cast, leavers }, diceFor(origin, one.need, index, one.text))));
  return [...single, ...echoSignals(cast)];
}

function place(one: HandWritten, origin: Origin, { cast, leavers }: { readonly cast: Cast; readonly leavers: Leavers }, chance: Dice): Draft {
  const need = needOf(one.need);
  const at = momentFor(one, need, chance);
  const author = one.source === 'exit' ? leavers.take(at) : one.language === undefined ? cast.cast(need, one.source, at, 'prospects') : speakerOf(one.language, cast, chance);
  return finish(one, need, origin, at, author, chance);
}

function momentFor(one: HandWritten, need: DemoNeed, chance: Dice): IsoTime {
  if (one.day !== undefined) return momentOn(one.day, one.source, chance);
  for (;;) {
    const at = momentIn(weekFor(need, chance), one.source, chance);
    if (!isLost(one.source, at, need.product)) return at;
  }
}

/** Somebody of an account where that language is spoken; a stranger where there is none. */
function speakerOf(language: string, cast: Cast, chance: Dice): Author | undefined {
  const there = cast.accounts.filter((one) => one.country.locale.startsWith(language));
  return there.length === 0 ? undefined : cast.personOf(chance.pick(there).id, chance);
}

function finish(one: HandWritten, need: DemoNeed, origin: Origin, at: IsoTime, author: Author | undefined, chance: Dice): Draft {
  const locale = one.language === undefined ? undefined : LOCALES[one.language];
  return {
    source: one.source,
    need: need.id,
    origin,
    at,
    kind: 'said',
    ...factsOf(one.source, need, at, author, chance),
    ...(one.title === undefined ? {} : { title: unmark(one.title) }),
    text: unmark(one.text),
    ...(one.rating === undefined ? {} : { rating: one.rating }),
    ...(locale === undefined ? {} : { locale }),
  };
}

function unmark(text: string): string {
  return text.replace(MARKED, '$1');
}

/** Blocks of one person making one point again. The first has a day, the others follow it. */
function echoSignals(cast: Cast): readonly Draft[] {
  let first = '';
  let group = '';
  return readTexts(ECHOES).map((one, index) => {
    const chance = diceFor('echo', index);
    if (one.day !== undefined) [first, group] = [one.day, `echo-${one.account}-${one.need}`];
    const day = isoTime(epochMs(first) + (one.daysLater ?? 0) * DAY_IN_MS).slice(0, 10);
    const author = cast.personOf(one.account ?? '', diceFor(group));
    const draft = finish(one, needOf(one.need), 'echo', momentOn(day, one.source, chance), author, chance);
    return { ...draft, author: author.id, group, ...(one.source === 'app' ? {} : { account: author.account.id }) };
  });
}
