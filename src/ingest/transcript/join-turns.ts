import type { Turn } from '../../domain/transcript';

/** Captions cut a sentence into many cues: what one speaker says on end is one turn. */
export function joinTurns(turns: readonly Turn[]): readonly Turn[] {
  const joined: Turn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (last !== undefined && last.speaker !== undefined && last.speaker === turn.speaker && last.isCrosstalk === turn.isCrosstalk) joined[joined.length - 1] = join(last, turn);
    else joined.push(turn);
  }
  return joined;
}

function join(a: Turn, b: Turn): Turn {
  const end = b.endMs ?? a.endMs;
  return { ...a, text: `${a.text} ${b.text}`.trim(), ...(end === undefined ? {} : { endMs: end }) };
}
