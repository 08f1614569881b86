import type { SourceCoverage } from '../domain/coverage';
import { epochMs } from '../domain/time';
import type { AccountTrail } from './account-trails';
import type { MomentIndex } from './moment-index';

/**
 * Accounts that hit the theme before the release and were not heard or seen anywhere since, in words or in use, in whatever source: their
 * silence may be content, or they may have left. One that spoke where we could not listen all the time since is left out: that is not its
 * silence. Only accounts whose signals may be shown with their names. Sorted.
 * @param rowsBefore rows of the theme before the release
 * @param since milliseconds
 */
export function silentAccounts(index: MomentIndex, rowsBefore: readonly number[], since: number, trails: ReadonlyMap<string, AccountTrail>, coverage: readonly SourceCoverage[]): string[] {
  const listened = new Set(coverage.filter((source) => source.gaps.every((gap) => gap.to !== undefined && epochMs(gap.to) <= since)).map((one) => one.source));
  const hit = new Set(rowsBefore.flatMap((row) => accountShown(index, row) ?? []));
  const isSilent = (account: string): boolean => {
    const trail = trails.get(account);
    return trail !== undefined && trail.lastAt < since && [...trail.sources].every((source) => listened.has(source));
  };
  return [...hit].filter(isSilent).sort();
}

function accountShown(index: MomentIndex, row: number): string | undefined {
  const moment = index.moments[row];
  return moment?.visibility === 'open' ? moment.account : undefined;
}
