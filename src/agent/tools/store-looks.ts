import { parseAt } from '../../domain/boundary';
import { customerKey } from '../../domain/customer';
import { countVoices } from '../../domain/echoes';
import { sentencesOf } from '../../domain/spoken-sentences';
import { proveQuote } from '../../domain/quote-proof';
import { CONVERSATION_KIND } from '../../domain/talk';
import { isSaid, type SaidSignal } from '../../domain/signal';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { Clock } from '../../ports/clock';
import type { Stores } from '../../ports/stores';
import { stemsOf } from '../brief/carried-line';
import { CustomerInput, NameInput, NoInput, SearchInput, type Looks, type Shown, type Sight } from './looks';

const PAGE = 500;
const SIGHTS = 6;
const RELEASES = 10;
const PLANNED = 20;
/** Kinds of source in which somebody of ours spoke with a customer. */
const TALKING: ReadonlySet<string> = new Set([CONVERSATION_KIND, 'calls', 'gong', 'intercom', 'slack']);

/**
 * Looks into the store of one product: read only, and only what may be shown. The signals are read once, when the first look needs them, and
 * kept for as long as these looks are.
 */
export function storeLooks(stores: Stores, product: string, clock: Clock): Looks {
  let loaded: Promise<readonly SaidSignal[]> | undefined;
  const said = (): Promise<readonly SaidSignal[]> => (loaded ??= loadOpen(stores, product));
  return {
    'search-signals': async (input) => {
      const { words } = parseAt('look', SearchInput, input);
      return { lines: [], sights: bestSights(await said(), stemsOf(words)) };
    },
    theme: async (input) => {
      const { name } = parseAt('look', NameInput, input);
      return theme(stores, product, name);
    },
    account: async (input, customers) => {
      const key = customers.keyOf(parseAt('look', CustomerInput, input).customer);
      if (key === undefined) return { lines: ['No customer has this number.'], sights: [] };
      const theirs = (await said()).filter((one) => customerKey(one) === key);
      return { lines: [`${theirs.length} signals of this customer`], sights: newest(theirs) };
    },
    releases: async (input) => {
      parseAt('look', NoInput, input);
      const done = (await stores.issues.listReleases(product)).filter((one) => one.releasedAt !== undefined).sort((a, b) => (a.releasedAt! < b.releasedAt! ? 1 : -1));
      return { lines: done.slice(0, RELEASES).map((one) => `${one.name}: ${one.releasedAt!.slice(0, 10)}`), sights: [] };
    },
    roadmap: async (input) => {
      parseAt('look', NoInput, input);
      const run = await stores.evidence.findRun(product);
      const digest = run === undefined ? undefined : await stores.themes.findDigest(product, run.computedAt);
      return { lines: (digest?.planned ?? []).slice(0, PLANNED).map((one) => `${one.column}: ${one.summary} (${one.evidence} signals)`), sights: [] };
    },
    conversations: async (input) => {
      parseAt('look', NoInput, input);
      const from = isoTime(epochMs(clock.now()) - 7 * DAY_IN_MS);
      const talking = new Set((await stores.products.listSources(product)).filter((one) => TALKING.has(one.kind)).map((one) => one.id));
      const week = (await said()).filter((one) => one.at >= from);
      const talked = week.filter((one) => talking.has(one.source));
      const others = week.filter((one) => !talking.has(one.source));
      return { lines: [`${week.length} signals of ${countVoices(week)} customers in the last seven days, ${talked.length} of them in conversations and calls`], sights: [...newest(talked), ...newest(others)].slice(0, SIGHTS) };
    },
  };
}

async function loadOpen(stores: Stores, product: string): Promise<readonly SaidSignal[]> {
  const open: SaidSignal[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await stores.signals.pageSignals(product, after, PAGE);
    for (const signal of page.rows) if (isSaid(signal) && signal.visibility === 'open') open.push(signal);
    after = page.next;
  }
  return open;
}

async function theme(stores: Stores, product: string, name: string): Promise<Shown> {
  const themes = await stores.evidence.listThemes(product);
  const found = themes.find((one) => one.label.toLowerCase() === name.trim().toLowerCase());
  if (found === undefined) return { lines: [`Themes: ${themes.slice(0, 30).map((one) => one.label).join('; ')}`], sights: [] };
  const members = (await stores.themes.listMembers({ product, theme: found.id }, { offset: 0, limit: 30 })).filter(isSaid).filter((one) => one.visibility === 'open');
  const customers = await customersOf(stores, product, found.id);
  return { lines: customers === undefined ? [] : [`${customers} customers in this theme`], sights: bestSights(members, stemsOf([found.label, ...found.terms].join(' '))) };
}

/** As the last run counted them; unknown without its digest. */
async function customersOf(stores: Stores, product: string, id: string): Promise<number | undefined> {
  const run = await stores.evidence.findRun(product);
  const digest = run === undefined ? undefined : await stores.themes.findDigest(product, run.computedAt);
  return digest?.themes.find((one) => one.theme.id === id)?.customers;
}

/** The sentences with most of the wanted words, one a signal. */
function bestSights(signals: readonly SaidSignal[], wanted: ReadonlySet<string>): readonly Sight[] {
  const scored = signals.flatMap((signal) => {
    if (![...stemsOf(signal.text.slice(0, 4_000))].some((stem) => wanted.has(stem))) return [];
    const best = sightsOf(signal)
      .map((sight) => ({ sight, shared: [...stemsOf(sight.text)].filter((stem) => wanted.has(stem)).length }))
      .sort((a, b) => b.shared - a.shared)[0];
    return best === undefined || best.shared === 0 ? [] : [best];
  });
  return scored.sort((a, b) => b.shared - a.shared || (a.sight.signal.at < b.sight.signal.at ? 1 : -1)).slice(0, SIGHTS).map((one) => one.sight);
}

function newest(signals: readonly SaidSignal[]): readonly Sight[] {
  return [...signals].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SIGHTS).flatMap((signal) => sightsOf(signal)[0] ?? []);
}

function sightsOf(signal: SaidSignal): readonly Sight[] {
  return sentencesOf(signal.text).flatMap(({ start, end }): Sight[] => {
    const proven = proveQuote(signal, { text: signal.text.slice(start, end), at: { field: 'text', start, end } });
    return proven === undefined ? [] : [{ signal, quote: { signal: signal.id, citation: proven.citation, by: 'engine' }, text: proven.text }];
  });
}
