import { emptyState, type ZendeskTicket } from '../../host/sources/zendesk/state';
import { worldOf as zendeskOf } from '../../host/sources/zendesk/world';
import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openIntercom, worldOf as intercomOf, type Talk } from '../../host/sources/intercom/world';
import { openWorld as openJira } from '../../host/sources/jira/world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import { github } from '../../src/connectors/github';
import { toRecords as callRecords } from '../../src/connectors/gong/map';
import { intercom } from '../../src/connectors/intercom';
import { jira } from '../../src/connectors/jira';
import { toRecords as requestRecords } from '../../src/connectors/jira/map';
import type { Request } from '../../src/connectors/jira/schema';
import { zendesk } from '../../src/connectors/zendesk';
import { coverageOf } from '../../src/domain/coverage';
import type { Signal } from '../../src/domain/signal';
import { takeRecords } from '../../src/ingest/sources/take-records';
import { rememberErased } from '../../src/ingest/subject/erased-people';
import { spokenSpans } from '../../src/domain/spoken-spans';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const HOUR = 3_600_000;
/** More words than are looked at of one text. */
const LONG = `${'We keep the books of a small shop here and would like to say how we do it. '.repeat(30)}And the export to Datev loses rows.`;

async function signals(bench: SourceBench): Promise<readonly Signal[]> {
  return (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 1_000)).rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.externalId.length - b.externalId.length || (a.externalId < b.externalId ? -1 : 1)));
}

async function skipped(bench: SourceBench): Promise<Readonly<Record<string, number>> | undefined> {
  return coverageOf(await bench.ports.stores.products.listCoverage(PRODUCT), 0, bench.clock.now()).sources[0]?.skipped;
}

const spokenIn = (text = ''): string => spokenSpans(text).map(({ start, end }) => text.slice(start, end)).join('\n');

describe.each([
  ['Zendesk', zendesk, openZendesk], ['Jira', jira, openJira], ['Intercom', intercom, openIntercom],
] as const)('more than is looked at of one text, in %s', (_name, connector, openWorld) => {
  it('comes in several signals of that customer and hour, each looked at whole, which go with their message', async () => {
    const bench = await openBench(connector, openWorld, `long ${connector.id}`);
    const id = bench.world.speak(LONG);
    bench.clock.advance(HOUR);
    await bench.cycle();
    const [first, second, ...others] = await signals(bench);
    expect([first?.externalId, second?.externalId]).toEqual([id, expect.stringMatching(new RegExp(`^${id}/.+\\.2$`))]);
    expect([...others, second].at(others.length > 0 ? 0 : -1)?.author).toBe(first?.author);
    expect(second).toMatchObject({ at: first?.at });
    expect(second?.text).toContain('the export to Datev loses rows.');
    expect(await skipped(bench)).toEqual({});
    expect(await bench.coverage()).toBe('complete');
    bench.world.rewrite(id, 'The export loses rows.');
    bench.clock.advance(HOUR);
    await bench.cycle(2);
    const left = await signals(bench);
    expect(left.filter((one) => one.text?.includes('Datev') === true)).toEqual([]);
    expect(left[0]?.text).toContain('The export loses rows.');
  });

  it('what somebody adds below a signature is spoken', async () => {
    const bench = await openBench(connector, openWorld, `signed ${connector.id}`);
    const id = bench.world.speak('The export loses rows.\n-- \nAnn of the shop');
    bench.world.sayMore?.(id, 'We will leave if it stays so.');
    bench.clock.advance(HOUR);
    await bench.cycle();
    const spoken = (await signals(bench)).map((one) => spokenIn(one.text)).join('\n');
    expect(spoken).toContain('We will leave if it stays so.');
    expect(spoken).not.toContain('Ann of the shop');
  });
});

describe('more than is looked at of one text, where a message is a record', () => {
  it('counts as not read, until it is shorter', async () => {
    const bench = await openBench(github, openGitHub, 'long issue');
    const id = bench.world.speak(LONG);
    bench.clock.advance(HOUR);
    await bench.cycle();
    expect((await bench.stored()).get(id)).toContain('loses rows.');
    expect(await skipped(bench)).toEqual({ 'not-read: too-long': 1 });
    bench.world.rewrite(id, 'The export loses rows.');
    bench.clock.advance(HOUR);
    await bench.cycle(2);
    expect(await skipped(bench)).toEqual({});
  });

  it('counts no more once it is gone', async () => {
    const bench = await openBench(github, openGitHub, 'long and gone');
    const id = bench.world.speak(LONG);
    bench.world.speak('The export loses rows.');
    bench.clock.advance(HOUR);
    await bench.cycle();
    bench.world.remove(id);
    bench.clock.advance(31 * 24 * HOUR);
    await bench.cycle(3);
    expect((await signals(bench)).map((one) => one.text)).toEqual(['The export loses rows.']);
    expect(await skipped(bench)).toEqual({});
  });
});

describe('what is missed beside a long record', () => {
  it('goes with the group of the record', async () => {
    const bench = await openBench(github, openGitHub, 'long group');
    const connection = await bench.needs.connections.findConnection(CONNECTION);
    if (connection === undefined) throw new Error('not connected');
    const at = bench.clock.now();
    const parked = async () => (await bench.needs.connections.countRecords(CONNECTION)).filter((one) => one.skipped !== undefined).map(({ skipped: reason, count }) => [reason, count]);
    await takeRecords(bench.needs, connection, { items: [{ externalId: 'g#1', group: 'g', revision: at, at, kind: 'said', text: LONG }] }, at);
    expect(await parked()).toEqual([['not-read: too-long', 1]]);
    await takeRecords(bench.needs, connection, { items: [], goneGroups: ['g'] }, at);
    expect(await parked()).toEqual([]);
  });
});

describe('a long turn in Gong', () => {
  it('comes in several signals of its speaker', () => {
    const call = { metaData: { id: '7', started: '2026-03-02T09:00:00.000Z', title: undefined, url: undefined, direction: undefined, language: undefined, workspaceId: undefined, isPrivate: false }, parties: [{ speakerId: 's1', affiliation: 'External', emailAddress: undefined, name: undefined }] };
    const records = callRecords(call, { callId: '7', transcript: [{ speakerId: 's1', sentences: [{ start: 0, end: 900, text: LONG }] }] }, '2026-03-02T09:00:00.000Z', (text) => text);
    expect(records.map((one) => ('text' in one ? [one.externalId, one.author, one.text?.includes('loses rows')] : one))).toEqual([['7#0', '7/s1', false], ['7#0.2', '7/s1', true]]);
  });
});

/** Ann asks, and Ben, in copy, adds something the same hour. */
async function annAndBen() {
  const state = emptyState();
  const bench = await openBench(zendesk, (needs) => zendeskOf(needs, state), 'ann and ben');
  const id = bench.world.speak('The export loses rows');
  const ticket = state.tickets.get(Number(id)) as ZendeskTicket;
  state.users.set(9001, { id: 9001, role: 'end-user', email: 'ben@other.example', locale: 'de' });
  const ben = { id: 9100, author: 9001, body: 'We have it too', isPublic: true, at: ticket.createdAt };
  ticket.comments.push(ben);
  const touch = (): void => {
    bench.clock.advance(HOUR);
    const now = Date.parse(bench.clock.now());
    Object.assign(ticket, { updatedAt: now, generatedAt: now });
    bench.clock.advance(HOUR);
  };
  touch();
  await bench.cycle();
  const said = async () => (await signals(bench)).map(({ text, author }) => [text, author?.split(':').at(-1)]);
  return { bench, ticket, ben, touch, said, ann: String(ticket.requester) };
}

describe('a ticket in which two customers write', () => {
  it('loses a comment that was removed, and shows one that was edited, without the other\'s words changing', async () => {
    const { bench, ticket, ben, touch, said, ann } = await annAndBen();
    expect(await said()).toEqual([['The export loses rows', ann], ['We have it too', '9001']]);
    ben.body = 'We have it too, twice a day';
    touch();
    await bench.cycle(2);
    expect(await said()).toEqual([['The export loses rows', ann], ['We have it too, twice a day', '9001']]);
    ticket.comments.splice(ticket.comments.indexOf(ben), 1);
    touch();
    await bench.cycle(2);
    expect(await said()).toEqual([['The export loses rows', ann]]);
  });

  it('keeps the other\'s words where one of them is erased', async () => {
    const { bench, touch, said, ann } = await annAndBen();
    const [first] = await signals(bench);
    await rememberErased(bench.ports, [{ kind: 'zendesk', by: 'author', text: first?.author ?? '' }], bench.clock.now());
    touch();
    await bench.cycle(2);
    expect(ann).not.toBe('9001');
    expect(await said()).toEqual([['We have it too', '9001']]);
  });

  it('has the words beside the score under whoever was asked, not under who spoke last', async () => {
    const { bench, ticket, touch, said, ann } = await annAndBen();
    ticket.satisfaction = { score: 'bad', comment: 'Nobody answered for a week' };
    touch();
    await bench.cycle(2);
    expect(await said()).toEqual([['The export loses rows', ann], ['We have it too', '9001'], ['Nobody answered for a week', ann]]);
  });
});

describe('words beside a score in Intercom', () => {
  it('are a signal of the day they were written, by whoever wrote them', async () => {
    const talks: Talk[] = [];
    const bench = await openBench(intercom, (needs) => intercomOf(needs, { talks, companies: [], region: 'us', key: 'k' }), 'remark');
    const id = bench.world.speak('The export loses rows');
    bench.clock.advance(72 * HOUR);
    const now = Math.floor(Date.parse(bench.clock.now()) / 1000);
    Object.assign(talks[0] ?? {}, { updated: now, rated: { rating: 1, remark: 'Nobody answered for days', at: now } });
    bench.clock.advance(HOUR);
    await bench.cycle();
    const [first, remark, ...more] = await signals(bench);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ externalId: id, text: 'The export loses rows', rating: 1 });
    expect(remark).toMatchObject({ text: 'Nobody answered for days', author: first?.author, at: new Date(now * 1000).toISOString() });
    expect(await bench.needs.connections.findConnection(CONNECTION)).toBeDefined();
  });
});

describe('a request that one of us raised for a customer', () => {
  it('has what the customer says in it under the customer', () => {
    const at = '2026-03-02T09:00:00.000Z';
    const doc = (text: string): unknown => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
    const agent = { accountId: 'agent-7', accountType: 'atlassian', displayName: undefined };
    const comments = [['qm:ann', 'It loses rows'], ['qm:ben', 'Here too']].map(([accountId = '', text = ''], index) => ({ id: String(index), author: { accountId, accountType: 'customer', displayName: undefined }, body: doc(text), created: at, jsdPublic: true }));
    const fields = { summary: 'Called in', description: doc('Called in about rows'), created: at, updated: at, reporter: agent, creator: agent, status: { name: 'Open' }, project: { key: 'SUP' }, issuetype: { name: 'Bug' }, labels: [], components: [], comment: { comments: [], total: 2 }, issuelinks: [] };
    const records = requestRecords({ id: '1', key: 'SUP-1', fields } as unknown as Request, comments, 'portal', { organisations: null, satisfaction: null });
    expect(records.map((one) => ('text' in one ? [one.text, one.author] : one))).toEqual([['It loses rows', 'qm:ann'], ['Here too', 'qm:ben']]);
  });
});
