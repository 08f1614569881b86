import { jiraClosingTracker } from '../../src/platform/jira/closing-tracker';
import { fakeJira } from '../fakes/closing-tracker';
import { PLAIN } from '../fakes/closing-world';
import { beginInvocation, connectForgeApi } from '../fixtures/jira-over-forge';
import { openSite, seed, seedIssue } from '../unit/jira/a-site';
import { closingTrackerSuite, type TrackerWorld } from './closing-tracker.suite';

closingTrackerSuite('in memory', async (): Promise<TrackerWorld> => {
  let at = Date.parse('2025-07-01T12:00:00.000Z');
  let lost: 'done-but-lost' | 'never-arrived' | undefined;
  const fault = (write: string) => {
    if (lost === undefined || write.startsWith('fetch')) return 'none' as const;
    const now = lost;
    lost = undefined;
    return now;
  };
  const tracker = fakeJira({ now: () => new Date((at += 1_000)).toISOString(), fault });
  const issue = { project: 'MAIL', summary: 'x', status: 'To Do', statusCategory: 'todo' as const, createdAt: '2025-01-10T08:00:00.000Z', fixVersions: [], labels: ['one'], visibility: 'open' as const, votes: 0, watchers: 0 };
  tracker.add({ ...issue, id: '1', key: 'MAIL-1' }, PLAIN, { links: [{ kind: 'duplicated-by', issue: '2', key: 'MAIL-2', isOpen: true }] });
  tracker.add({ ...issue, id: '2', key: 'MAIL-2' }, PLAIN, { links: [{ kind: 'duplicates', issue: '1', key: 'MAIL-1', isOpen: true }] });
  return {
    tracker, issue: '1', duplicate: '2', project: 'MAIL',
    personComments: async () => tracker.person('1', { kind: 'comment' }),
    personVotes: async () => tracker.person('1', { kind: 'vote' }),
    personReopens: async () => tracker.person('1', { kind: 'move', status: '1' }),
    loseNextAnswer: (kind) => {
      lost = kind === 'done' ? 'done-but-lost' : 'never-arrived';
    },
    close: async () => undefined,
  };
});

closingTrackerSuite('over HTTP, through @forge/api', async (): Promise<TrackerWorld> => {
  const site = await openSite({
    seed: seed({
      issues: [seedIssue(1, { labels: ['one'] }), seedIssue(2), seedIssue(3, { status: 'Closed', resolution: 'Fixed', resolvedAt: '2025-04-20T10:00:00.000Z' })],
    }),
  });
  connectForgeApi(site);
  await site.call('u-member', 'POST', '/rest/api/3/issueLink', { type: { name: 'Duplicate' }, inwardIssue: { id: '10002' }, outwardIssue: { id: '10001' } });
  const move = async (to: string): Promise<void> => {
    const { json } = await site.call('u-member', 'GET', '/rest/api/3/issue/10001/transitions');
    const offered = (json as { transitions: { id: string; to: { name: string } }[] }).transitions;
    await site.call('u-member', 'POST', '/rest/api/3/issue/10001/transitions', { transition: { id: offered.find((one) => one.to.name === to)?.id } });
  };
  const text = { body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'still needed' }] }] } };
  return {
    tracker: jiraClosingTracker(), issue: '10001', duplicate: '10002', project: 'MAIL',
    personComments: async () => void (await site.call('u-member', 'POST', '/rest/api/3/issue/10001/comment', text)),
    personVotes: async () => void (await site.call('u-admin', 'POST', '/rest/api/3/issue/10001/votes')),
    personReopens: () => move('To Do'),
    loseNextAnswer: (kind) => site.jira.inject('acme', { fault: { kind: kind === 'done' ? 'lost-answer' : 'lost-request' }, path: /transitions$/, method: 'POST' }),
    close: () => site.close(),
  };
});

it('keeps nothing of one site for the next invocation in the same process', async () => {
  const north = await openSite({ seed: seed({ issues: [seedIssue(1)] }) });
  const south = await openSite({ seed: seed({ issues: [seedIssue(1), seedIssue(2, { status: 'Closed', resolution: 'Fixed', resolvedAt: '2025-04-20T10:00:00.000Z' })] }) });
  try {
    const tracker = jiraClosingTracker();
    connectForgeApi(north);
    expect(await tracker.fetchKnownPaths('10001')).toEqual([]);
    connectForgeApi(south);
    beginInvocation('second');
    expect((await tracker.fetchKnownPaths('10001')).length).toBeGreaterThan(0);
  } finally {
    await north.close();
    await south.close();
  }
});

describe('a site on which nobody made our resolution', () => {
  it('is compared all the same, by the mark that a close leaves', async () => {
    const workflow = { ...seed().projects[0]!.workflow, resolutions: ['Fixed', 'Declined'] };
    const site = await openSite({ seed: seed({ projects: seed().projects.map((project, at) => (at === 0 ? { ...project, workflow } : project)), issues: [seedIssue(1), seedIssue(2, { status: 'Closed', resolution: 'Declined', resolvedAt: '2025-04-20T10:00:00.000Z' })] }) });
    try {
      connectForgeApi(site);
      const tracker = jiraClosingTracker();
      expect(await tracker.fetchLikelyOurs(['MAIL'])).toEqual([]);
      site.jira.declareSearchable('acme', [{ propertyKey: 'resurface-operation', path: 'op', type: 'string', alias: 'resurfaceOperation' }]);
      for (const id of ['10001', '10002']) await tracker.saveMarker(id, { op: 'op-1', fence: 1 });
      expect(await tracker.fetchLikelyOurs(['MAIL'])).toEqual(['10002']);
    } finally {
      await site.close();
    }
  });
});
