import type { ImportRun } from './import';

type Counts = Pick<ImportRun, 'fileName' | 'offered' | 'kept' | 'unchanged' | 'rejected'>;

/**
 * Files whose rows no later one brought again. A later file takes the place of an earlier one of its name when every row that the earlier one brought is in
 * it again as it was, and it is no shorter; where half or more of the earlier one could not be read, that is said only of a file of just as many rows. A
 * name alone says nothing: each month's export has the same. @param runs oldest first
 */
export function standingFiles<Run extends Counts>(runs: readonly Run[]): readonly Run[] {
  return runs.filter((one, at) => !runs.slice(at + 1).some((later) => isReplacedBy(one, later)));
}

function isReplacedBy(earlier: Counts, later: Counts): boolean {
  const brought = earlier.kept + earlier.unchanged;
  if (later.fileName !== earlier.fileName || later.offered === 0) return false;
  // Of which nothing could be read: the same file again, and nothing else that we could tell.
  if (brought === 0) return later.offered === earlier.offered && later.kept + later.unchanged === 0;
  const isLongEnough = brought > earlier.rejected ? later.offered >= earlier.offered : later.offered === earlier.offered;
  return isLongEnough && later.unchanged >= brought;
}
