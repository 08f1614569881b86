import { authorIn } from '../../src/domain/id-space';
import type { PrepareSignals } from '../../src/ingest/prepare-signals';
import { isAddressOrName } from '../../src/ingest/redact/redact-signal';
import { spaceOf } from '../../src/ingest/sources/id-spaces';
import { CONNECTION, PRODUCT, type SourceBench } from './bench-source';
import { aMonth, liveAWhile, notWhole, wordsOf } from './live-a-while';

const ELSEWHERE = 'elsewhere';

/** A record that says so itself belongs to another product: what routing rules do, without the rules. */
function routeMoved(bench: SourceBench): void {
  const { prepare } = bench.needs;
  Object.assign(bench.needs, {
    prepare: async (...[connection, records]: Parameters<PrepareSignals>) => {
      const plain = await prepare(connection, records);
      return plain.map((one, index) => (one.kind === 'kept' && Object.values(records[index]?.routing ?? {}).flat().includes(ELSEWHERE) ? { ...one, product: ELSEWHERE } : one));
    },
  });
}

async function storedAuthors(bench: SourceBench): Promise<ReadonlyMap<string, string>> {
  const pages = await Promise.all([PRODUCT, ELSEWHERE].map((product) => bench.ports.stores.signals.pageSignals(product, undefined, 100_000)));
  return new Map(pages.flatMap(({ rows }) => rows.flatMap((one) => (one.author === undefined ? [] : [[one.externalId, one.author] as const]))));
}

/** Where who said what differs from the source, and where so many customers are counted as there are not. */
async function wrongPeople(bench: SourceBench): Promise<readonly string[]> {
  const connection = await bench.needs.connections.findConnection(CONNECTION);
  if (connection === undefined) throw new RangeError('nothing is connected');
  const space = spaceOf(bench.needs, connection);
  const pseudonym = await bench.needs.loadPseudonym();
  const said = new Map([...bench.world.authors()].map(([id, author]) => [id, authorIn(space, isAddressOrName(author) ? pseudonym(author) : author)]));
  const stored = await storedAuthors(bench);
  const wrong = [...said].filter(([id, author]) => stored.get(id) !== author).map(([id, author]) => `${id} is by ${author}, stored as ${stored.get(id) ?? 'nobody'}`);
  const invented = [...stored.keys()].filter((id) => !said.has(id)).map((id) => `${id} has an author that the source does not tell`);
  const [customers, counted] = [new Set(said.values()).size, new Set(stored.values()).size];
  return [...wrong, ...invented, ...(customers === counted ? [] : [`${counted} customers counted of ${customers}`])].slice(0, 5);
}

/** Two records of different people, chosen by chance; undefined where there are none. */
function twoPeople({ world, random }: SourceBench): readonly [readonly [string, string], readonly [string, string]] | undefined {
  const all = [...world.authors()];
  const first = all[Math.floor(random() * all.length)];
  const second = all.find(([, author]) => author !== first?.[1]);
  return first === undefined || second === undefined ? undefined : [first, second];
}

/**
 * People, records and brands are renamed and merged in an order of chance, and after each the source is read: customers are counted as the
 * source has them, nobody's words change, and what moved elsewhere is there and not here. Reading everything anew says the same.
 */
export async function identitiesChange(bench: SourceBench): Promise<readonly string[]> {
  const { world, random } = bench;
  const { rename, mergePeople, mergeRecords, move } = world.identity;
  await bench.ports.stores.products.saveProduct({ id: ELSEWHERE, name: 'Elsewhere', projects: ['EL'] });
  routeMoved(bench);
  liveAWhile(bench, 40);
  await bench.cycle(2);
  const moved = new Set<string>();
  const wrong: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const pair = twoPeople(bench);
    const act = Math.floor(random() * 4);
    if (act === 0) rename?.();
    else if (act === 1 && pair !== undefined) mergePeople?.(pair[0][1], pair[1][1]);
    else if (act === 2 && pair !== undefined) mergeRecords?.(pair[0][0], pair[1][0]);
    else if (act === 3 && move !== undefined) {
      const id = [...world.live().keys()].filter((one) => !moved.has(one))[Math.floor(random() * 5)];
      if (id !== undefined) {
        move(id);
        moved.add(id);
      }
    }
    world.speak(wordsOf(random));
    await bench.cycle(2);
  }
  if ((await wrongPeople(bench)).length > 0 || (await misplaced(bench, moved)).length > 0) await aMonth(bench);
  wrong.push(...(await wrongPeople(bench)), ...(await misplaced(bench, moved)));
  await aMonth(bench);
  wrong.push(...(await wrongPeople(bench)).map((one) => `read anew: ${one}`));
  return [...wrong, ...(moved.size === 0 ? await notWhole(bench) : [])];
}

/** What moved is with the other product alone, with its newest words; the rest is all here. */
async function misplaced(bench: SourceBench, moved: ReadonlySet<string>): Promise<readonly string[]> {
  const there = new Set((await bench.ports.stores.signals.pageSignals(ELSEWHERE, undefined, 100_000)).rows.map((one) => one.externalId));
  const here = await bench.stored();
  const live = bench.world.live();
  // One call or conversation is moved as a whole, with all that was said in it.
  const groupOf = (id: string): string => (/^\d{15,}#|^\d+\//.test(id) ? (id.split(/[#/]/, 1)[0] ?? id) : id);
  const groups = new Set([...moved].map(groupOf));
  const wrong = [...live.keys()].flatMap((id) => {
    const isMoved = groups.has(groupOf(id));
    if (isMoved && !there.has(id)) return [`${id} moved and is not there`];
    if (isMoved && here.has(id)) return [`${id} moved and is still here`];
    return !isMoved && !here.has(id) ? [`lost ${id}`] : [];
  });
  return wrong.slice(0, 5);
}

