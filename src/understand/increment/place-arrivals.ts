import { addPostings, newScoreBoard, takeTop } from '../evidence/top-rows';
import type { Impacts } from '../evidence/impacts';
import type { ReadCorpus } from '../text/read-corpus';

const NEAREST = 15;
/** Share of the likeness of its neighbours in themes that one theme must hold: what a sampled signal of a whole run is asked for, too. */
const BELONGS_FROM = 0.4;
/** Of fewer neighbours in themes a share says nothing. */
const FEWEST = 3;

export interface Placed {
  /** Place in the themes of the last run, -1 for none. */
  readonly theme: number;
  /** The theme's share of the likeness of neighbours in themes, 0..1. */
  readonly share: number;
}

/** Theme of a signal that the last run did not know: that of most of its nearest signals by words, or none. Themes themselves stay as they are. */
export function arrivalPlacer(read: ReadCorpus, { signals, signalsByTerm }: Impacts, placeOf: (row: number) => number): (row: number) => Placed {
  const board = newScoreBoard(signals.rows);
  return (row) => {
    for (let at = signals.starts[row]!; at < signals.starts[row + 1]!; at += 1) {
      const term = signals.columns[at]!;
      const factor = signals.weights[at]! * read.termWeight[term]!;
      if (factor > 0) addPostings(board, signalsByTerm.columns, signalsByTerm.weights, { from: signalsByTerm.starts[term]!, to: signalsByTerm.starts[term + 1]!, factor });
    }
    const shares = new Map<number, number>();
    let [all, placed] = [0, 0];
    for (const near of takeTop(board, NEAREST + 1)) {
      const theme = near.row === row ? -1 : placeOf(near.row);
      if (theme < 0) continue;
      all += near.score;
      placed += 1;
      shares.set(theme, (shares.get(theme) ?? 0) + near.score);
    }
    const [best] = [...shares].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const share = best === undefined ? 0 : best[1] / all;
    return { theme: best !== undefined && placed >= FEWEST && share >= BELONGS_FROM ? best[0] : -1, share };
  };
}
