import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openIntercom } from '../../host/sources/intercom/world';
import { github } from '../../src/connectors/github';
import { githubIssuesIn } from '../../src/connectors/_shared/github-links';
import { intercom } from '../../src/connectors/intercom';
import type { SourceWorld } from '../../host/sources/source-world';
import { anIssue } from '../build/stored';
import { removeSource } from '../../src/ingest/sources/change-source';
import { takeLinks } from '../../src/ingest/sources/take-links';
import type { Connector } from '../../src/ports/connector';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const ADDRESS = 'https://acme.atlassian.net/browse/TB-1';
const TIME = '2025-06-30T00:00:00Z';
const spoken = (databaseId: number, body: string, authorAssociation: string) => ({ databaseId, body, authorAssociation, url: `https://github.com/harbor/mail/discussions/7#${databaseId}`, createdAt: TIME, updatedAt: TIME, author: { __typename: 'User', databaseId: 5 }, replies: { totalCount: 0 } });

async function open(connector: Connector, openWorld: (needs: Parameters<typeof openGitHub>[0]) => SourceWorld, seed: string): Promise<SourceBench> {
  const bench = await openBench(connector, openWorld, seed);
  await bench.ports.stores.issues.saveIssues(PRODUCT, [anIssue('100', 'TB-1')], bench.clock.now());
  return bench;
}
const linked = async ({ ports }: SourceBench): Promise<readonly string[]> => (await ports.stores.decisions.decisionsOfIssue(PRODUCT, '100')).map((one) => one.signal.slice(CONNECTION.length + 1)).sort();

/** GitHub with one discussion, and with an issue that the team opened and a customer answered. */
const withThreads = (discussion: { readonly by: string; readonly body: string; readonly comments: readonly object[] }, body: string) => (needs: Parameters<typeof openGitHub>[0]): SourceWorld => {
  const world = openGitHub(needs);
  return {
    ...world,
    answer: (call) => {
      const reply = world.answer(call);
      if (call.path === '/graphql' && call.body.includes('hasDiscussionsEnabled')) {
        const node = { number: 7, title: 'Calendars', body: discussion.body, url: 'https://github.com/harbor/mail/discussions/7', createdAt: TIME, updatedAt: TIME, upvoteCount: 0, authorAssociation: discussion.by, author: { __typename: 'User', databaseId: 4 }, category: null, comments: { pageInfo: { hasNextPage: false }, nodes: discussion.comments } };
        return { status: 200, body: { data: { ...(reply.body as { data?: object }).data, repository: { hasDiscussionsEnabled: true, discussions: { nodes: [node], pageInfo: { hasNextPage: false, endCursor: null } } } } } };
      }
      if (!Array.isArray(reply.body) || !call.path.endsWith('/issues')) return reply;
      const isOlder = (call.query.get('since') ?? '') > TIME;
      return { ...reply, body: isOlder ? reply.body : [...(reply.body as object[]).map((one) => ({ ...one, author_association: 'MEMBER', body }))] };
    },
  };
};

describe('GitHub as a second tracker', () => {
  it('links what customers write under an issue that the team opened for a Jira issue', async () => {
    const bench = await open(github, (needs) => {
      const world = openGitHub(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        if (!Array.isArray(reply.body)) return reply;
        const rows = (reply.body as Readonly<Record<string, unknown>>[]).map((one) => (call.path.endsWith('/comments') ? { ...one, author_association: 'NONE', user: { id: 77, type: 'User' } } : { ...one, author_association: 'MEMBER', body: `We track this as ${ADDRESS}` }));
        return { ...reply, body: rows };
      } };
    }, 'team issue');
    bench.world.speak('opened by the team');
    bench.world.answerAsAgent('We need this too, our teachers ask for it');
    await bench.cycle(2);
    expect(await linked(bench)).toEqual([expect.stringMatching(/^harbor\/mail#1\/c\d+$/)]);
  });

  it('links a discussion under which one of the team wrote the address, and all that customers said in one that the team opened', async () => {
    const asked = await open(github, withThreads({ by: 'NONE', body: 'Please add shared calendars', comments: [spoken(1, `It is ${ADDRESS}`, 'MEMBER'), spoken(2, 'Thank you!', 'NONE')] }, ''), 'asked');
    await asked.cycle(2);
    expect(await linked(asked)).toEqual(['harbor/mail/d7']);
    const opened = await open(github, withThreads({ by: 'OWNER', body: `What do you need? ${ADDRESS}`, comments: [spoken(1, 'Shared calendars', 'NONE'), spoken(2, 'Holidays', 'NONE')] }, ''), 'opened');
    await opened.cycle(2);
    expect(await linked(opened)).toEqual(['harbor/mail/d7/c1', 'harbor/mail/d7/c2']);
    const byCustomer = await open(github, withThreads({ by: 'NONE', body: `Is it ${ADDRESS}?`, comments: [spoken(1, `See ${ADDRESS}`, 'NONE')] }, ''), 'customer');
    await byCustomer.cycle(2);
    expect(await linked(byCustomer)).toEqual([]);
  });

  it('confirms nothing for what the team opened about several Jira issues: which of them a customer means is not said', async () => {
    const several = `Goes out with this release: ${ADDRESS} https://acme.atlassian.net/browse/TB-2`;
    const discussion = await open(github, withThreads({ by: 'OWNER', body: several, comments: [spoken(1, 'Shared calendars', 'NONE')] }, ''), 'several');
    await discussion.cycle(2);
    expect((await discussion.stored()).has('harbor/mail/d7/c1')).toBe(true);
    expect(await linked(discussion)).toEqual([]);
    const issue = await open(github, (needs) => {
      const world = openGitHub(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        if (!Array.isArray(reply.body)) return reply;
        return { ...reply, body: (reply.body as object[]).map((one) => (call.path.endsWith('/comments') ? { ...one, author_association: 'NONE', user: { id: 77, type: 'User' } } : { ...one, author_association: 'MEMBER', body: several })) };
      } };
    }, 'several keys');
    issue.world.speak('opened by the team');
    issue.world.answerAsAgent('We need this too, our teachers ask for it');
    await issue.cycle(2);
    expect((await issue.stored()).size).toBe(1);
    expect(await linked(issue)).toEqual([]);
  });

  it('is followed from a conversation that leads to a GitHub issue; while GitHub says nothing of that issue, nothing is confirmed or taken back', async () => {
    const bench = await open(intercom, (needs) => {
      const world = openIntercom(needs);
      return { ...world, answer: (call) => {
        const reply = world.answer(call);
        return { ...reply, body: JSON.parse(JSON.stringify(reply.body).replaceAll('https://acme.atlassian.net/browse/TB-1', 'https://github.com/Harbor/Mail/issues/12')) as unknown };
      } };
    }, 'followed');
    const hub = { ...(await bench.needs.connections.findConnection(CONNECTION)), id: 'hub', connector: 'github' } as NonNullable<Awaited<ReturnType<typeof bench.needs.connections.findConnection>>>;
    await bench.needs.connections.saveConnection(hub);
    const needs = { ...bench.needs, findConnector: (id: string) => (id === 'github' ? github : id === 'intercom' ? intercom : undefined) };
    Object.assign(bench, { needs });
    const id = bench.world.speak('The calendar is empty');
    bench.world.link?.(id, { id: '100', key: 'TB-1' });
    const day = async (): Promise<void> => {
      bench.clock.advance(25 * 3_600_000);
      await bench.cycle();
    };
    await day();
    expect(await linked(bench)).toEqual([]);
    await takeLinks(needs, hub, { items: [{ from: { externalId: 'harbor/mail#12' }, issue: { key: 'TB-1', site: 'acme.atlassian.net' }, at: TIME }, { from: { externalId: 'harbor/mail#12' }, issue: { key: 'TB-1', site: 'another.atlassian.net' }, at: TIME }] });
    await day();
    expect(await linked(bench)).toEqual([id]);
    // GitHub is left: where its issue leads to is unknown again, and what was confirmed says nothing less.
    await removeSource(needs, 'hub');
    await day();
    expect(await linked(bench)).toEqual([id]);
  });
});

it('an address of a GitHub issue is found wherever it stands, and nothing else is one', () => {
  expect(githubIssuesIn('See https://github.com/Acme/mail/issues/12, again https://github.com/acme/mail/issues/12#issuecomment-1 and https://github.com/acme/mail/pull/3')).toEqual(['acme/mail#12']);
});
