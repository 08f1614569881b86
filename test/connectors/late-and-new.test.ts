import { gong } from '../../src/connectors/gong';
import { surveyMonkey } from '../../src/connectors/surveymonkey';
import { openWorld as openGong } from '../../host/sources/gong/world';
import { openWorld as openSurveys } from '../../host/sources/surveymonkey/world';
import type { Call } from '../../host/sources/source-world';
import { openBench } from './bench-source';

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
        return isNew ? { ...reply, body: JSON.parse(JSON.stringify(reply.body).replaceAll('"7002"', '"7003"')) as unknown } : reply;
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
