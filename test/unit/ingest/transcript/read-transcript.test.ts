import fc from 'fast-check';
import { readTranscript } from '../../../../src/ingest/transcript/read-transcript';

const said = async (content: string): Promise<readonly (readonly [string | undefined, string])[]> => (await readTranscript(content)).turns.map((turn) => [turn.speaker, turn.text]);

describe('reading a transcript', () => {
  it('reads WebVTT voices, several in one cue, and leaves out notes and styles', async () => {
    const file = `WEBVTT - a call\n\nNOTE nobody says this\n\nSTYLE\n::cue{color:red}\n\n1\n00:00:01.000 --> 00:00:04.000 align:start\n<v Ana Ruiz>The &amp; sign <i>breaks</i>\nthe export\n\n00:05.000 --> 00:06.000\n<v.loud Bo>Which one?</v><v Ana Ruiz>All of them</v>\n`;
    expect(await said(file)).toEqual([['Ana Ruiz', 'The & sign breaks the export'], ['Bo', 'Which one?'], ['Ana Ruiz', 'All of them']]);
  });

  it('names a cue that cannot be read and keeps the others', async () => {
    const { turns, problems } = await readTranscript('WEBVTT\n\nbad --> 00:07.000\nlost words\n\n00:08.000 --> 00:09.000\nKim: it crashes every day\n');
    expect(turns.map((turn) => turn.text)).toEqual(['it crashes every day']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('line 3');
  });

  it('reads SubRip with names in front, brackets, and lines that go on', async () => {
    expect(await said('1\n00:00:01,000 --> 00:00:04,000\nAna: Hello there\n\n2\n00:00:05,000 --> 00:00:06,000\n[Bo] Yes\nand then\n')).toEqual([['Ana', 'Hello there'], ['Bo', 'Yes and then']]);
  });

  it.each([
    ['name and colon', 'Ana Ruiz: it crashes\non every start\nBo: since when?'],
    ['time first', '[00:00:01] Ana Ruiz: it crashes\non every start\n[00:00:09] Bo: since when?'],
    ['name, then time, words below', 'Ana Ruiz  00:01\nit crashes\non every start\n\nBo  00:09\nsince when?'],
    ['time, then name, words below', '0:01 Ana Ruiz\nit crashes\non every start\n\n0:09 Bo\nsince when?'],
  ])('reads plain text: %s', async (_form, file) => {
    expect(await said(file)).toEqual([['Ana Ruiz', 'it crashes on every start'], ['Bo', 'since when?']]);
  });

  it('takes no address, stage direction or long sentence for a speaker', async () => {
    expect(await said('Ana: see\nhttps://example.com/page\n[crosstalk]\nWhat I want to say to all of you is this: no')).toEqual([
      ['Ana', 'see https://example.com/page [crosstalk] What I want to say to all of you is this: no'],
    ]);
  });

  it('leaves words before the first name without a speaker', async () => {
    expect(await said('welcome to the call\nAna: hello')).toEqual([[undefined, 'welcome to the call'], ['Ana', 'hello']]);
  });

  it('reads turns in JSON, and one call as Gong gives it', async () => {
    expect(await said('{"turns":[{"speaker":"S1","text":"hi "},{"speaker":null,"text":"noise"}]}')).toEqual([['S1', 'hi'], [undefined, 'noise']]);
    const gong = { callTranscripts: [{ callId: '7', transcript: [{ speakerId: '11', topic: 'x', sentences: [{ start: 10, end: 20, text: 'One.' }, { start: 21, end: 30, text: 'Two.' }] }] }] };
    expect((await readTranscript(JSON.stringify(gong))).turns).toEqual([{ speaker: '11', startMs: 10, endMs: 30, text: 'One. Two.' }]);
  });

  it('marks words that overlap another speaker by more than a breath, or that the transcriber marks', async () => {
    const { turns } = await readTranscript(
      JSON.stringify([
        { speaker: 'A', startMs: 0, endMs: 5_000, text: 'as I was saying' },
        { speaker: 'B', startMs: 3_000, endMs: 6_000, text: 'no, wait' },
        { speaker: 'A', startMs: 5_500, endMs: 8_000, text: 'fine' },
        { speaker: 'B', startMs: 9_000, endMs: 9_500, text: 'so <crosstalk> then' },
      ]),
    );
    expect(turns.map((turn) => turn.isCrosstalk === true)).toEqual([true, true, false, true]);
  });

  it.each([['', 'the file is empty'], ['{"turns": [', 'not valid JSON'], ['WEBVTT\n\n', 'WebVTT captions'], ['[]', 'a JSON transcript']])('refuses %j and says why', async (file, reason) => {
    await expect(readTranscript(file)).rejects.toThrow(reason);
  });

  it('loses no word of a plain text, whatever it holds', async () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('Ana', 'Bo Li', 'S3'), fc.array(word, { minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 12 }), async (turns) => {
        const { turns: read } = await readTranscript(turns.map(([name, words]) => `${name}: ${words.join(' ')}`).join('\n'));
        expect(read.map((turn) => turn.text).join(' ')).toBe(turns.map(([, words]) => words.join(' ')).join(' '));
        expect(read.every((turn, place) => place === 0 || turn.speaker !== read[place - 1]?.speaker)).toBe(true);
      }),
    );
  });

  it('fails only with a named reason on any bytes', async () => {
    const shapes = fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((text) => `WEBVTT\n\n${text}`), fc.json(), fc.string().map((text) => `1\n00:00:01,000 --> 00:00:02,000\n${text}`));
    await fc.assert(
      fc.asyncProperty(shapes, async (content) => {
        const outcome = await readTranscript(content).then((read) => read.turns.length > 0, (error: unknown) => (error as { code?: string }).code === 'edge/bad-input');
        expect(outcome).toBe(true);
      }),
    );
  });
});
