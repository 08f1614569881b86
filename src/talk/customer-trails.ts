import { customerKey } from '../domain/customer';
import { isLeftEvent } from '../domain/left-event';
import type { SourceCoverage } from '../domain/coverage';
import type { IsoTime } from '../domain/time';
import type { Moment } from '../ports/outcome-store';

/** What is known of one customer over all sources: ids and times, no words. */
export interface CustomerTrail {
  readonly lastHeardAt: IsoTime;
  /** When they left, as an event or an exit survey says. */
  readonly leftAt?: IsoTime;
  /** Every source they ever spoke in has been read without a gap since: only then is their silence one. */
  readonly isListenedTo: boolean;
}

const EXIT_KIND = /exit|churn|leav/i;

/** A source that was last read this long ago may hold words that we have not seen. */
const FRESH_MS = 7 * 86_400_000;

/** Trails by customer key, from moments that may be seen at all. What is hidden leaves no trail. */
export function customerTrails(moments: readonly Moment[], sources: readonly SourceCoverage[], now: IsoTime): ReadonlyMap<string, CustomerTrail> {
  const coverage = new Map(sources.map((one) => [one.source, one]));
  const trails = new Map<string, { lastHeardAt: IsoTime; leftAt?: IsoTime; readonly sources: Set<string> }>();
  for (const moment of moments) {
    if (moment.visibility === 'hidden') continue;
    const key = customerKey({ ...moment, id: moment.signal });
    const trail = trails.get(key) ?? { lastHeardAt: moment.at, sources: new Set<string>() };
    if (moment.at > trail.lastHeardAt) trail.lastHeardAt = moment.at;
    if (isLeaving(moment, coverage.get(moment.source)) && (trail.leftAt === undefined || moment.at > trail.leftAt)) trail.leftAt = moment.at;
    trail.sources.add(moment.source);
    trails.set(key, trail);
  }
  return new Map(
    [...trails].map(([key, { lastHeardAt, leftAt, sources: spokeIn }]) => [
      key,
      {
        lastHeardAt,
        ...(leftAt === undefined ? {} : { leftAt }),
        isListenedTo: [...spokeIn].every((source) => isHeardSince(coverage.get(source), lastHeardAt, now)),
      },
    ]),
  );
}

function isLeaving(moment: Moment, source: SourceCoverage | undefined): boolean {
  if (moment.kind === 'did') return moment.event !== undefined && isLeftEvent(moment.event);
  return source !== undefined && EXIT_KIND.test(source.kind);
}

function isHeardSince(source: SourceCoverage | undefined, since: IsoTime, now: IsoTime): boolean {
  if (source === undefined || source.read < source.total || source.lastReadAt === undefined) return false;
  if (Date.parse(now) - Date.parse(source.lastReadAt) > FRESH_MS) return false;
  return source.gaps.every((gap) => gap.to !== undefined && gap.to <= since);
}
