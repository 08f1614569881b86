import { newFits, type Centroids } from './centroids';
import { saidOf, type Telling } from './claims';
import type { ThemeVectors } from './theme-vectors';

/** Theme per signal (-1 for unassigned) and the fit to its centroid, or to the nearest one when unassigned. */
export interface Places {
  readonly groups: Int32Array;
  readonly fits: Float32Array;
}

export interface PlacesSoFar {
  /** Group of rows that are already placed, by their neighbours or by a person; -1 for the others. */
  readonly fixed: Int32Array;
  /** 1 for rows that a person placed: they never move. */
  readonly isPinned: Uint8Array;
  /** 1 for rows that their neighbours or a person settled: without a group in `fixed`, they stay out. */
  readonly isSettled: Uint8Array;
  /** Group of rows placed in the last run, where that theme is now; -1 for none. */
  readonly earlier: Int32Array;
  /** Rows by which the doubt is measured: the sampled ones, and how large a part of them was left out. */
  readonly sample: Int32Array;
  readonly leftOut: number;
}

/** A signal leaves the theme of its neighbours, or the one it was in, only for one whose claim is so many times its own. */
const MOVES_FOR = 1.25;
/** Themes looked at for each signal: those that fit best. */
const LOOKED_AT = 3;
/** So many times the part that neighbours doubted is left out: those they sent away, and the weakest claims. A long message mentions much that it is not about. */
const STRICTER = { short: 1.1, long: 1.55 };
/** What staying is worth to a signal that was in its theme before, so that nobody comes and goes at the edge. */
const STAYS_FOR = 0.08;

/**
 * Everyone goes where the claim is best: fit to the theme's centroid plus the share of the signal's own words that tell the
 * theme. The claim that is asked for is the one that leaves out a part of the sample somewhat larger than its neighbours doubted.
 */
export function placeSignals(vectors: ThemeVectors, centroids: Centroids, telling: Telling, { fixed, isPinned, isSettled, earlier, sample, leftOut }: PlacesSoFar): Places {
  const groups = new Int32Array(fixed.length).fill(-1);
  const fits = new Float32Array(groups.length);
  const claims = new Float32Array(groups.length);
  const board = new Float32Array(centroids.count);
  const fitsOf = newFits(vectors, centroids);
  vectors.eachBlock((first, words) => {
    for (let at = 0; at < words.rows; at += 1) {
      const row = first + at;
      if (isSettled[row] === 1 && fixed[row] === -1) continue;
      fitsOf(words, at, board);
      const claimOf = (group: number): number => board[group]! + saidOf(words, vectors.isFunctionWord, telling, { row: at, group });
      const known = fixed[row]! >= 0 ? fixed[row]! : earlier[row]!;
      let [own, claim] = known >= 0 ? [known, claimOf(known) * MOVES_FOR] : [-1, 0];
      for (let turn = 0, group = bestOf(board, Number.POSITIVE_INFINITY, -1); turn < LOOKED_AT && group >= 0 && isPinned[row] === 0; turn += 1, group = bestOf(board, board[group]!, group)) {
        const other = group === known ? 0 : claimOf(group);
        if (other > claim) [own, claim] = [group, other];
      }
      if (own < 0) continue;
      fits[row] = Math.min(1, board[own]!);
      claims[row] = (own === known ? claim / MOVES_FOR : claim) + (own === earlier[row] ? STAYS_FOR : 0);
      groups[row] = own;
    }
  });
  const asked = quantile(sample, claims, leftOut * (STRICTER.long + (STRICTER.short - STRICTER.long) * vectors.brevity));
  for (let row = 0; row < groups.length; row += 1) if (claims[row]! < asked && isPinned[row] === 0) groups[row] = -1;
  return { groups, fits };
}

function quantile(rows: Int32Array, values: Float32Array, share: number): number {
  const sorted = Float32Array.from(rows, (row) => values[row]!).sort();
  return share <= 0 ? Number.NEGATIVE_INFINITY : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NEGATIVE_INFINITY);
}

/** The group that fits best among those that fit less than `below`, or as well and come later than `after`; -1 when there is none. */
function bestOf(fits: Float32Array, below: number, after: number): number {
  let [best, most] = [-1, 0];
  for (let group = 0; group < fits.length; group += 1) {
    const fit = fits[group]!;
    if (fit > most && (fit < below || (fit === below && group > after))) [best, most] = [group, fit];
  }
  return best;
}
