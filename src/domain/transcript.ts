/** One person's uninterrupted words in a conversation, as the transcript gives them. */
export interface Turn {
  /** As written in the transcript; absent where it names nobody. */
  readonly speaker?: string;
  /** From the start of the conversation, in milliseconds; absent where the transcript has no times. */
  readonly startMs?: number;
  readonly endMs?: number;
  readonly text: string;
  /** The transcript says, by its times or in words, that others spoke at once: whose words these are is then less sure. */
  readonly isCrosstalk?: true;
}

export type TranscriptFormat = 'vtt' | 'srt' | 'json' | 'txt';

/** A conversation as it was read from a file. */
export interface Transcript {
  readonly format: TranscriptFormat;
  readonly turns: readonly Turn[];
  /** Speakers in the order of their first turn. */
  readonly speakers: readonly string[];
  /** What of the file could not be read, in words; the rest was. */
  readonly problems: readonly string[];
}

/** Who a speaker is to us. Never guessed from what was said: a person or the source says it. */
export type Side = 'customer' | 'ours' | 'unknown';

/** A customer's turn, ready to become a signal. */
export interface CustomerTurn {
  /** Place among all turns of the conversation, 0-based: stable while the transcript is. */
  readonly seq: number;
  readonly speaker: string;
  readonly startMs?: number;
  readonly text: string;
}

/** Why a turn is not a customer's words. */
export type TurnSkip = 'said by us' | 'speaker unknown' | 'several spoke at once' | 'no words';

export interface CustomerTurns {
  readonly said: readonly CustomerTurn[];
  /** Turns left out, by reason; with `said` they sum to all turns. */
  readonly skipped: Readonly<Partial<Record<TurnSkip, number>>>;
}

/** Below this many letters a turn ("Yes.", "Mm-hm") says nothing that could be evidence; where a letter is a syllable or a word, it counts for three. */
const LEAST_LETTERS = 12;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/**
 * The customers' turns of a conversation. A turn whose speaker nobody has named is not counted as a customer's,
 * and neither is one where several spoke at once: a wrong attribution would be a made-up quote.
 */
export function customerTurns(turns: readonly Turn[], sideOf: (speaker: string) => Side): CustomerTurns {
  const said: CustomerTurn[] = [];
  const skipped: Partial<Record<TurnSkip, number>> = {};
  for (const [seq, turn] of turns.entries()) {
    const skip = skipOf(turn, sideOf);
    if (skip !== undefined) skipped[skip] = (skipped[skip] ?? 0) + 1;
    else said.push({ seq, speaker: turn.speaker ?? '', text: turn.text, ...(turn.startMs === undefined ? {} : { startMs: turn.startMs }) });
  }
  return { said, skipped };
}

function skipOf(turn: Turn, sideOf: (speaker: string) => Side): TurnSkip | undefined {
  const side = turn.speaker === undefined ? 'unknown' : sideOf(turn.speaker);
  if (side === 'ours') return 'said by us';
  if (side === 'unknown') return 'speaker unknown';
  if (turn.isCrosstalk === true) return 'several spoke at once';
  const letters = (turn.text.match(/\p{L}/gu)?.length ?? 0) + 2 * (turn.text.match(DENSE)?.length ?? 0);
  return letters < LEAST_LETTERS ? 'no words' : undefined;
}
