import { draftMark, linkedMark, wholeMark } from '../domain/change-mark';
import { isFirstReading } from '../domain/first-reading';
import { epochMs } from '../domain/time';
import type { Ports } from '../ports/ports';
import type { Engine } from './engine';
import { linkArrivals, type Drift, type Run } from './link-arrivals';
import { ENGINE_VERSION } from './understand';
import { isLookedAt } from './up-to-date';
import { EVIDENCE_PER_ISSUE, isReading, LINKS_PER_SIGNAL, understandProduct, type Readers } from './understand-product';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'logger'>;

/** When everything is derived anew, and when only what changed. */
export interface Pace {
  /** Fewer signals than this are read anew each time: it takes seconds. */
  readonly inPartsFrom: number;
  readonly drift: Drift;
}

export const PACE: Pace = { inPartsFrom: 5_000, drift: { signals: { least: 200, share: 0.02 }, issues: { least: 50, share: 0.05 } } };
/** By night, when a product's people sleep in most of the world's offices, everything is derived anew; and once a day whatever the hour. */
const NIGHT = { fromHour: 1, toHour: 5, afterHours: 6 };
const LONGEST_HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * Brings what is derived up to date: in a large product what arrived is linked at once, and everything is derived anew by night, when too much has
 * changed, or when something changed that only a whole run can take in. Only a whole run may claim that nobody speaks of an issue.
 * @throws NotFound StoreUnavailable
 */
export async function keepUp(ports: Needs, engine: Engine, product: string, readers: Readers = {}, pace: Pace = PACE): Promise<'whole' | 'part' | 'nothing'> {
  const run = await ports.stores.evidence.findRun(product);
  if (run !== undefined && !(await isWholeDue(ports, product, run, pace))) {
    if (await isReading(ports, product)) return 'nothing';
    const began = ports.clock.now();
    if (await isLookedAt(ports, product)) return 'nothing';
    if ((await linkArrivals(ports, product, run, { evidencePerIssue: EVIDENCE_PER_ISSUE, linksPerSignal: LINKS_PER_SIGNAL }, pace.drift)) === 'done') {
      await ports.settings.save(linkedMark(product), began);
      return 'part';
    }
  }
  return (await understandProduct(ports, engine, product, readers, pace.inPartsFrom)) ? 'whole' : 'nothing';
}

async function isWholeDue({ stores, settings, clock }: Needs, product: string, run: Run, { inPartsFrom }: Pace): Promise<boolean> {
  if (run.signals < inPartsFrom || run.engineVersion.split('+')[0] !== ENGINE_VERSION) return true;
  const wanted = await settings.find(wholeMark(product));
  if (typeof wanted === 'string' && wanted >= run.computedAt) return true;
  if ((await settings.find(draftMark(product))) === run.computedAt && !isFirstReading(await stores.products.listCoverage(product))) return true;
  const hours = (epochMs(clock.now()) - epochMs(run.computedAt)) / HOUR_MS;
  const hour = new Date(clock.now()).getUTCHours();
  return hours >= LONGEST_HOURS || (hours >= NIGHT.afterHours && hour >= NIGHT.fromHour && hour < NIGHT.toHour);
}
