import { newFits, type Centroids } from './centroids';
import type { ThemeVectors } from './theme-vectors';

/** Theme per signal (-1 for unassigned) and the fit to its centroid, or to the nearest one when unassigned. */
export interface Places {
  readonly groups: Int32Array;
  readonly fits: Float32Array;
}

export interface PlacesSoFar {
  /** Group of rows that are already placed, by their neighbours or by a person; -1 for the others. */
  readonly fixed: Int32Array;
  /** 1 for rows that are settled: the fixed ones, and those whose neighbours are of no one theme. */
  readonly isSettled: Uint8Array;
  /** Group of rows placed in the last run, where that theme is now; -1 for none. */
  readonly earlier: Int32Array;
  /** Rows by which the doubt is measured: the sampled ones, and how large a part of them was left out. */
  readonly sample: Int32Array;
  readonly leftOut: number;
}

/** A signal placed before leaves its theme only for one that fits better by this much. */
const MOVES_FOR = 0.08;

/**
 * Everyone who is not settled goes to the best centroid, unless a second one is nearly as good: the lead that is asked for is
 * the one that leaves out as large a part of the sample as its neighbours did.
 */
export function placeSignals(vectors: ThemeVectors, centroids: Centroids, { fixed, isSettled, earlier, sample, leftOut }: PlacesSoFar): Places {
  const groups = fixed.slice();
  const fits = new Float32Array(groups.length);
  const leads = new Float32Array(groups.length);
  const board = new Float32Array(centroids.count);
  const fitsOf = newFits(vectors, centroids);
  const place = (row: number): void => {
    const best = bestOf(board, -1);
    const known = fixed[row]! >= 0 ? fixed[row]! : earlier[row]!;
    const stays = known >= 0 && (isSettled[row] === 1 || board[best]! <= board[known]! + MOVES_FOR);
    const own = stays ? known : best;
    if (own < 0) return;
    fits[row] = Math.min(1, board[own]!);
    leads[row] = board[own]! - Math.max(0, board[bestOf(board, own)] ?? 0) + (stays && isSettled[row] === 0 ? MOVES_FOR : 0);
    if (isSettled[row] === 0) groups[row] = own;
  };
  vectors.eachBlock((first, words) => {
    for (let row = 0; row < words.rows; row += 1) {
      fitsOf(words, row, board);
      place(first + row);
    }
  });
  const asked = quantile(sample, leads, leftOut);
  for (let row = 0; row < groups.length; row += 1) if (isSettled[row] === 0 && (fits[row] === 0 || leads[row]! < asked)) groups[row] = -1;
  return { groups, fits };
}

function quantile(rows: Int32Array, values: Float32Array, share: number): number {
  const sorted = Float32Array.from(rows, (row) => values[row]!).sort();
  return share <= 0 ? Number.NEGATIVE_INFINITY : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NEGATIVE_INFINITY);
}

/** The group with the largest fit, one excepted; -1 when nothing fits. */
function bestOf(fits: Float32Array, except: number): number {
  let [best, most] = [-1, 0];
  for (let group = 0; group < fits.length; group += 1) {
    if (fits[group]! > most && group !== except) [best, most] = [group, fits[group]!];
  }
  return best;
}
