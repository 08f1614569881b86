import type { Turn } from '../../domain/transcript';
import { readSpeakerLine } from './speaker-line';

/** A plain text: a line that names a speaker begins a turn, the lines after it belong to it. Words before the first name have no speaker. */
export function readPlain(text: string): readonly Turn[] {
  const turns: { speaker?: string; startMs?: number; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const { speaker, startMs, text: words } = readSpeakerLine(line.trim());
    if (speaker !== undefined || turns.length === 0) {
      turns.push({ lines: words === '' ? [] : [words], ...(speaker === undefined ? {} : { speaker }), ...(startMs === undefined ? {} : { startMs }) });
    } else {
      turns.at(-1)?.lines.push(words);
    }
  }
  return turns.map(({ lines, ...turn }) => ({ ...turn, text: lines.join(' ') })).filter((turn) => turn.text !== '');
}
