import { jiraTracker } from '../../src/platform/jira/jira-tracker';
import { connectForgeApi } from '../fixtures/jira-over-forge';
import { openSite, seed, type Site } from '../unit/jira/a-site';

const people = seed().users.filter((user) => !user.siteAdmin);
const admins = seed().users.filter((user) => user.siteAdmin);
const [admin] = admins;

async function isOnly(users: ReturnType<typeof seed>['users']): Promise<boolean> {
  const site: Site = await openSite({ seed: seed({ users }) });
  try {
    connectForgeApi(site, 'acme', admin?.accountId);
    return await jiraTracker().isOnlySiteAdmin();
  } finally {
    await site.close();
  }
}

describe('the only administrator of a site', () => {
  if (admin === undefined) throw new Error('the seed has no administrator');
  it('is one where nobody else administers Jira', async () => {
    expect(await isOnly([admin, ...people])).toBe(true);
  });
  it('is not alone where a second one is', async () => {
    expect(await isOnly([admin, { ...admin, accountId: 'u-second', name: 'Second' }, ...people])).toBe(false);
  });
  it('is never sure on a site too large to ask', async () => {
    const many = Array.from({ length: 60 }, (_unused, at) => ({ ...(people[0] ?? admin), accountId: `u-${at}`, name: `Person ${at}` }));
    expect(await isOnly([admin, ...people, ...many])).toBe(false);
  });
});
