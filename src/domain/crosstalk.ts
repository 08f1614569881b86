import type { Turn } from './transcript';

/** How transcribers write that voices overlapped. */
const SAID_SO = /[[(<](?:crosstalk|cross[- ]talk|overlapping(?: voices| speech)?|talking over each other|simultaneous speech)[\])>]/iu;
/** Recorders overlap neighbouring cues by a breath; more than this is two people speaking. */
const BREATH_MS = 700;

/** Marks turns in which several spoke at once: said so in the text, or by times of different speakers that overlap. */
export function markCrosstalk(turns: readonly Turn[]): readonly Turn[] {
  const overlapping = overlaps(turns);
  return turns.map((turn, index) => (SAID_SO.test(turn.text) || overlapping.has(index) ? { ...turn, isCrosstalk: true } : turn));
}

/** Places of turns whose time is shared with another speaker's, one pass over the turns by start. */
function overlaps(turns: readonly Turn[]): ReadonlySet<number> {
  const found = new Set<number>();
  const timed = turns
    .map((turn, index) => ({ index, speaker: turn.speaker, start: turn.startMs, end: turn.endMs }))
    .filter((one): one is typeof one & { start: number; end: number } => one.start !== undefined && one.end !== undefined)
    .sort((a, b) => a.start - b.start || a.index - b.index);
  let open: typeof timed = [];
  for (const turn of timed) {
    open = open.filter((one) => one.end - turn.start > BREATH_MS);
    for (const other of open) {
      if (other.speaker === turn.speaker || Math.min(other.end, turn.end) - turn.start <= BREATH_MS) continue;
      found.add(other.index);
      found.add(turn.index);
    }
    open.push(turn);
  }
  return found;
}
