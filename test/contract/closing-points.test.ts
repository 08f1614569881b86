import { POINTS_PER_READ } from '../../src/decide/plan-sweep';
import { jiraClosingTracker } from '../../src/platform/jira/closing-tracker';
import { connectForgeApi } from '../fixtures/jira-over-forge';
import { openSite, seed, seedIssue } from '../unit/jira/a-site';

it('a candidate costs about as many of Jira’s points as a plan says', async () => {
  const site = await openSite({ seed: seed({ issues: [...Array.from({ length: 10 }, (_unused, at) => seedIssue(1 + at)), seedIssue(20, { status: 'Closed', resolution: 'Fixed', resolvedAt: '2025-04-20T10:00:00.000Z' })] }) });
  try {
    connectForgeApi(site);
    const tracker = jiraClosingTracker();
    const inspect = async (id: string): Promise<void> => {
      await tracker.fetchItem(id);
      await Promise.all([tracker.fetchTransitions(id), tracker.fetchKnownPaths(id), tracker.fetchEditableFields(id)]);
    };
    await inspect('10001');
    site.jira.forgetPoints('acme');
    for (let at = 2; at <= 10; at += 1) await inspect(String(10_000 + at));
    const each = site.jira.points('acme') / 9;
    expect(each).toBeLessThanOrEqual(POINTS_PER_READ);
    expect(each).toBeGreaterThan(POINTS_PER_READ - 4);
  } finally {
    await site.close();
  }
});
