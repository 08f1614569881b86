import { route } from '@forge/api';
import { GrantedGlobally, UserList } from './schema';
import { fetchJira } from './request';

const USERS_READ = 200;
/** On a site with more people than this there is always somebody else to ask. */
const SMALL_SITE = 50;

/**
 * As an administrator who asks: is there nobody else with Administer Jira? Jira has no list of administrators that an app may read, so the
 * people of a small site are asked for one by one; a site too large for that, or not read whole, counts as having another.
 */
export async function isOnlySiteAdmin(): Promise<boolean> {
  const users = await fetchJira('user', route`/rest/api/3/users/search?startAt=0&maxResults=${USERS_READ}`, UserList);
  const people = users.filter((user) => user.accountType === 'atlassian' && user.active !== false);
  if (users.length >= USERS_READ || people.length > SMALL_SITE) return false;
  let admins = 0;
  for (const { accountId } of people) {
    const answer = await fetchJira('user', route`/rest/api/3/permissions/check`, GrantedGlobally, { method: 'POST', body: { accountId, globalPermissions: ['ADMINISTER'] } });
    if (answer.globalPermissions.includes('ADMINISTER')) admins += 1;
    if (admins > 1) return false;
  }
  return admins === 1;
}
