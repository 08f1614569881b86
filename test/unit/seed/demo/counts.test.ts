import { demoAccounts } from '../../../../host/seed/demo/accounts';
import { STARTS_AT } from '../../../../host/seed/demo/calendar';
import { demoSeed } from '../../../../host/seed/demo/demo-seed';
import { demoSignals } from '../../../../host/seed/demo/signals';
import { isReadLive } from '../../../../host/seed/demo/vendors/demo-vendors';
import { DEMO_USERS } from '../../../../host/seed/demo/users';
import { openSite } from '../../jira/a-site';

const history = demoSignals().filter((one) => one.at < STARTS_AT);
const said = history.filter((one) => one.kind === 'said');
const BY_HAND: readonly string[] = ['by-hand', 'language', 'personal-data', 'injection', 'echo', 'restricted'];

describe('what the demo tenant holds', () => {
  const seed = demoSeed();

  it('has about 12,000 signals with words from every kind of place, and deeds without', () => {
    expect(said.length).toBeGreaterThan(11_500);
    expect(said.length).toBeLessThan(13_500);
    expect(new Set(said.map((one) => one.place.kind))).toEqual(new Set(['jira', 'zendesk', 'intercom', 'github', 'app-store', 'google-play', 'typeform', 'gong', 'exit-survey', 'slack', 'email-forward']));
    expect(history.length - said.length).toBeGreaterThan(2_000);
    expect(said.every((one) => (one.text ?? '').trim() !== '')).toBe(true);
    expect(history.filter((one) => one.kind === 'did').every((one) => one.text === undefined && one.event !== undefined && one.account !== undefined)).toBe(true);
  });

  it('has at least a thousand signals that were written by hand, no two alike', () => {
    const byHand = said.filter((one) => BY_HAND.includes(one.origin));
    expect(byHand.length).toBeGreaterThanOrEqual(1_000);
    const words = byHand.map((one) => `${one.title ?? ''} ${one.text ?? ''}`.toLowerCase());
    expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([]);
  });

  it('hands to the app as files exactly what happened before it starts, where the app does not read by itself', () => {
    const rows = seed.products.flatMap((product) => product.files.flatMap((file) => [...file.lines()]));
    expect(rows).toHaveLength(history.filter((one) => !isReadLive(one)).length);
    expect(rows.map((row) => JSON.parse(row).at).every((at: string) => at < STARTS_AT)).toBe(true);
  });

  it('has 480 accounts whose state and revenue change over time', () => {
    const accounts = demoAccounts();
    expect(new Set(accounts.map((one) => one.id)).size).toBe(480);
    expect(accounts.every((one) => one.standings.every((standing, index) => index === 0 || (one.standings[index - 1]?.from ?? '') <= standing.from))).toBe(true);
    const churned = accounts.filter((one) => one.standings.at(-1)?.state === 'churned');
    expect(churned.length).toBeGreaterThan(40);
    expect(churned.every((one) => one.standings.at(-1)?.monthlyRevenue === 0)).toBe(true);
  });

  it('has a backlog of about six hundred issues over two projects that the emulated Jira takes', async () => {
    expect(seed.issues.length).toBeGreaterThan(580);
    expect(seed.issues.length).toBeLessThan(640);
    expect(new Set(seed.issues.map((one) => one.key)).size).toBe(seed.issues.length);
    expect(seed.issues.every((one) => one.createdAt < STARTS_AT && one.createdAt <= (one.resolvedAt ?? STARTS_AT))).toBe(true);
    const site = await openSite({ seed });
    await site.close();
  });

  it('has two workflows: one with the resolution for what no customer supports, one without', () => {
    expect(seed.projects.map((one) => [one.key, one.workflow.resolutions.includes('No customer evidence')])).toEqual([['DSP', true], ['CRW', false]]);
  });

  it('has people who may see different things', () => {
    const views = DEMO_USERS.map((one) => `${one.siteAdmin} ${one.roles['DSP'] ?? '-'} ${one.roles['CRW'] ?? '-'}`);
    expect(new Set(views).size).toBeGreaterThanOrEqual(6);
    expect(DEMO_USERS.filter((one) => Object.keys(one.roles).length === 0)).toHaveLength(1);
  });
});
