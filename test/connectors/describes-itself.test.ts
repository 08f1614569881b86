import { SourceForbidden, SourceUnauthorised } from '../../src/domain/source-errors';
import type { FeedAsk } from '../../src/ports/connector';
import { openAsk } from '../../src/ingest/sources/open-ask';
import { CONNECTION, PRODUCT } from './bench-source';
import { polledFolders } from './find-connectors';
import { namesUntold, unfitRecords, unlikeNewer } from './record-faults';
import { readWordless, watchConnector, type Watched } from './watch-connector';

/** A list beside the records has no more pages than this in an emulated vendor. */
const MOST_PAGES = 50;

const ask = async ({ bench, connector }: Watched): Promise<FeedAsk> => openAsk(bench.needs, connector, { id: CONNECTION, settings: bench.world.settings, since: '2024-01-01T00:00:00.000Z' });

const fits = (host: string, entry: string): boolean => entry === host || (entry.startsWith('*.') && host.endsWith(entry.slice(1)));

/** Everything that a list beside the records gives. */
async function wholeList(watched: Watched, list: 'accounts' | 'links'): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  const first = await ask(watched);
  let checkpoint: FeedAsk['checkpoint'];
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await watched.connector[list]?.({ ...first, ...(checkpoint === undefined ? {} : { checkpoint }) });
    if (page === undefined) return items;
    items.push(...page.items);
    if (page.isLast) return items;
    checkpoint = page.checkpoint;
  }
  throw new Error(`the list of ${list} has no end`);
}

describe.each(polledFolders())('%s as it describes itself', (folder) => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await watchConnector(folder);
  }, 60_000);

  it('is called as its folder is, and its emulated vendor opens its form with its own fields', () => {
    const { connector, bench: { world } } = watched;
    const wrong: string[] = [];
    if (connector.id !== folder.replace(/^_/, '')) wrong.push(`id in src/connectors/${folder}/index.ts is "${connector.id}": it has to be "${folder}", stands in every connection and is never changed later`);
    if (world.connector !== connector.id) wrong.push(`connector in host/sources/${folder}/world.ts is "${world.connector}", not "${connector.id}"`);
    const typed = { ...world.settings, ...world.secrets };
    for (const field of connector.fields) {
      const value = typed[field.name];
      if (value === undefined && field.isOptional !== true) wrong.push(`the world fills in no "${field.name}", which is not optional`);
      if (value !== undefined && field.pattern !== undefined && field.pattern.exec(value)?.[0] !== value) wrong.push(`"${value}" of the world does not match the pattern of "${field.name}"`);
      if (value !== undefined && (field.kind === 'secret') !== (field.name in world.secrets)) wrong.push(`"${field.name}" is of kind ${field.kind}, and stands among the world's ${field.name in world.secrets ? 'secrets' : 'settings'}`);
    }
    for (const name of Object.keys(typed)) if (!connector.fields.some((field) => field.name === name)) wrong.push(`the world fills in "${name}", which is no field of the connector`);
    expect(wrong).toEqual([]);
  });

  it('reaches no host that the manifest would not let through', () => {
    const { connector, bench: { world } } = watched;
    const closed = connector.isJira === true ? [] : connector.hosts(world.settings).filter((host) => !connector.egress.some((entry) => fits(host, entry)));
    expect(closed.map((host) => `${host} of \`hosts\` is in no entry of \`egress\`: on a site no request would leave`)).toEqual([]);
  });

  it('gives records that are what they say, and routing facts that a rule can look at', () => {
    expect(unfitRecords(watched)).toEqual([]);
  });

  it('keeps the time at which something was said when it is changed, and gives the newer words a greater revision', () => {
    expect(unlikeNewer(watched)).toEqual([]);
  });

  it('tells every name that it reads beside an author, so that it is taken out of the words', () => {
    expect(namesUntold(watched)).toEqual([]);
  });

  it('takes answers that have lost their words for unreadable, never for wordless', async () => {
    const bench = await readWordless(folder);
    const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
    expect(Object.keys(coverage?.skipped ?? {}).filter((reason) => !reason.startsWith('unreadable')).map((reason) => `an answer without its words was left out as "${reason}", as if nobody had said anything: the field that holds them is not optional in schema.ts`)).toEqual([]);
    // Of what has a title as well, the title is left.
    const [kept, state] = [(await bench.stored()).size, await bench.coverage()];
    expect(state === 'gap' || kept === bench.world.live().size).toBe(true);
  });

  it('is tested with a sentence of what was found; with a key that is not accepted it says so', async () => {
    const { connector, bench: { world } } = watched;
    expect(await connector.test?.(await ask(watched))).toMatchObject({ ok: true, found: expect.stringMatching(/\S/) as unknown });
    world.revoke(true);
    const told = await connector.test?.(await ask(watched)).catch((error: unknown) => error);
    world.revoke(false);
    expect(told instanceof SourceUnauthorised || told instanceof SourceForbidden || (told as { readonly ok: boolean }).ok === false).toBe(true);
  });

  it.each(['accounts', 'links'] as const)('reads its %s to their end, where it has such a list; its world has an account then', async (list) => {
    // Links are there only once somebody made one.
    const atLeast = list === 'accounts' && watched.connector.accounts !== undefined ? 1 : 0;
    expect((await wholeList(watched, list)).length).toBeGreaterThanOrEqual(atLeast);
  });
});
