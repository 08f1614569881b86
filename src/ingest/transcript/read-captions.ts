import { parseText } from 'media-captions';
import type { Turn } from '../../domain/transcript';
import { readSpeakerLine } from './speaker-line';

/** Turns of a caption file, one per voice and cue, and what of the file could not be read. */
export interface ReadCaptions {
  readonly turns: readonly Turn[];
  /** Places in the file that were left out, in words; empty for a whole file. */
  readonly problems: readonly string[];
}

const VOICE = /<v(?:\.[^\s>]+)*\s+([^>]+)>/gu;
/** The tags that WebVTT and SubRip know. Other angle brackets are words: transcribers write `<crosstalk>` and `<inaudible>`. */
const MARKUP = /<\/?(?:b|i|u|s|c|v|lang|ruby|rt|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>/giu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', lrm: '', rlm: '' };

/** WebVTT (https://www.w3.org/TR/webvtt1/) or SubRip. A cue that cannot be read is named, and the others are kept. */
export async function readCaptions(text: string, type: 'vtt' | 'srt'): Promise<ReadCaptions> {
  const { cues, errors } = await parseText(text, { type, errors: true });
  return {
    turns: cues.flatMap((cue) => turnsOfCue(cue.text, Math.round(cue.startTime * 1000), Math.round(cue.endTime * 1000))),
    problems: errors.map((error) => error.message),
  };
}

/** A cue holds one voice or several (`<v Ana>…</v><v Bo>…`); without voice tags a line may begin with the speaker's name. */
function turnsOfCue(text: string, startMs: number, endMs: number): Turn[] {
  const voices = [...text.matchAll(VOICE)];
  if (voices.length === 0) return turnsOfLines(text, startMs, endMs);
  const before = plain(text.slice(0, voices[0]?.index));
  const turns = voices.map((voice, place) => ({ speaker: plain(voice[1] ?? ''), startMs, endMs, text: plain(text.slice(voice.index + voice[0].length, voices[place + 1]?.index)) }));
  return (before === '' ? turns : [{ startMs, endMs, text: before }, ...turns]).filter((turn) => turn.text !== '');
}

function turnsOfLines(text: string, startMs: number, endMs: number): Turn[] {
  const turns: Turn[] = [];
  for (const line of text.split('\n')) {
    const { speaker, text: words } = readSpeakerLine(plain(line));
    const last = turns.at(-1);
    if (speaker === undefined && last !== undefined) turns[turns.length - 1] = { ...last, text: `${last.text} ${words}`.trim() };
    else if (speaker !== undefined || words !== '') turns.push({ startMs, endMs, text: words, ...(speaker === undefined ? {} : { speaker }) });
  }
  return turns.filter((turn) => turn.text !== '');
}

/** Without markup, as words. Tags are taken out once, before entities are resolved, so that `&lt;b&gt;` stays what the speaker dictated. */
function plain(text: string): string {
  return text
    .replace(MARKUP, '')
    .replace(/&(amp|lt|gt|nbsp|quot|lrm|rlm);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/gu, ' ')
    .trim();
}
