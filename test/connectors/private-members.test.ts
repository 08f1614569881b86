import { openWorld } from '../../host/sources/github/world';
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
});
