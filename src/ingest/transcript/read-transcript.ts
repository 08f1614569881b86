import { BadInput } from '../../domain/errors';
import type { Transcript, TranscriptFormat, Turn } from '../../domain/transcript';
import { cleanText } from '../clean-text';
import { markCrosstalk } from '../../domain/crosstalk';
import { joinTurns } from './join-turns';
import { readCaptions } from './read-captions';
import { readJsonTranscript } from './read-json';
import { readPlain } from './read-plain';

/**
 * A conversation from a file: WebVTT, SubRip, JSON (ours or Gong's) or plain text with names. The format is told from the content, not from the file's name.
 * @throws BadInput when nothing in it can be read as a turn: an unreadable file is never an empty conversation
 */
export async function readTranscript(content: string): Promise<Transcript> {
  const text = cleanText(content);
  const format = formatOf(text);
  const { turns: read, problems } = await readAs(format, text);
  const turns = joinTurns(markCrosstalk(read));
  if (turns.length === 0) throw new BadInput('transcript', '(whole)', text === '' ? 'the file is empty' : `nothing in it can be read as ${FORMAT_WORDS[format]}`);
  return { format, turns, problems, speakers: [...new Set(turns.flatMap((turn) => turn.speaker ?? []))] };
}

const FORMAT_WORDS: Readonly<Record<TranscriptFormat, string>> = {
  vtt: 'WebVTT captions', srt: 'SubRip captions', json: 'a JSON transcript', txt: 'a transcript',
};

function formatOf(text: string): TranscriptFormat {
  if (/^WEBVTT(?:\s|$)/u.test(text)) return 'vtt';
  if (/^[[{]\s*(?:["{[\]}]|$)/u.test(text)) return 'json';
  return /^(?:\d+\n)?\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/mu.test(text) ? 'srt' : 'txt';
}

async function readAs(format: TranscriptFormat, text: string): Promise<{ readonly turns: readonly Turn[]; readonly problems: readonly string[] }> {
  switch (format) {
    case 'vtt':
    case 'srt':
      return readCaptions(text, format);
    case 'json':
      return { turns: readJsonTranscript(parseJson(text)), problems: [] };
    case 'txt':
      return { turns: readPlain(text), problems: [] };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadInput('transcript', '(whole)', 'begins like JSON and is not valid JSON', { cause });
  }
}
