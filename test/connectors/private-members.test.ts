import { openWorld, worldOf, type Organisation } from '../../host/sources/github/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { github } from '../../src/connectors/github';
import { testSource } from '../../src/ingest/sources/connect-source';
import { openBench, PRODUCT, type SourceBench } from './bench-source';

/** Everybody writes as an outsider, as members do who keep that private; the repository is an organisation's. */
function privately(settings: object, teams: number): OpenWorld {
  return (needs) => {
    const world = openWorld(needs);
    return { ...world, settings: { ...world.settings, ...settings }, answer: (call) => {
      if (call.path === '/orgs/harbor/teams') return { status: teams, body: teams === 200 ? [] : { message: 'Resource not accessible by personal access token' } };
      const reply = world.answer(call);
      const text = JSON.stringify(reply.body ?? null).replace(/"author(_a|A)ssociation":"[A-Z_]+"/g, '"author$1ssociation":"NONE"');
      const body = JSON.parse(text) as unknown;
      return { ...reply, body: /^\/repos\/[^/]+\/[^/]+$/.test(call.path) ? { ...(body as object), owner: { login: 'harbor', type: 'Organization' } } : body };
    } };
  };
}

const tested = (bench: SourceBench) => testSource(bench.needs, { connector: 'github', product: PRODUCT, name: 'x', visibility: 'open', days: 30, fields: { ...bench.world.settings, ...bench.world.secrets } });

describe('one of us whom GitHub shows as an outsider', () => {
  it('is ours where the connection names them, in whatever case', async () => {
    const bench = await openBench(github, privately({}, 200), 'unnamed');
    bench.world.speak('Somebody needs dark mode');
    await bench.cycle(2);
    const [known] = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10)).rows;
    const number = /\d+$/.exec(known?.author ?? '')?.[0];
    expect(number).toBeDefined();
    const named = await openBench(github, privately({ ours: `somebody, U${number ?? ''}` }, 200), 'unnamed');
    named.world.speak('Somebody needs dark mode');
    await named.cycle(2);
    expect((await named.ports.stores.signals.pageSignals(PRODUCT, undefined, 10)).rows).toEqual([]);
  });

  it.each([[403, 1], [404, 1], [200, 0]])('is warned of by the test where teams answer %i, which only who may read members is shown', async (status, warnings) => {
    const bench = await openBench(github, privately({}, status), 'warned');
    const test = await tested(bench);
    expect(test).toMatchObject({ ok: true });
    const said = test.ok ? (test.warnings ?? []) : [];
    expect(said.filter((one) => one.includes('may not read the members of harbor'))).toHaveLength(warnings);
  });

  /** The organisation's members write as outsiders, issues and comments alike. */
  async function openHarbor(seed: string, { hidden, mayRead }: { readonly hidden: readonly number[]; readonly mayRead: boolean }): Promise<{ readonly bench: SourceBench; readonly organisation: Organisation }> {
    const organisation: Organisation = { shown: [7], hidden, mayReadMembers: mayRead };
    const world: OpenWorld = (needs) => {
      const opened = worldOf(needs, { repo: 'harbor/mail', key: 'github_pat_key', issues: [], organisation });
      return { ...opened, answer: (call) => {
        const reply = opened.answer(call);
        return { ...reply, body: JSON.parse(JSON.stringify(reply.body ?? null).replace(/"author_association":"[A-Z_]+"/g, '"author_association":"NONE"')) as unknown };
      } };
    };
    return { bench: await openBench(github, world, seed), organisation };
  }
  const hiddenOnes = (one: number): readonly number[] => Array.from({ length: 300 }, (_, index) => 1_000 + index).filter((id) => id !== one);
  const askedFor = (bench: SourceBench): number => bench.arrivals.filter((one) => one.path === '/orgs/harbor/members').length;
  const authors = async (bench: SourceBench): Promise<readonly (string | undefined)[]> => (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows.map((one) => /\d+$/.exec(one.author ?? '')?.[0]);

  it('is ours where the key may read members, over several pages of them, and nobody else is', async () => {
    const { bench } = await openHarbor('listed', { hidden: hiddenOnes(1_137), mayRead: true });
    for (let said = 0; said < 60; said += 1) bench.world.speak(`Somebody needs dark mode ${said}`);
    bench.world.answerAsAgent('We look into it.');
    await bench.cycle(2);
    const outsiders = [...bench.world.authors()].filter(([, author]) => author === '1137').length;
    expect(await authors(bench)).toEqual(Array.from({ length: outsiders }, () => '1137'));
    expect(await bench.stored()).not.toContain('We look into it.');
  });

  it('is looked up once a day', async () => {
    const { bench } = await openHarbor('daily', { hidden: [], mayRead: true });
    bench.world.speak('Somebody needs dark mode');
    // The poll and the list of links.
    await bench.cycle(20);
    expect(askedFor(bench)).toBe(2);
    await bench.cycle(48);
    expect(askedFor(bench)).toBeLessThanOrEqual(6);
    expect(askedFor(bench)).toBeGreaterThanOrEqual(4);
  });

  it('goes from what was kept within a day, where the key may read members from now on', async () => {
    const { bench, organisation } = await openHarbor('granted', { hidden: hiddenOnes(0), mayRead: false });
    for (let said = 0; said < 5; said += 1) bench.world.speak(`Somebody needs dark mode ${said}`);
    await bench.cycle(30);
    expect(await authors(bench)).toHaveLength(5);
    organisation.mayReadMembers = true;
    await bench.cycle(26);
    expect(await authors(bench)).toEqual([]);
  });

  it.each([403, 404])('stays ours while the list may not be read any more (%i)', async (status) => {
    const { bench } = await openHarbor(`kept ${status}`, { hidden: hiddenOnes(0), mayRead: true });
    bench.world.speak('Somebody needs another font');
    await bench.cycle(2);
    bench.fault = (path) => (path.endsWith('/members') ? { kind: 'status', status } : undefined);
    await bench.cycle(30);
    bench.world.speak('Somebody needs dark mode');
    await bench.cycle(2);
    expect(await authors(bench)).toEqual([]);
  });
});
