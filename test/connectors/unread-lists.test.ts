import { openWorld } from '../../host/sources/zendesk/world';
import { zendesk } from '../../src/connectors/zendesk';
import { countNoNumber } from '../../src/connectors/zendesk/map';
import { Organization } from '../../src/connectors/zendesk/schema';
import { listTroubles } from '../../src/ingest/sources/list-troubles';
import { CONNECTION, openBench, type SourceBench } from './bench-source';

const REFUSED = { kind: 'status', status: 403 } as const;

describe('a list beside the records', () => {
  it.each([['accounts', 'organizations'], ['links', 'jira/links']] as const)('%s that may not be read leave the records heard, are named with the reason, and are well when they can be read again', async (list, path) => {
    const bench = await openBench(zendesk, openWorld, list);
    bench.world.speak('export fails');
    await bench.cycle(2);
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toEqual([]);
    bench.fault = (asked) => (asked.includes(path) ? REFUSED : undefined);
    bench.world.speak('print fails');
    for (let half = 0; half < 5; half += 1) {
      bench.clock.advance(11 * 3_600_000);
      await bench.cycle();
    }
    expect((await bench.stored()).size).toBe(2);
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toMatchObject([{ list, reason: 'source/forbidden' }]);
    bench.fault = undefined;
    for (let half = 0; half < 5; half += 1) {
      bench.clock.advance(11 * 3_600_000);
      await bench.cycle();
    }
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toEqual([]);
  });

  it('says of accounts how many have no number where their revenue should be, over all pages and until the next list', async () => {
    let values: readonly string[] = ['tbd', '12,000', '', 'soon'];
    const paged: typeof zendesk = { ...zendesk, accounts: async ({ checkpoint }) => {
      const page = typeof checkpoint === 'number' ? checkpoint : 0;
      const one = values[page] ?? '';
      return { items: [], checkpoint: page + 1 === values.length ? 0 : page + 1, isLast: page + 1 === values.length, isWhole: true, noNumber: countNoNumber([Organization.parse({ id: 1, name: 'A', updated_at: '2025-06-30T00:00:00Z', organization_fields: { arr: one } })], 'arr') };
    } };
    const bench = await openBench(paged, openWorld, 'no number');
    const said = async () => (await bench.needs.connections.findFeed(CONNECTION, 'accounts')).noNumber;
    bench.killAt = (place) => place === 'checkpoint-moved';
    await bench.cycle(2);
    expect(await said()).toEqual({ without: 2, of: 3 });
    values = ['12,000'];
    await bench.cycle(26);
    expect(await said()).toEqual({ without: 0, of: 1 });
  });

  it('goes on after a broken round whose page the source has forgotten', async () => {
    let isForgotten = false;
    const bench = await linked('forgotten', 250, (body, query) => {
      // What it gives out from then on it knows again.
      if (!query.has('page[after]')) isForgotten = false;
      return isForgotten ? undefined : body;
    });
    let pages = 0;
    bench.killAt = (place) => place === 'checkpoint-moved' && bench.arrivals.some((one) => one.path.includes('jira/links')) && (pages += 1) === 1;
    await bench.cycle();
    bench.killAt = undefined;
    expect((await bench.needs.connections.findFeed(CONNECTION, 'links')).checkpoint).toEqual({ after: '100' });
    isForgotten = true;
    await bench.cycle(26);
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toEqual([]);
    expect((await bench.needs.connections.findFeed(CONNECTION, 'links')).completedAt).toBeDefined();
  });

  it('that goes on and does not say where is not taken for its end', async () => {
    const bench = await linked('no cursor', 150, (body) => ({ ...body, meta: { has_more: true, after_cursor: null } }));
    await bench.cycle(2);
    expect(await listTroubles(bench.needs.connections, CONNECTION)).toMatchObject([{ list: 'links', reason: 'source/unreadable' }]);
  });
});

/** A desk with so many links to Jira; `change` answers undefined where the page is not known. */
async function linked(seed: string, count: number, change: (body: object, query: URLSearchParams) => object | undefined): Promise<SourceBench> {
  const bench = await openBench(zendesk, (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      if (!call.path.includes('jira/links')) return reply;
      const body = change(reply.body as object, call.query);
      return body === undefined ? { status: 400, body: { error: 'InvalidPaginationParameter' } } : { ...reply, body };
    } };
  }, seed);
  const id = bench.world.speak('export fails');
  for (let at = 0; at < count; at += 1) bench.world.link?.(id, { id: String(at), key: `TB-${at}` });
  return bench;
}
