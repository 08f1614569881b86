import type { TalkSlotView, TalkView } from '../../contract/talk';
import { AppError, NotFound } from '../../domain/errors';
import type { ThemeDigest } from '../../domain/product-digest';
import { sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import type { TalkList } from '../../domain/talk';
import { weekOf } from '../../domain/talk';
import type { App } from '../../app';
import { loadPage, type PageCase } from '../page/load-page';
import { byLoudness } from '../page/theme-row';
import { themeToQuote } from '../page/week-view';
import { loadConversations } from './conversation-rows';
import { prototypeClock } from './prototype-clock';
import { slotView } from './slot-view';
import { JIRA_KINDS } from './who-said-it';
import { wordedDrafts } from './worded-drafts';

const THEMES_OFFERED = 60;

/** The talk tab for a theme, or for the one that most asks for it this week. @throws NotFound for a theme that is not in the current run */
export async function loadTalk(app: App, project: string, wanted: string | undefined): Promise<TalkView> {
  const page = await loadPage(app.ports, project);
  const one = themeOf(page, wanted);
  const [slots, conversations, canEdit, contracts, clock] = await Promise.all([
    one === undefined ? { views: [], unnamed: 0 } : slotsOf(app, page, one),
    loadConversations(app, page),
    app.ports.tracker.isProjectAdmin(project),
    app.ports.outcomes.listContracts(page.product.id),
    prototypeClock(app, page.product.id),
  ]);
  return {
    ...headOf(one, slots.views, page),
    themes: [...(page.digest?.themes ?? [])].sort(byLoudness).slice(0, THEMES_OFFERED).map(({ theme, recentCustomers }) => ({ id: theme.id, label: theme.label, customers: recentCustomers })),
    unit: page.digest?.unit ?? 'signal',
    unnamed: slots.unnamed,
    conversations,
    releases: contracts
      .filter((contract) => contract.state.kind === 'live' && one !== undefined && contract.targets.some(({ measure }) => measure.kind === 'theme' && measure.themes.includes(one.theme.id)))
      .map((contract) => ({ contract: contract.id, name: contract.release.name })),
    ...(clock === undefined ? {} : { clock }),
    canEdit,
    coverage: page.coverage,
    synthetic: page.product.synthetic ?? false,
  };
}

/** The first screen's part: the people of the theme that most asks for it. */
export async function loadWeekTalk(app: App, project: string): Promise<Pick<TalkView, 'theme' | 'slots' | 'finding' | 'week'>> {
  const page = await loadPage(app.ports, project);
  const one = themeOf(page, undefined);
  return headOf(one, one === undefined ? [] : (await slotsOf(app, page, one)).views, page);
}

function headOf(one: ThemeDigest | undefined, slots: readonly TalkSlotView[], page: PageCase): Pick<TalkView, 'theme' | 'slots' | 'finding' | 'week'> {
  const people = slots.filter((slot) => slot.person !== undefined).length;
  return {
    finding: people === 0 ? sentence('talk.finding.none') : sentence('talk.finding', { people }),
    ...(one === undefined ? {} : { theme: { id: one.theme.id, label: one.theme.label } }),
    week: weekOf(page.now),
    slots,
  };
}

function themeOf(page: PageCase, wanted: string | undefined): ThemeDigest | undefined {
  if (wanted === undefined) return themeToQuote(page) ?? [...(page.digest?.themes ?? [])].sort(byLoudness)[0];
  const found = page.digest?.themes.find((one) => one.theme.id === wanted);
  if (found === undefined) throw new NotFound('no such theme');
  return found;
}

async function slotsOf(app: App, page: PageCase, one: ThemeDigest): Promise<{ readonly views: readonly TalkSlotView[]; readonly unnamed: number }> {
  const product = page.product.id;
  const list = await app.talking.listOfTheme(product, one);
  const [facts, signals] = await Promise.all([app.talking.loadFacts(product), signalsOf(app, product, list)]);
  const shown = app.talking.shownPeople(list, facts, page.now, (id) => signals.has(id));
  const names = await namesOf(app, shown.flatMap(({ person }) => (person === undefined ? [] : (signals.get(person.pick.signal) ?? []))), page);
  const plain = shown.map((slot) => slotView(slot, signals, one, page, { names, quotePlace: app.talking.quotePlace }));
  return { views: await wordedDrafts(app, product, plain), unnamed: list.unnamed };
}

/** Signals of everybody in the list whose words may be shown; the others take their person along. */
async function signalsOf(app: App, product: string, list: TalkList): Promise<ReadonlyMap<string, Signal>> {
  const ids = [...new Set(list.slots.flatMap(({ picks }) => picks.map((pick) => pick.signal)))];
  const found = ids.length === 0 ? [] : await app.ports.stores.signals.findSignals(product, ids);
  return new Map(found.filter((signal) => signal.visibility === 'open').map((signal) => [signal.id, signal]));
}


/** Names of those who wrote through Jira itself, as Jira shows them to this viewer now. Other sources' people have none here. */
async function namesOf(app: App, signals: readonly Signal[], page: PageCase): Promise<ReadonlyMap<string, string>> {
  const ids = signals.flatMap(({ author, source }) => (author !== undefined && JIRA_KINDS.has(page.sourceNames.get(source)?.kind ?? '') ? [author] : []));
  if (ids.length === 0) return new Map();
  try {
    return await app.ports.tracker.displayNames([...new Set(ids)]);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Without names the list still says who: by account and by their words.
    app.ports.logger.warn('talk.names', { code: error.code });
    return new Map();
  }
}
