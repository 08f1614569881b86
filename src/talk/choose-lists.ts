import { weekOf, weeksUpTo, type TalkList } from '../domain/talk';
import { sentence, type Sentence } from '../domain/sentence';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../domain/time';
import type { ThemeDigest } from '../domain/product-digest';
import type { OutcomeContract } from '../domain/outcome';
import type { Moment } from '../ports/outcome-store';
import { choosePeople } from './choose-people';
import { customerTrails } from './customer-trails';
import { saysOtherwise } from './says-otherwise';
import type { Talking } from './talking';
import { SHOWN_WEEKS_AGO, standingsOf, type ContactFacts } from './who-may-be-asked';

/** How far back a customer is known. */
const HISTORY_DAYS = 365;
const PAGE = 2_000;
/** Newest signals of a theme that are read for words that say otherwise. */
const READ_PER_THEME = 120;
/** Themes that get a list, loudest first; the others get theirs when they are asked for. */
const THEMES_A_RUN = 40;
/** A customer who still says it this long after a release that promised fewer contradicts the release. */
const ADOPTED_DAYS = 14;

/** Chooses this week's people for the loudest themes that have no list yet. Safe to run twice. @throws StoreUnavailable */
export async function chooseLists(talking: Talking, product: string): Promise<void> {
  const digest = await findDigest(talking, product);
  if (digest === undefined) return;
  const week = weekOf(talking.clock.now());
  const made = new Set((await talking.talk.listLists(product, week)).map((list) => list.theme));
  const wanted = [...digest.themes].sort((a, b) => b.recentCustomers - a.recentCustomers || b.customers - a.customers).slice(0, THEMES_A_RUN).filter((one) => !made.has(one.theme.id));
  if (wanted.length === 0) return;
  const known = await loadKnown(talking, product);
  for (const one of wanted) await talking.talk.saveList(await chooseFor(talking, product, one, known));
}

/** This week's people of one theme: as chosen, or chosen now. @throws StoreUnavailable */
export async function listOfTheme(talking: Talking, product: string, theme: ThemeDigest): Promise<TalkList> {
  const week = weekOf(talking.clock.now());
  const found = await talking.talk.findList(product, theme.theme.id, week);
  if (found !== undefined) return found;
  const list = await chooseFor(talking, product, theme, await loadKnown(talking, product));
  await talking.talk.saveList(list);
  return list;
}

async function findDigest({ stores }: Talking, product: string) {
  const run = await stores.evidence.findRun(product);
  return run === undefined ? undefined : stores.themes.findDigest(product, run.computedAt);
}

interface Known {
  readonly moments: readonly Moment[];
  readonly byTheme: ReadonlyMap<string, readonly Moment[]>;
  readonly trails: ReturnType<typeof customerTrails>;
  readonly facts: ContactFacts;
  readonly contracts: readonly OutcomeContract[];
}

async function loadKnown(talking: Talking, product: string): Promise<Known> {
  const { outcomes, stores, clock } = talking;
  const now = clock.now();
  const moments: Moment[] = [];
  let after: string | undefined;
  do {
    const page = await outcomes.pageMoments(product, isoTime(epochMs(now) - HISTORY_DAYS * DAY_IN_MS), after, PAGE);
    for (const moment of page.rows) moments.push(moment);
    after = page.next;
  } while (after !== undefined);
  const [sources, facts, contracts] = await Promise.all([stores.products.listCoverage(product), loadFacts(talking, product), outcomes.listContracts(product)]);
  const byTheme = new Map<string, Moment[]>();
  for (const moment of moments) {
    if (moment.theme === undefined || moment.visibility === 'hidden') continue;
    const group = byTheme.get(moment.theme);
    if (group === undefined) byTheme.set(moment.theme, [moment]);
    else group.push(moment);
  }
  return { moments, byTheme, trails: customerTrails(moments, sources, now), facts, contracts: contracts.filter((one) => one.state.kind === 'live') };
}

/** Who was contacted, who may be, and who had their turn. */
export async function loadFacts({ talk, clock }: Pick<Talking, 'talk' | 'clock'>, product: string): Promise<ContactFacts> {
  const since = isoTime(epochMs(clock.now()) - HISTORY_DAYS * DAY_IN_MS);
  const [contacts, marks, conversations, lists] = await Promise.all([
    talk.listContacts(product),
    talk.listMarks(product, since),
    talk.listConversations(product, since),
    talk.listLists(product, weeksUpTo(clock.now(), SHOWN_WEEKS_AGO + 1)[0] ?? weekOf(clock.now())),
  ]);
  return { contacts, marks, conversations, lists };
}

async function chooseFor(talking: Talking, product: string, one: ThemeDigest, known: Known): Promise<TalkList> {
  const now = talking.clock.now();
  const members = known.byTheme.get(one.theme.id) ?? [];
  const { slots, unnamed } = choosePeople({
    members,
    exemplars: [...one.quotes.map((quote) => quote.signal), ...one.theme.exemplars],
    trails: known.trails,
    otherwise: await otherwiseOf(talking, product, one, members, known.contracts),
    standings: standingsOf(known.facts, now),
    now,
  });
  return { product, theme: one.theme.id, week: weekOf(now), chosenAt: now, slots, unnamed };
}

/** Signals that contradict us: somebody still says it after the release that promised fewer, or says the opposite in so many words. */
async function otherwiseOf({ stores, clock }: Talking, product: string, one: ThemeDigest, members: readonly Moment[], contracts: readonly OutcomeContract[]): Promise<ReadonlyMap<string, Sentence>> {
  const found = new Map<string, Sentence>();
  const promised = contracts.filter((contract) => contract.targets.some(({ measure, direction }) => direction === 'fewer' && measure.kind === 'theme' && measure.themes.includes(one.theme.id)));
  for (const moment of members) {
    const after = promised.find(({ release }) => moment.at > isoTime(epochMs(release.releasedAt) + ADOPTED_DAYS * DAY_IN_MS));
    if (after !== undefined) found.set(moment.signal, sentence('talk.why.after-release', { release: after.release.name, at: after.release.releasedAt }));
  }
  for (const signal of await stores.signals.findSignals(product, newestOpen(members, clock.now()))) {
    if (signal.visibility === 'open' && saysOtherwise(signal.text ?? '') !== undefined) found.set(signal.id, sentence('talk.why.otherwise-words'));
  }
  return found;
}

function newestOpen(members: readonly Moment[], now: IsoTime): readonly string[] {
  return members
    .filter((one) => one.kind === 'said' && one.visibility === 'open' && one.at <= now)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, READ_PER_THEME)
    .map((one) => one.signal);
}
