import { isPending } from '../domain/import';
import { coverageOf, type Coverage } from '../domain/coverage';
import type { OutcomeContract, RatioEstimate } from '../domain/outcome';
import type { Theme } from '../domain/theme';
import { epochMs, isoTime, WEEK_IN_MS, type IsoTime } from '../domain/time';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Moment, OutcomeStore } from '../ports/outcome-store';
import type { Stores } from '../ports/stores';
import { accountTrails, type AccountTrail } from './account-trails';
import { indexMoments, type MomentIndex } from './moment-index';
import type { JudgeInput } from './judge-target';

/** What measuring needs from outside. */
export interface Measuring {
  readonly outcomes: OutcomeStore;
  readonly stores: Pick<Stores, 'products' | 'issues' | 'evidence' | 'decisions' | 'imports'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const PAGE = 2_000;
const IMPORTS_LOOKED_AT = 50;
/** The furthest baseline, and a year before it for the season. */
const HISTORY_WEEKS = 26 + 52;

/** What one product was heard saying, and how well it was listened to: loaded once for all its live releases. */
export interface Heard {
  readonly moments: readonly Moment[];
  readonly themes: readonly Theme[];
  /** The theme of a signal among the moments; undefined for the unassigned. */
  readonly themeOf: (signal: string) => string | undefined;
  readonly coverage: Coverage;
  readonly past: readonly RatioEstimate[];
  /** Where each account was heard, over all sources. */
  readonly trails: ReadonlyMap<string, AccountTrail>;
  /** The moments of a set of sources as columns; releases that count the same sources share them. */
  readonly indexOf: (sources: readonly string[]) => MomentIndex;
}

/** @param firstRelease the oldest release that will be looked at. @throws StoreUnavailable */
export async function loadHeard(measuring: Measuring, product: string, firstRelease: IsoTime): Promise<Heard> {
  const { outcomes, stores } = measuring;
  const from = isoTime(epochMs(firstRelease) - HISTORY_WEEKS * WEEK_IN_MS);
  const moments: Moment[] = [];
  let after: string | undefined;
  do {
    const page = await outcomes.pageMoments(product, from, after, PAGE);
    for (const moment of page.rows) moments.push(moment);
    after = page.next;
  } while (after !== undefined);
  const [themes, sources, runs, all] = await Promise.all([
    stores.evidence.listThemes(product),
    stores.products.listCoverage(product),
    stores.imports.listRuns(product, IMPORTS_LOOKED_AT),
    outcomes.listOutcomes(product),
  ]);
  const pending = runs.filter(isPending).length;
  const past = all.flatMap((one) => (one.estimate === undefined || one.readOut === 'guard' || one.measure.kind === 'event' ? [] : [one.estimate]));
  const themeOf = new Map(moments.map((moment) => [moment.signal, moment.theme]));
  return { moments, themes, themeOf: (signal) => themeOf.get(signal), coverage: coverageOf(sources, pending, measuring.clock.now()), past, trails: accountTrails(moments), indexOf: indexesOf(moments) };
}

/** Everything for judging one contract. @throws StoreUnavailable */
export async function judgeInputOf(measuring: Measuring, contract: OutcomeContract, heard: Heard): Promise<JudgeInput> {
  return {
    contract,
    index: heard.indexOf(contract.sources.map((one) => one.source)),
    themes: new Map(heard.themes.map((theme) => [theme.id, theme])),
    coverage: heard.coverage,
    confirmations: await measuring.outcomes.listConfirmations(contract.product, contract.id),
    past: heard.past,
    trails: heard.trails,
    now: measuring.clock.now(),
  };
}

function indexesOf(moments: readonly Moment[]): Heard['indexOf'] {
  const known = new Map<string, MomentIndex>();
  return (sources) => {
    const key = JSON.stringify([...sources].sort());
    const index = known.get(key) ?? indexMoments(moments, new Set(sources));
    known.set(key, index);
    return index;
  };
}
