import type { MomentIndex } from './moment-index';

/**
 * Accounts that hit the theme before the release and were not heard or seen anywhere since, in words or in use: their silence
 * may be content, or they may have left. Only accounts whose signals may be shown with their names. Sorted.
 * @param rowsBefore rows of the theme before the release
 * @param since milliseconds
 */
export function silentAccounts(index: MomentIndex, rowsBefore: readonly number[], since: number): string[] {
  const hit = new Set(rowsBefore.flatMap((row) => accountShown(index, row) ?? []));
  if (hit.size === 0) return [];
  for (const [row, moment] of index.moments.entries()) {
    if (moment.account !== undefined && (index.at[row] ?? 0) >= since) hit.delete(moment.account);
  }
  return [...hit].sort();
}

function accountShown(index: MomentIndex, row: number): string | undefined {
  const moment = index.moments[row];
  return moment?.visibility === 'open' ? moment.account : undefined;
}
