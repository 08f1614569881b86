import { jira } from '../../src/connectors/jira';
import type { Connector } from '../../src/ports/connector';
import type { OpenWorld } from '../../host/sources/source-world';
import { pollSource } from '../../src/ingest/sources/poll-source';
import { openWorld as openJira } from '../../host/sources/jira/world';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';
import { wordsOf } from './live-a-while';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A number that a connector's limits name on the screen before connecting. */
interface Promised {
  /** As the screen says it. */
  readonly says: RegExp;
  readonly most: number;
  readonly withinMs: number;
  readonly path?: RegExp;
  /** What an answer counts; one request where it is absent. */
  readonly weight?: (answer: unknown) => number;
}

const ISSUES: Promised = { says: /5,000 issues an hour/, most: 5_000, withinMs: HOUR, path: /search\/jql$/, weight: (answer) => (answer as { issues?: readonly unknown[] }).issues?.length ?? 0 };

const PROMISES: Readonly<Record<string, readonly Promised[]>> = {
  'app-store': [{ says: /3,500 requests an hour/, most: 3_500, withinMs: HOUR }],
  github: [{ says: /5,000 requests an hour/, most: 5_000, withinMs: HOUR }],
  gong: [{ says: /three requests a second/, most: 3, withinMs: 1_000 }, { says: /90 requests a minute/, most: 90, withinMs: MINUTE }, { says: /10,000 a day/, most: 10_000, withinMs: 24 * HOUR }],
  'google-play': [{ says: /200 requests an hour/, most: 200, withinMs: HOUR }],
  intercom: [{ says: /90 a minute/, most: 90, withinMs: MINUTE }],
  jira: [ISSUES],
  surveymonkey: [{ says: /120 requests a minute/, most: 120, withinMs: MINUTE }, { says: /500 a day/, most: 500, withinMs: 24 * HOUR }],
  typeform: [{ says: /Two requests a second/, most: 2, withinMs: 1_000 }],
  zendesk: [{ says: /ten times a minute/, most: 10, withinMs: MINUTE, path: /\/incremental\// }],
};

/** How a limit is worded on a screen. */
const NUMBER = /\d (?:requests|issues) an? |a minute|a second|an hour|a day/;

interface Exchange {
  readonly at: number;
  readonly path: string;
  readonly answer: unknown;
}

/** Asked for by a hint, as soon as there may be one; what waits for its time stays on the queue. */
async function hint(bench: SourceBench): Promise<void> {
  bench.ports.jobs.length = 0;
  await pollSource(bench.needs, CONNECTION);
}

/** When each request came, and what was answered. */
async function benchOf(connector: Connector, openWorld: OpenWorld): Promise<{ readonly bench: SourceBench; readonly sent: Exchange[] }> {
  const sent: Exchange[] = [];
  let at = (): number => 0;
  const bench = await openBench(connector, (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      sent.push({ at: at(), path: call.path, answer: reply.body });
      return reply;
    } };
  }, `budget of ${connector.id}`);
  at = bench.clock.monotonicMs;
  // A job that is asked for later is no wait of this run.
  Object.assign(bench.needs, { queue: { push: async (job: never) => void bench.ports.jobs.push(job) } });
  return { bench, sent };
}

function weighed(sent: readonly Exchange[], { path, weight }: Promised): readonly { readonly at: number; readonly amount: number }[] {
  return sent.filter((one) => path?.test(one.path) !== false).map(({ at, answer }) => ({ at, amount: weight?.(answer) ?? 1 }));
}

/** The most that lies in any window of that length. */
function mostIn(all: readonly Exchange[], promised: Promised): number {
  const sent = weighed(all, promised);
  let [most, sum, from] = [0, 0, 0];
  for (const { at, amount } of sent) {
    sum += amount;
    for (let first = sent[from]; first !== undefined && first.at <= at - promised.withinMs; first = sent[from]) {
      sum -= first.amount;
      from += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
}

async function found(folder: string): Promise<{ readonly connector: Connector; readonly openWorld: OpenWorld }> {
  const one = (await findConnectors()).find((each) => each.folder === folder);
  if (one?.openWorld === undefined) throw new Error(`nothing emulates ${folder}`);
  return { connector: one.connector, openWorld: one.openWorld };
}

describe('the numbers that a connector names before connecting', () => {
  it.each(polledFolders().filter((folder) => !folder.startsWith('_')))('of %s are held to here', async (folder) => {
    const { connector } = await found(folder);
    const isNamed = connector.limits.some((limit) => NUMBER.test(limit));
    const wrong = isNamed ? `${folder} names a number in its \`limits\`: add a line to PROMISES in this test, so that it is held to it` : `${folder} names no number in its \`limits\` any more`;
    expect(isNamed === (PROMISES[folder] !== undefined) ? [] : [wrong]).toEqual([]);
  });

  it.each(Object.entries(PROMISES))('%s keeps to them over an hour of hints, one a minute, and a day', async (folder, promises) => {
    const { connector, openWorld } = await found(folder);
    expect(promises.filter((promised) => !connector.limits.some((limit) => promised.says.test(limit)))).toEqual([]);
    const { bench, sent } = await benchOf(connector, openWorld);
    for (let index = 0; index < 260; index += 1) bench.world.speak(wordsOf(bench.random));
    bench.clock.advance(3 * HOUR);
    for (let minute = 0; minute < 60; minute += 1) {
      if (minute % 5 === 0) bench.world.speak(wordsOf(bench.random));
      await hint(bench);
      bench.clock.advance(MINUTE);
    }
    for (let half = 0; half < 46; half += 1) {
      bench.world.speak(wordsOf(bench.random));
      await hint(bench);
      bench.clock.advance(HOUR / 2);
    }
    for (const promised of promises) expect(mostIn(sent, promised)).toBeLessThanOrEqual(promised.most);
    // Reading went on all the while.
    expect(new Set(sent.map((one) => Math.floor(one.at / (2 * HOUR)))).size).toBeGreaterThanOrEqual(12);
  }, 120_000);
});

describe('what Jira is asked', () => {
  it('is what changed in the last minutes, and the last hours once an hour', async () => {
    const { bench, sent } = await benchOf(jira, openJira);
    for (let index = 0; index < 250; index += 1) bench.world.speak(wordsOf(bench.random));
    await hint(bench);
    bench.clock.advance(20 * MINUTE);
    await hint(bench);
    sent.length = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      bench.clock.advance(MINUTE);
      bench.world.speak(wordsOf(bench.random));
      await hint(bench);
    }
    expect((await bench.stored()).size).toBe(310);
    // Of sixty hints one or two read three hours again, in four pages; the others no more than four minutes.
    const amounts = weighed(sent, ISSUES).map((one) => one.amount);
    expect(amounts.length).toBeLessThanOrEqual(60 + 2 * 3);
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60 * 5 + 2 * 310);
  });

  it('is, of two connections to one site, lent to the first, then half for each, and together never more than promised', async () => {
    const { bench, sent } = await benchOf(jira, openJira);
    const first = await bench.needs.connections.findConnection(CONNECTION);
    if (first === undefined) throw new Error('nothing is connected');
    await bench.needs.connections.saveConnection({ ...first, id: 'second' });
    for (let index = 0; index < 16_000; index += 1) bench.world.speak('It is slow');
    bench.clock.advance(MINUTE);
    const reads: Record<string, number> = {};
    for (let minute = 0; minute < 185; minute += 1) {
      for (const id of [CONNECTION, 'second']) {
        const before = sent.length;
        await pollSource(bench.needs, id);
        if (minute < 61) continue;
        reads[id] = (reads[id] ?? 0) + weighed(sent.slice(before), ISSUES).reduce((sum, one) => sum + one.amount, 0);
      }
      bench.clock.advance(MINUTE);
    }
    expect(mostIn(sent, ISSUES)).toBeLessThanOrEqual(5_000);
    expect(reads[CONNECTION]).toBe(reads['second']);
    expect(reads['second']).toBeGreaterThanOrEqual(2 * 1_200);
  });

  it.each([['two connections to one site', 'second'], ['one connection, by a hint and by the schedule', CONNECTION]])('is never more than promised where runs of %s begin at the same moment', async (_, other) => {
    const { bench, sent } = await benchOf(jira, openJira);
    const first = await bench.needs.connections.findConnection(CONNECTION);
    if (first === undefined) throw new Error('nothing is connected');
    if (other !== CONNECTION) await bench.needs.connections.saveConnection({ ...first, id: other });
    for (let index = 0; index < 12_000; index += 1) bench.world.speak('It is slow');
    bench.clock.advance(MINUTE);
    await Promise.all([pollSource(bench.needs, CONNECTION), pollSource(bench.needs, other)]);
    expect(mostIn(sent, ISSUES)).toBeLessThanOrEqual(5_000);
    expect(mostIn(sent, ISSUES)).toBeGreaterThanOrEqual(4_000);
  });

  it('is said to be held back where it waits, and is no gap while a first read goes as fast as it may', async () => {
    const { bench } = await benchOf(jira, openJira);
    for (let index = 0; index < 12_000; index += 1) bench.world.speak('It is slow');
    bench.clock.advance(MINUTE);
    const states = new Set<string>();
    let hours = 0;
    for (; hours < 12 && (await bench.needs.connections.findFeed(CONNECTION, 'poll')).completedAt === undefined; hours += 1) {
      await hint(bench);
      states.add(await bench.coverage());
      bench.clock.advance(HOUR + MINUTE);
    }
    const receipts = await bench.needs.connections.listReceipts(CONNECTION, 20);
    expect(new Set(receipts.slice(1).map((one) => one.heldBack))).toEqual(new Set(['source/budget-spent']));
    expect(states).toEqual(new Set(['reading', 'complete']));
    // As the screen says it: twelve thousand issues in three hours.
    expect(hours).toBe(3);
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.kept).toBe(12_000);
  });

  it('is asked for again when the wait is over, once, however many hints come before', async () => {
    const { bench } = await benchOf(jira, openJira);
    for (let index = 0; index < 8_000; index += 1) bench.world.speak('It is slow');
    bench.clock.advance(MINUTE);
    await hint(bench);
    const { notBefore } = await bench.needs.connections.findFeed(CONNECTION, 'poll');
    bench.clock.advance(Date.parse(notBefore ?? '') - Date.parse(bench.clock.now()) - 10 * MINUTE);
    bench.ports.jobs.length = 0;
    for (let early = 0; early < 5; early += 1) await pollSource(bench.needs, CONNECTION);
    expect(bench.ports.jobs.filter((job) => job.name === 'poll-source')).toHaveLength(1);
  });
});
