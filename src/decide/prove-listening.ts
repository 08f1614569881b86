import type { Coverage, SourceCoverage } from '../domain/coverage';
import type { Listening } from '../domain/verdict';
import type { Policy } from '../domain/policy';
import { anyHeardSince, isUnreadAfter } from '../domain/heard-since';
import { PARKED, parkedOf } from '../domain/parked';
import { isListenedTo } from '../domain/listened-to';
import type { SourceVolume } from '../ports/sweep-store';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../domain/time';

/** A source must have been read this recently. */
const FRESH_DAYS = 7;
/** Rows that a source offered and that we could not take. */
const MAX_PARKED_SHARE = 0.001;
/** A week must hold between these shares of a usual week. */
const USUAL = { low: 0.7, high: 1.3 } as const;
/** How much of the window may lie before the first signal ever: 95 % must have been heard. */
const MAX_UNHEARD_SHARE = 0.05;
/** Below this many signals in four weeks a single week says nothing; four weeks are compared instead. */
const ENOUGH_FOR_A_WEEK = 40;

/** When the evidence was derived, and whether from everything that is stored. */
export interface DerivedState {
  readonly computedAt: IsoTime;
  readonly signals: number;
}

export interface ListeningCase {
  readonly coverage: Coverage;
  readonly volumes: readonly SourceVolume[];
  readonly derived: DerivedState | undefined;
  /** Signals with words that are stored now. */
  readonly stored: number;
}

/**
 * Were we listening during the whole window, to every source, and was everything we heard looked at? Any doubt is named and wins:
 * a broken source makes every item look unsupported, so what is not proven counts as blind.
 */
export function proveListening({ coverage, volumes, derived, stored }: ListeningCase, policy: Policy, now: IsoTime): Listening {
  if (coverage.state === 'nothing-connected') return { kind: 'unproven', doubt: 'nothing-connected' };
  if (coverage.state === 'reading') return { kind: 'unproven', doubt: 'reading' };
  const since = isoTime(epochMs(now) - policy.evidenceWindowDays * DAY_IN_MS);
  const byId = new Map(volumes.map((volume) => [volume.source, volume]));
  // What somebody of us hands over, or nobody listens to any more, proves nothing either way.
  const heard = coverage.sources.filter(isListenedTo);
  if (heard.length === 0) return { kind: 'unproven', doubt: 'nothing-connected' };
  for (const source of heard) {
    const doubt = doubtOf(source, byId.get(source.source), since, now);
    if (doubt !== undefined) return { kind: 'unproven', doubt, source: source.source };
  }
  // A source that began after the start of the window is no gap as long as another one heard (nearly) the whole window.
  const first = anyHeardSince(heard) ?? now;
  if (epochMs(first) - epochMs(since) > MAX_UNHEARD_SHARE * policy.evidenceWindowDays * DAY_IN_MS) return { kind: 'unproven', doubt: 'window-not-covered' };
  if (derived === undefined) return { kind: 'unproven', doubt: 'never-derived' };
  if (derived.signals !== stored || epochMs(now) - epochMs(derived.computedAt) > FRESH_DAYS * DAY_IN_MS || !(derived.computedAt <= now)) {
    return { kind: 'unproven', doubt: 'evidence-stale' };
  }
  return { kind: 'proven', since: first > since ? first : since, until: now, read: coverage.read, total: coverage.total };
}

function doubtOf(source: SourceCoverage, volume: SourceVolume | undefined, since: IsoTime, now: IsoTime): (Listening & { kind: 'unproven' })['doubt'] | undefined {
  const gaps = source.gaps.filter((gap) => gap.to === undefined || gap.to > since);
  if (gaps.length > 0) return gaps.every((gap) => gap.reason === PARKED) ? 'rows-parked' : 'source-gap';
  if (source.read < source.total) return 'reading';
  if (source.lastReadAt === undefined || !(epochMs(now) - epochMs(source.lastReadAt) <= FRESH_DAYS * DAY_IN_MS)) return 'source-stale';
  if (source.newestAt === undefined || source.oldestAt === undefined || isUnreadAfter(source, since)) return 'window-not-covered';
  if (parkedOf(source) > MAX_PARKED_SHARE * Math.max(1, source.total)) return 'rows-parked';
  return volume !== undefined && isUsual(volume) ? undefined : 'volume-unusual';
}

/**
 * Is the last week (for a quiet source: the last four) between 70 % and 130 % of what came before? Small counts swing more than that by
 * chance alone, so what lies within three standard deviations of an over-dispersed count (variance 1.5 times the mean) is usual too;
 * a source that fell silent never is.
 */
function isUsual({ last7, before28, last28, before112 }: SourceVolume): boolean {
  const month = isWithin(last28, before112 / 4);
  // A week alone may swing far in a small source; over four weeks a loss of most of it shows.
  return before28 >= ENOUGH_FOR_A_WEEK ? month && isWithin(last7, before28 / 4) : month;
}

function isWithin(seen: number, usual: number): boolean {
  if (!(usual > 0) || seen === 0) return false;
  const swing = 3 * Math.sqrt(1.5 * usual);
  return seen >= Math.min(USUAL.low * usual, usual - swing) && seen <= Math.max(USUAL.high * usual, usual + swing);
}
