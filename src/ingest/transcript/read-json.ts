import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Turn } from '../../domain/transcript';

const Speaker = z.union([z.string().max(255), z.number().int()]).nullish();
const PlainTurn = z.object({
  speaker: Speaker,
  text: z.string(),
  startMs: z.number().min(0).nullish(),
  endMs: z.number().min(0).nullish(),
});
/** Gong, POST /v2/calls/transcript: sentences in milliseconds, grouped by speaker and topic (https://gong.app.gong.io/settings/api/documentation). */
const GongPart = z.object({
  speakerId: Speaker,
  sentences: z.array(z.object({ start: z.number().min(0), end: z.number().min(0), text: z.string() })),
});
const Plain = z.union([z.array(PlainTurn), z.object({ turns: z.array(PlainTurn) }).transform((one) => one.turns)]);
const Gong = z.union([
  z.object({ transcript: z.array(GongPart) }).transform((one) => one.transcript),
  z.object({ callTranscripts: z.array(z.object({ transcript: z.array(GongPart) })).length(1) }).transform((one) => one.callTranscripts.flatMap((call) => call.transcript)),
]);
const Shape = z.union([Plain.transform((turns) => turns.map(turnOfPlain)), Gong.transform((parts) => parts.flatMap(turnOfGong))]);

/**
 * A transcript in JSON: a list of `{speaker, text, startMs?, endMs?}`, the same under `turns`, or one call as Gong gives it.
 * @throws BadInput that says where the shape is another
 */
export function readJsonTranscript(value: unknown): readonly Turn[] {
  return parseAt('transcript', Shape, value).filter((turn) => turn.text !== '');
}

function turnOfPlain(given: z.output<typeof PlainTurn>): Turn {
  return turn(given.speaker, given.startMs, given.endMs, given.text);
}

function turnOfGong(part: z.output<typeof GongPart>): Turn[] {
  const [first, last] = [part.sentences[0], part.sentences.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [turn(part.speakerId, first.start, last.end, part.sentences.map((one) => one.text).join(' '))];
}

function turn(speaker: string | number | null | undefined, startMs: number | null | undefined, endMs: number | null | undefined, text: string): Turn {
  const name = speaker === null || speaker === undefined ? '' : String(speaker).trim();
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    ...(name === '' ? {} : { speaker: name }),
    ...(typeof startMs === 'number' ? { startMs } : {}),
    ...(typeof endMs === 'number' ? { endMs } : {}),
  };
}
