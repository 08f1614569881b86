import { hasSharedData, sharedRows } from '../../../../eval/shared-data';
import { readTranscript } from '../../../../src/ingest/transcript/read-transcript';

interface Said {
  readonly speaker: string;
  readonly text: string;
}

const clock = (seconds: number, mark: string): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':') + `${mark}000`;

const WRITTEN: Readonly<Record<string, (turns: readonly Said[]) => string>> = {
  json: (turns) => JSON.stringify({ turns }),
  txt: (turns) => turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n\n'),
  srt: (turns) => turns.map((turn, at) => `${at + 1}\n${clock(at * 9, ',')} --> ${clock(at * 9 + 9, ',')}\n${turn.speaker}: ${turn.text}\n`).join('\n'),
  vtt: (turns) => `WEBVTT\n\n${turns.map((turn, at) => `${clock(at * 9, '.')} --> ${clock(at * 9 + 9, '.')}\n<v ${turn.speaker}>${turn.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}\n`).join('\n')}`,
};

if (hasSharedData()) {
  describe('44 real calls', () => {
    const calls = sharedRows('calls_earnings21/calls.jsonl.gz').map((row) => (row['turns'] as readonly Said[]).map(({ speaker, text }) => ({ speaker, text: text.replace(/\s+/gu, ' ').trim() })).filter((turn) => turn.text !== ''));

    it.each(Object.keys(WRITTEN))('come back word for word and with their speakers from %s', async (format) => {
      expect(calls).toHaveLength(44);
      for (const turns of calls) {
        const read = await readTranscript(WRITTEN[format]?.(turns) ?? '');
        expect(read.format).toBe(format);
        expect(read.problems).toEqual([]);
        expect(new Set(read.speakers)).toEqual(new Set(turns.map((turn) => turn.speaker)));
        for (const speaker of read.speakers) expect(firstDifference(wordsOf(read.turns, speaker), wordsOf(turns, speaker))).toBeUndefined();
      }
    });
  });
}

function wordsOf(turns: readonly { readonly speaker?: string; readonly text: string }[], speaker: string): string {
  return turns.filter((turn) => turn.speaker === speaker).map((turn) => turn.text).join(' ').normalize('NFC');
}

/** Hours of speech make an unreadable failure: only the place where two texts part is shown. */
function firstDifference(a: string, b: string): string | undefined {
  if (a === b) return undefined;
  const at = [...a].findIndex((char, place) => char !== b[place]);
  return `${a.slice(Math.max(0, at - 30), at + 30)} | ${b.slice(Math.max(0, at - 30), at + 30)}`;
}
