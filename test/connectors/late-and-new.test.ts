import { gong } from '../../src/connectors/gong';
import { surveyMonkey } from '../../src/connectors/surveymonkey';
import { openWorld as openGong } from '../../host/sources/gong/world';
import { openWorld as openSurveys } from '../../host/sources/surveymonkey/world';
import type { Call } from '../../host/sources/source-world';
import { CONNECTION, openBench, type SourceBench } from './bench-source';

const HOUR = 3_600_000;

describe('Gong', () => {
  it('gives a transcript that comes eight hours after its call, and one that is edited the same day, within seven hours', async () => {
    let hidden: string | undefined;
    const bench = await openBench(gong, (needs) => {
      const world = openGong(needs);
      return { ...world, answer: (call: Call) => {
        const reply = world.answer(call);
        const { callTranscripts } = reply.body as { callTranscripts?: readonly { readonly callId: string }[] };
        return callTranscripts === undefined || hidden === undefined ? reply : { ...reply, body: { ...(reply.body as object), callTranscripts: callTranscripts.filter((one) => one.callId !== hidden) } };
      } };
    }, 'late transcripts');
    for (let index = 0; index < 12; index += 1) bench.world.speak(`Call number ${'abcdefghijkl'[index] ?? ''} was fine`);
    const [edited] = [...bench.world.live().keys()];
    const late = bench.world.speak('The export is missing');
    hidden = late.split('#')[0];
    await bench.cycle(8);
    expect((await bench.stored()).has(late)).toBe(false);
    hidden = undefined;
    bench.world.rewrite(edited ?? '', 'It was not fine at all');
    await bench.cycle(7);
    expect((await bench.stored()).get(late)).toContain('The export is missing');
    expect((await bench.stored()).get(edited ?? '')).toContain('It was not fine at all');
  });

  /** A call of one turn of a customer and one of ours, read; and what Gong says of it from then on. */
  async function openTalk(seed: string): Promise<{ readonly bench: SourceBench; readonly first: string; say(change: (answer: string) => string): void }> {
    let change = (answer: string): string => answer;
    const bench = await openBench(gong, (needs) => {
      const world = openGong(needs);
      return { ...world, answer: (call: Call) => {
        const reply = world.answer(call);
        return { ...reply, body: JSON.parse(change(JSON.stringify(reply.body))) as unknown };
      } };
    }, seed);
    const first = bench.world.speak('The export takes an hour every morning');
    bench.world.answerAsAgent('We will look into that with the team');
    bench.clock.advance(5 * HOUR);
    await bench.cycle();
    expect([...(await bench.stored()).keys()]).toEqual([first]);
    return { bench, first, say: (next) => void (change = next) };
  }

  it('whom it later says to be ours is quoted no more, and is again when it takes that back', async () => {
    const { bench, first, say } = await openTalk('corrected');
    say((answer) => answer.replaceAll('"External"', '"Internal"'));
    await bench.cycle(7);
    expect([...(await bench.stored()).keys()]).toEqual([]);
    say((answer) => answer);
    await bench.cycle(7);
    expect([...(await bench.stored()).keys()]).toEqual([first]);
  });

  it('speakers that were swapped are put right: the words of ours go, the customer’s come', async () => {
    const { bench, first, say } = await openTalk('swapped');
    say((answer) => answer.replaceAll('"External"', '"Other"').replaceAll('"Internal"', '"External"').replaceAll('"Other"', '"Internal"'));
    await bench.cycle(7);
    expect([...(await bench.stored())]).toEqual([[first.replace('#0', '#1'), expect.stringContaining('We will look into that')]]);
  });

  it('a transcript whose turns were put together leaves none of the former ones', async () => {
    const { bench, first, say } = await openTalk('together');
    const turns = async (): Promise<number> => (await bench.needs.connections.recordsOfGroups(CONNECTION, [first.split('#')[0] ?? ''])).length;
    const before = await turns();
    say((answer) => {
      const body = JSON.parse(answer) as { callTranscripts?: readonly { readonly transcript: readonly unknown[] }[] };
      return body.callTranscripts === undefined ? answer : JSON.stringify({ ...body, callTranscripts: body.callTranscripts.map((one) => ({ ...one, transcript: one.transcript.slice(0, 1) })) });
    });
    await bench.cycle(7);
    expect([before, await turns()]).toEqual([2, 1]);
  });

  it('a call that was made private is quoted no more, within the hour while it is young', async () => {
    const { bench, say } = await openTalk('private');
    bench.world.speak('We lose our filters again and again');
    await bench.cycle();
    say((answer) => answer.replaceAll('"isPrivate":false', '"isPrivate":true'));
    await bench.cycle();
    expect((await bench.stored()).size).toBe(1);
    await bench.cycle(6);
    expect((await bench.stored()).size).toBe(0);
  });

  it('a speaker of whom it suddenly says nothing takes nothing away: that is an answer we could not read', async () => {
    const { bench, first, say } = await openTalk('untold');
    say((answer) => answer.replaceAll('"affiliation":"External",', ''));
    await bench.cycle(7);
    expect([...(await bench.stored()).keys()]).toEqual([first]);
    expect(await bench.coverage()).toBe('gap');
  });

  it('is not asked again for what was heard: two requests while nothing happens, on a busy day too', async () => {
    const bench = await openBench(gong, openGong, 'busy day');
    for (let index = 0; index < 250; index += 1) {
      bench.world.speak('It was fine');
      bench.clock.advance(60_000);
    }
    await bench.cycle();
    const counts: number[] = [];
    for (let hour = 0; hour < 4; hour += 1) {
      const before = bench.arrivals.length;
      await bench.cycle();
      counts.push(bench.arrivals.length - before);
    }
    // The last four hours held two hundred calls and more: pages of their list, and no transcript.
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
    expect(counts.at(-1)).toBe(2);
  });
});

describe('SurveyMonkey', () => {
  it('asks for the questions once a day, and at once where an answer is to a new one', async () => {
    let isNew = false;
    const bench = await openBench(surveyMonkey, (needs) => {
      const world = openSurveys(needs);
      return { ...world, answer: (call: Call) => {
        const reply = world.answer(call);
        return isNew ? { ...reply, body: JSON.parse(JSON.stringify(reply.body).replaceAll('"7002"', '"7099"')) as unknown } : reply;
      } };
    }, 'a new question');
    const detailsAsked = (): number => bench.arrivals.filter((one) => one.path.endsWith('/details')).length;
    for (let hour = 0; hour < 6; hour += 1) {
      bench.world.speak('Too slow');
      await bench.cycle();
    }
    expect(detailsAsked()).toBe(1);
    isNew = true;
    const id = bench.world.speak('Too expensive');
    await bench.cycle();
    expect(detailsAsked()).toBe(2);
    expect((await bench.stored()).get(id)).toBe('Too expensive');
    bench.clock.advance(25 * HOUR);
    bench.world.speak('Too loud');
    await bench.cycle();
    expect(detailsAsked()).toBe(3);
  });
});
