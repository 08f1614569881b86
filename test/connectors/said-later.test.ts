import { openWorld as openIntercom } from '../../host/sources/intercom/world';
import { openWorld as openJira } from '../../host/sources/jira/world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import { intercom } from '../../src/connectors/intercom';
import { jira } from '../../src/connectors/jira';
import { zendesk } from '../../src/connectors/zendesk';
import { weighSupport } from '../../src/decide/weigh-support';
import type { Signal } from '../../src/domain/signal';
import { takeDeletedIssue } from '../../src/ingest/sources/take-deleted';
import { anIssue } from '../build/stored';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const DAY = 86_400_000;
const ISSUE = { id: '4711', key: 'TB-7' };

async function signals(bench: SourceBench): Promise<readonly Signal[]> {
  return (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 1_000)).rows.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** Somebody spoke, and speaks again in the same conversation more than a year later. */
async function talked(connector: typeof zendesk, openWorld: typeof openZendesk) {
  const bench = await openBench(connector, openWorld, `later ${connector.id}`);
  const id = bench.world.speak('The export loses rows');
  bench.clock.advance(3_600_000);
  await bench.cycle();
  const first = (await signals(bench))[0];
  bench.clock.advance(400 * DAY);
  const now = bench.clock.now();
  bench.world.sayMore?.(id, 'It still loses rows, we will cancel');
  bench.clock.advance(3_600_000);
  await bench.cycle(2);
  return { bench, id, first, now };
}

describe.each([
  ['Zendesk', zendesk, openZendesk], ['Jira', jira, openJira], ['Intercom', intercom, openIntercom],
] as const)('what a customer says today in an old conversation of %s', (_name, connector, openWorld) => {
  it('counts as said today, beside what was said then', async () => {
    const { bench, id, first, now } = await talked(connector, openWorld);
    const [old, late, ...more] = await signals(bench);
    expect(more).toEqual([]);
    expect(old).toEqual(first);
    expect(late).toMatchObject({ text: 'It still loses rows, we will cancel', author: first?.author });
    expect(late?.externalId.startsWith(`${id}/`)).toBe(true);
    expect(Math.abs(Date.parse(late?.at ?? '') - Date.parse(now))).toBeLessThan(1_000);
    expect(await bench.coverage()).toBe('complete');
  });

  it('is support of this year, where the team linked the conversation', async () => {
    const { bench, id } = await talked(connector, openWorld);
    await bench.ports.stores.issues.saveIssues(PRODUCT, [anIssue(ISSUE.id, ISSUE.key)], bench.clock.now());
    bench.world.link?.(id, ISSUE);
    await bench.cycle(26);
    const decisions = await bench.ports.stores.decisions.decisionsOfIssue(PRODUCT, ISSUE.id);
    expect(decisions).toHaveLength(2);
    const byId = new Map((await signals(bench)).map((one) => [one.id, one]));
    const since = new Date(Date.parse(bench.clock.now()) - 365 * DAY).toISOString();
    const support = weighSupport({ evidence: [], decisions, signal: (signal: string) => ({ at: byId.get(signal)?.at ?? '', customer: byId.get(signal)?.author ?? '', visibility: 'open' }), themeStrength: 0 } as never, since);
    expect(support).toMatchObject({ confirmed: 1 });
    bench.world.unlink?.(id, ISSUE);
    await bench.cycle(24 * 8);
    expect(await bench.ports.stores.decisions.decisionsOfIssue(PRODUCT, ISSUE.id)).toEqual([]);
  });

  it('goes with its conversation, and a canary of it is found where that is shown', async () => {
    const { bench, id } = await talked(connector, openWorld);
    const ids = (await signals(bench)).map((one) => one.externalId);
    expect(await connector.probe?.({ settings: bench.world.settings, secret: (name: string) => bench.world.secrets[name] ?? '', now: bench.clock.now(), since: '', canaries: ids, http: await httpOf(bench) } as never)).toEqual({ found: ids });
    bench.world.remove(id);
    if (connector.isJira === true) await takeDeletedIssue(bench.needs, id);
    bench.clock.advance(31 * DAY);
    await bench.cycle(3);
    expect(await signals(bench)).toEqual([]);
  });
});

/** The source as the connector sees it, without limits and waiting. */
async function httpOf({ world }: SourceBench) {
  return {
    json: async (url: string, { method = 'GET', query = {}, headers = {}, body }: { method?: string; query?: Record<string, string>; headers?: Record<string, string>; body?: unknown } = {}) => {
      const address = new URL(url, 'https://jira.invalid');
      for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value));
      const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      return world.answer({ method, host: address.host, path: address.pathname, query: address.searchParams, headers: lower, body: body === undefined ? '' : JSON.stringify(body) }).body;
    },
  };
}

describe('what a colleague of the requester writes', () => {
  it('is the colleague\'s, with the organisation that the ticket is of left to the requester', async () => {
    const { emptyState } = await import('../../host/sources/zendesk/state');
    const { worldOf } = await import('../../host/sources/zendesk/world');
    const state = emptyState();
    const bench = await openBench(zendesk, (needs) => worldOf(needs, state), 'colleague');
    const id = bench.world.speak('The export loses rows');
    state.users.set(9001, { id: 9001, role: 'end-user', email: 'ben@other.example', locale: 'de' });
    const ticket = state.tickets.get(Number(id));
    ticket?.comments.push({ id: 9100, author: 9001, body: 'We have it too', isPublic: true, at: ticket.createdAt });
    bench.clock.advance(3_600_000);
    await bench.cycle();
    const said = await signals(bench);
    expect(said.map(({ externalId, author }) => [externalId, author]).toSorted()).toEqual([[id, `acme.zendesk.com:${ticket?.requester ?? ''}`], [`${id}/9100`, 'acme.zendesk.com:9001']]);
    expect(said.find((one) => one.externalId === `${id}/9100`)).toMatchObject({ text: 'We have it too', locale: 'de' });
    expect(await bench.needs.connections.findConnection(CONNECTION)).toBeDefined();
  });
});
