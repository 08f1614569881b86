import type { AdminView } from '../../src/contract/admin';
import { generatedSeed } from '../build/generated-seed';
import { openTestSite, TWO_TENANTS, type TestSite } from './open-test-site';

/** Right after an installation Jira may refuse the app's own calls for minutes, until its account has its rights. */
let site: TestSite;
beforeAll(async () => {
  const seed = generatedSeed({ tenant: 'alder', signals: 40, canary: 'zebrafinch' });
  site = await openTestSite([{ ...seed, products: [] }, ...TWO_TENANTS.slice(1).map((one) => ({ ...one, products: [] }))]);
}, 120_000);
afterAll(() => site.close());

async function issuesKnown(): Promise<number> {
  const admin = await site.ask<AdminView>('alder', 'alder-admin', 'admin.open');
  if (!admin.ok) throw new Error(admin.code);
  return admin.value.products[0]?.issues ?? -1;
}

it('F39: what Jira refuses the app at first is asked for again, later each time, and then read whole', async () => {
  const { host, jira } = site.site;
  jira.inject('alder', { fault: { kind: 'error', status: 403 }, times: 2, path: /\/search\/jql/ });
  const saved = await site.ask('alder', 'alder-admin', 'admin.saveProduct', { id: 'mail', name: 'Mail', projects: ['MAIL'], synthetic: true });
  expect(saved).toMatchObject({ ok: true });
  await host.idle();
  expect(await issuesKnown()).toBe(0);
  await host.advanceClock(40_000);
  await host.idle();
  expect(await issuesKnown()).toBe(0);
  await host.advanceClock(70_000);
  await host.idle();
  expect(await issuesKnown()).toBe(5);
  expect(host.failures('alder')).toEqual([]);
});

it('F31: a refusal that stays is not taken for an empty project: what was known is still known, and nothing is closed', async () => {
  const { host, jira } = site.site;
  jira.inject('alder', { fault: { kind: 'error', status: 403 }, times: 10_000, path: /\/search\/jql/ });
  host.runScheduled('alder', 'hourly');
  await host.idle();
  await host.advanceClock(3_600_000);
  await host.idle();
  expect(await issuesKnown()).toBe(5);
});
