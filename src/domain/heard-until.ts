import type { SourceCoverage } from './coverage';
import { isListenedTo } from './listened-to';
import type { IsoTime } from './time';

/** A source of files, and the time of the last thing said in them. */
export interface Ended {
  readonly source: string;
  readonly name: string;
  readonly at: IsoTime;
}

/**
 * Files that say nothing of `until` and later. A file is not read again, and one read today may end in May: the end of what it holds bounds what was
 * heard through it, not a single row that is dated later. What is read again and again says itself when it was not heard.
 */
export function endedFiles(sources: readonly SourceCoverage[], until: IsoTime): readonly Ended[] {
  return sources.flatMap((one): Ended[] => {
    const isFile = isListenedTo(one) && one.readAgainBy === undefined && !one.gaps.some((gap) => gap.to === undefined);
    const at = one.held?.to ?? one.newestAt;
    return isFile && at !== undefined && at < until ? [{ source: one.source, name: one.name, at }] : [];
  });
}

/** The file that was heard longest, where every place that is listened to is a file that ended before `until`: since then nothing was heard at all. */
export function nothingHeardSince(sources: readonly SourceCoverage[], until: IsoTime): Ended | undefined {
  const ended = endedFiles(sources, until);
  if (ended.length === 0 || ended.length < sources.filter(isListenedTo).length) return undefined;
  return ended.reduce((latest, one) => (one.at > latest.at ? one : latest));
}
