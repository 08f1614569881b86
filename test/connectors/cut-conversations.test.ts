import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openIntercom, worldOf as intercomOf } from '../../host/sources/intercom/world';
import { worldOf as zendeskOf } from '../../host/sources/zendesk/world';
import { AGENT, emptyState } from '../../host/sources/zendesk/state';
import { coverageOf } from '../../src/domain/coverage';
import { isChosenSkip, isKnownSkip } from '../../src/domain/skip-reasons';
import { github } from '../../src/connectors/github';
import { withThread } from '../../src/connectors/github/read-thread';
import { intercom } from '../../src/connectors/intercom';
import { jira } from '../../src/connectors/jira';
import { zendesk } from '../../src/connectors/zendesk';
import type { FeedAsk } from '../../src/ports/connector';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const NOT_READ = 'not-read: too-long';

async function skipped(bench: SourceBench): Promise<{ readonly receipt: Readonly<Record<string, number>> | undefined; readonly coverage: Readonly<Record<string, number>> | undefined }> {
  const [receipt] = await bench.needs.connections.listReceipts(CONNECTION, 1);
  const coverage = coverageOf(await bench.ports.stores.products.listCoverage(PRODUCT), 0, bench.clock.now());
  return { receipt: receipt?.skipped, coverage: coverage.sources[0]?.skipped };
}

it('the rest of a conversation may hold a customer\'s words: silence does not rest on it', () => {
  expect([isKnownSkip(NOT_READ), isChosenSkip(NOT_READ)]).toEqual([true, false]);
});

describe('a long ticket in Zendesk', () => {
  const talk = (count: number) => {
    const state = emptyState();
    return { state, fill: (id: string) => {
      const ticket = state.tickets.get(Number(id));
      for (let at = 1; at < count; at += 1) ticket?.comments.push({ id: 900_000 + at, author: at % 2 === 0 ? ticket.requester : AGENT, body: `Comment ${at}`, isPublic: true, at: ticket.createdAt });
    } };
  };

  it('is read to its end', async () => {
    const { state, fill } = talk(1_205);
    const bench = await openBench(zendesk, (needs) => zendeskOf(needs, state), 'long');
    const id = bench.world.speak('The first words');
    fill(id);
    await bench.cycle(2);
    expect([...(await bench.stored()).values()].join('\n')).toContain('Comment 1204');
    expect(await skipped(bench)).toEqual({ receipt: {}, coverage: {} });
  });

  it('whose next page leads nowhere is kept as far as it goes, and counted as not read', async () => {
    const { state, fill } = talk(150);
    const bench = await openBench(zendesk, (needs) => {
      const world = zendeskOf(needs, state);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        return call.path.endsWith('/comments.json') ? { ...reply, body: { ...(reply.body as object), meta: { has_more: true, after_cursor: 'again' } } } : reply;
      } };
    }, 'stuck');
    const id = bench.world.speak('The first words');
    fill(id);
    await bench.cycle(2);
    expect((await bench.stored()).get(id)).toContain('The first words');
    expect((await skipped(bench)).coverage).toEqual({ [NOT_READ]: 1 });
  });
});

describe('a request in Jira with many comments', () => {
  const customer = { accountId: 'qm:1', accountType: 'customer', displayName: 'Ann' };
  const comment = (at: number) => ({ id: String(at + 1), author: customer, body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: `Comment ${at}` }] }] }, created: '2025-06-01T10:00:00.000+0000', jsdPublic: true });
  const issue = { id: '1', key: 'SUP-1', fields: { summary: 'Slow', description: null, created: '2025-06-01T10:00:00.000+0000', updated: '2025-06-02T10:00:00.000+0000', reporter: customer, creator: customer, status: { name: 'Open' }, project: { key: 'SUP' }, issuetype: { name: 'Request' }, comment: { comments: [comment(0)], total: 300 } } };

  it.each([[300, []], [100, [{ externalId: '1/rest', reason: NOT_READ }]]])('of 300 comments %i are brought by its pages: the rest is read, or counted as not read', async (brought, left) => {
    let asked = 0;
    const json = async (path: string) => {
      if (path.includes('/field')) return [];
      if (path.includes('/search/jql')) return { issues: [issue] };
      asked += 1;
      return { comments: Array.from({ length: Math.max(0, Math.min(100, brought - (asked - 1) * 100)) }, (_, at) => comment((asked - 1) * 100 + at)), total: 300 };
    };
    const page = await jira.poll?.({ now: '2025-06-03T00:00:00.000Z', since: '2025-01-01T00:00:00.000Z', settings: { projects: 'SUP' }, secret: () => '', pseudonym: (text) => text, http: { weigh: () => undefined, json } as unknown as FeedAsk['http'] });
    expect(page?.items.map((one) => one.text).join('\n')).toContain(`Comment ${brought - 1}`);
    expect((page?.skipped ?? []).map(({ externalId, reason }) => ({ externalId, reason }))).toEqual(left);
  });
});

describe('a long conversation in Intercom', () => {
  it('with more parts than Intercom gives is kept, and counted as not read to its end', async () => {
    const bench = await openBench(intercom, (needs) => {
      const world = openIntercom(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        const body = reply.body as { conversation_parts?: object };
        return body.conversation_parts === undefined || !call.path.endsWith('4000001') ? reply : { ...reply, body: { ...body, conversation_parts: { ...body.conversation_parts, total_count: 731 } } };
      } };
    }, 'parts');
    bench.world.speak('The first words');
    bench.world.speak('A short one');
    await bench.cycle();
    expect((await bench.stored()).size).toBe(2);
    expect(await skipped(bench)).toEqual({ receipt: { [NOT_READ]: 1 }, coverage: { [NOT_READ]: 1 } });
  });

  it.each([[9_990, '/companies/list'], [10_020, '/companies/scroll']])('of %i companies all are read, the ones beyond a list by scrolling, which is begun again when Intercom forgot it', async (count, path) => {
    const companies = Array.from({ length: count }, (_, at) => ({ id: `co-${at}`, name: `Company ${at}`, website: `https://c${at}.example` }));
    const bench = await openBench(intercom, (needs) => intercomOf(needs, { talks: [], companies, region: 'us', key: 'k' }), 'companies');
    const taken = new Set<string>();
    const needs = { ...bench.needs, takeAccounts: async (_: unknown, accounts: readonly { readonly externalId: string }[]) => accounts.forEach((one) => taken.add(one.externalId)) };
    Object.assign(bench, { needs });
    let isForgotten = false;
    bench.fault = (asked) => {
      if (asked !== '/companies/scroll' || isForgotten || taken.size < 5_000) return undefined;
      isForgotten = true;
      return { kind: 'status', status: 404 };
    };
    await bench.cycle(2);
    expect(taken.size).toBe(count);
    expect(bench.arrivals.some((one) => one.path === path)).toBe(true);
  });
});

describe('a long discussion on GitHub', () => {
  interface Spoken { readonly databaseId: number; readonly body: string; readonly replies?: readonly Spoken[] }
  const node = ({ databaseId, body }: Spoken) => ({ databaseId, body, url: `https://github.com/harbor/mail/discussions/1#${databaseId}`, createdAt: '2025-06-30T00:00:00Z', updatedAt: '2025-06-30T00:00:00Z', authorAssociation: 'NONE', author: { __typename: 'User', databaseId: 5 } });
  const page = (all: readonly unknown[], first: number, after: string | null) => {
    const from = Number(after ?? 0);
    return { pageInfo: { hasNextPage: from + first < all.length, endCursor: String(from + first) }, nodes: all.slice(from, from + first) };
  };
  const bench = (comments: readonly Spoken[], isGone = false) => openBench(github, (needs) => {
    const world = openGitHub(needs);
    return { ...world, answer: (call) => {
      if (call.path !== '/graphql') return world.answer(call);
      const { query, variables } = JSON.parse(call.body) as { query: string; variables: { number?: number; after: string | null } };
      if (query.includes('discussion(number')) {
        if (isGone) return { status: 200, body: { data: { repository: { discussion: null } }, errors: [{ type: 'NOT_FOUND', path: ['repository', 'discussion'], message: 'Could not resolve to a Discussion' }] } };
        const whole = comments.map((one) => ({ ...node(one), replies: page((one.replies ?? []).map(node), 100, null) }));
        return { status: 200, body: { data: { repository: { discussion: { comments: page(whole, 100, variables.after) } } } } };
      }
      const first = { number: 1, title: 'Calendars', body: 'Shared calendars please', url: 'https://github.com/harbor/mail/discussions/1', createdAt: '2025-06-30T00:00:00Z', updatedAt: '2025-06-30T00:00:00Z', upvoteCount: 3, authorAssociation: 'NONE', author: { __typename: 'User', databaseId: 4 }, category: null };
      const listed = { ...first, comments: page(comments.map((one) => ({ ...node(one), replies: { totalCount: one.replies?.length ?? 0 } })), 100, null) };
      return { status: 200, body: { data: { repository: { hasDiscussionsEnabled: true, discussions: { nodes: [listed], pageInfo: { hasNextPage: false, endCursor: null } } } } } };
    } };
  }, 'discussion');
  const said = (count: number, from = 1): Spoken[] => Array.from({ length: count }, (_, at) => ({ databaseId: from + at, body: `Comment ${from + at}` }));

  it('is read to its end, with the replies to its comments', async () => {
    const one = await bench([...said(149), { databaseId: 150, body: 'Comment 150', replies: said(80, 1_000) }]);
    await one.cycle();
    expect((await one.stored()).size).toBe(1 + 150 + 80);
    expect((await one.stored()).get('harbor/mail/d1/c1079')).toBe('Comment 1079');
    expect(await skipped(one)).toEqual({ receipt: {}, coverage: {} });
  });

  it('that is short costs no request more', async () => {
    const one = await bench(said(100));
    await one.cycle();
    expect((await one.stored()).size).toBe(101);
    // The list alone, once for the words and once for the links in it.
    expect(one.arrivals.filter(({ path }) => path === '/graphql')).toHaveLength(2);
  });

  it('with more replies than are read is counted as not read to its end', async () => {
    const one = await bench([{ databaseId: 1, body: 'Comment 1', replies: said(101, 1_000) }]);
    await one.cycle();
    expect((await one.stored()).size).toBe(102);
    expect(await skipped(one)).toEqual({ receipt: { [NOT_READ]: 1 }, coverage: { [NOT_READ]: 1 } });
  });

  it.each([[1_000, 1_000, false], [1_001, 1_000, true]])('of %i comments %i are read', async (count, read, isCut) => {
    const all = said(count).map((one) => ({ ...node(one), replies: page([], 100, null) }));
    const client = { get: async () => undefined, graphql: async (_query: string, { after }: Readonly<Record<string, unknown>>) => ({ repository: { discussion: { comments: page(all, 100, typeof after === 'string' ? after : null) } } }) };
    const listed = { number: 1, title: 'Calendars', body: 'Shared', url: '', createdAt: '2025-06-30T00:00:00Z', updatedAt: '2025-06-30T00:00:00Z', comments: { pageInfo: { hasNextPage: true }, nodes: [] } };
    const { thread } = (await withThread(client, 'harbor/mail', listed)) as { thread: { said: unknown[]; isCut: boolean } };
    expect([thread.said.length, thread.isCut]).toEqual([read, isCut]);
  });

  it('that was deleted since it was listed is no reason to call GitHub unheard', async () => {
    const one = await bench(said(120), true);
    await one.cycle();
    expect((await skipped(one)).coverage).toEqual({ [NOT_READ]: 1 });
    expect((await one.needs.connections.findFeed(CONNECTION, 'poll')).blind).toBeUndefined();
  });
});
