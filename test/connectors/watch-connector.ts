import type { SourceRecord } from '../../src/domain/source-record';
import type { Connector, FeedPage } from '../../src/ports/connector';
import type { OpenWorld } from '../../host/sources/source-world';
import { openBench, type SourceBench } from './bench-source';
import { findConnectors } from './find-connectors';
import { liveAWhile, wordsOf } from './live-a-while';

export interface Watched {
  readonly bench: SourceBench;
  readonly connector: Connector;
  /** What the connector made of the vendor's pages, oldest first. */
  readonly items: readonly SourceRecord[];
  /** What the vendor answered with 200. */
  readonly replies: readonly unknown[];
}

/** A source that is read while customers speak and change what they said, with all that went over the wire and what became of it. */
export async function watchConnector(folder: string): Promise<Watched> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing: step 5 of docs/adding-a-source.md`);
  const { connector, openWorld } = found;
  const [items, replies]: [SourceRecord[], unknown[]] = [[], []];
  const { poll } = connector;
  const noted = (page: FeedPage<SourceRecord>): FeedPage<SourceRecord> => (items.push(...page.items), page);
  const watched: Connector = { ...connector, ...(poll === undefined ? {} : { poll: async (ask) => noted(await poll(ask)) }) };
  const bench = await openBench(watched, listened(openWorld, replies), `${folder} watched`);
  liveAWhile(bench, 40);
  await bench.cycle(4);
  for (const id of [...bench.world.live().keys()].slice(-5)) bench.world.rewrite(id, wordsOf(bench.random));
  bench.clock.advance(60_000);
  await bench.cycle(5);
  return { bench, connector, items, replies };
}

/** A source whose vendor leaves out the field that holds what customers wrote, wherever it stands, and says nothing about it. */
export async function readWordless(folder: string): Promise<SourceBench> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
  const { connector, openWorld } = found;
  const said: string[] = [];
  const bench = await openBench(connector, (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      return typeof reply.body === 'string' ? reply : { ...reply, body: without(said, JSON.parse(JSON.stringify(reply.body))) };
    } };
  }, `${folder} wordless`);
  for (let count = 0; count < 12; count += 1) {
    said.push(wordsOf(bench.random));
    bench.world.speak(said.at(-1) ?? '');
    bench.clock.advance(60_000);
  }
  await bench.cycle(3);
  return bench;
}

function without(words: readonly string[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => without(words, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => typeof inner !== 'string' || !words.some((one) => inner.includes(one))).map(([name, inner]) => [name, without(words, inner)]));
}

function listened(openWorld: OpenWorld, replies: unknown[]): OpenWorld {
  return (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      if (reply.status === 200) replies.push(JSON.parse(JSON.stringify(reply.body)));
      return reply;
    } };
  };
}
