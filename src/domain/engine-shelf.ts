/** Texts as word counts, rows one after another: row r is `[starts[r], starts[r + 1])`. Counts are whole numbers. */
export interface ShelvedTexts {
  readonly counts: { readonly rows: number; readonly starts: Int32Array; readonly columns: Int32Array; readonly weights: Float32Array };
  readonly lengths: Float32Array;
  /** Bits of the sentences that hold each entry of `counts`. */
  readonly sentences: Int32Array;
}

/**
 * What a whole run of the engine leaves behind, so that what changes later is linked without reading everything again: every signal
 * as word counts, and what only the whole can know. No text, but the words (stems) that customers used.
 */
export interface EngineShelf {
  /** In rising order; a signal's row is its place here. */
  readonly ids: readonly string[];
  /** What each signal was, as a short mark (see `markOf`). */
  readonly marks: readonly string[];
  readonly texts: ShelvedTexts;
  /** Words by the number that `texts` knows them by. */
  readonly words: readonly string[];
  readonly themes: readonly string[];
  /** Theme of each signal, as a place in `themes`; -1 for none. */
  readonly places: Int32Array;
  readonly issues: readonly ShelvedIssue[];
  /** How many signals hold each code, address or name that an issue holds. */
  readonly exactCounts: readonly (readonly [mark: string, signals: number])[];
  /** Whether customers use the letters of a project's keys as a word. */
  readonly letters: readonly (readonly [letters: string, isWord: boolean])[];
  readonly weights: readonly number[];
  readonly shift: { readonly offset: number; readonly slope: number };
}

export interface ShelvedIssue {
  readonly id: string;
  readonly mark: string;
  /** Score of the last signal that the issue's own search takes; 0 where it takes all that share a word. */
  readonly floor: number;
  /** Rows of the signals in its list. */
  readonly signals: readonly number[];
}

/** A short mark of some texts: equal texts have equal marks, others in all likelihood different ones (53 bits). Bryc's cyrb53. */
export function markOf(...texts: readonly string[]): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const mix = (code: number): void => {
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  };
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) mix(text.charCodeAt(at));
    mix(0x10000);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
