import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignalView } from '../../src/contract/page';
import type { SignalList } from '../../src/contract/panel';
import type { Answer } from '../../src/contract/answer';
import { openRemoteSite, type RemoteSite } from '../../host/remote-site/open-remote-site';
import { siteAddress } from '../../host/remote-site/site-address';
import { whatJiraAloneShows } from '../../host/remote-site/what-jira-alone-shows';
import { generatedSeed } from '../build/generated-seed';
import { FAR_EMAIL, FAR_PERSON, FAR_TOKEN, openFarSite, type FarSite } from '../fixtures/far-site';
import { ROOT } from './open-test-site';

const REQUESTS = 140;
const SECRET = 'HELP-7';
const ADDRESS = siteAddress('https://acme.atlassian.net');
const folder = mkdtempSync(join(tmpdir(), 'resurface-desk-'));
let far: FarSite;
let own: RemoteSite;

const open = (): Promise<RemoteSite> =>
  openRemoteSite({ appFolder: ROOT, stateFolder: join(folder, 'own'), address: ADDRESS, credentials: { email: FAR_EMAIL, token: FAR_TOKEN }, projects: [], standIn: { origin: far.origin }, schedules: 'manual', log: () => undefined });

beforeAll(async () => {
  far = await openFarSite(join(folder, 'far'));
  const seed = generatedSeed({ tenant: 'acme', signals: 0, canary: 'wombat' });
  const [mail] = seed.projects;
  const [first] = seed.issues;
  if (mail === undefined || first === undefined) throw new Error('the seed has a project and an issue');
  const now = Date.parse('2025-07-01T08:00:00.000Z');
  const requests = Array.from({ length: REQUESTS }, (_, index) => ({
    ...first, id: String(30_001 + index), key: `HELP-${index + 1}`, project: 'HELP', summary: `Folders will not compact, case ${index}`, description: `Since yesterday compacting folders fails with a disk space error on machine ${index}. What can I do?`,
    reporter: FAR_PERSON, createdAt: new Date(now - index * 86_400_000).toISOString(), fixVersions: [], ...(`HELP-${index + 1}` === SECRET ? { securityLevel: 'Desk' } : {}),
  }));
  far.jira.seed('acme', {
    ...seed,
    users: seed.users.map((user) => ({ ...user, roles: { ...user.roles, ...(user.roles['MAIL'] === undefined ? {} : { HELP: user.roles['MAIL'] }) } })),
    projects: [mail, { ...mail, id: '10001', key: 'HELP', name: 'Help desk', type: 'service_desk', securityLevels: { Desk: [FAR_PERSON] } }],
    issues: [...seed.issues, ...requests],
  });
  own = await open();
  await own.local.host.idle();
}, 240_000);
afterAll(async () => {
  await own.local.close();
  await far.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<Value>(endpoint: string, payload: unknown = {}): Promise<Value> {
  const answer = (await own.local.host.invoke('acme', { functionKey: endpoint, moduleKey: 'project-page', accountId: FAR_PERSON, payload, extension: { project: { id: '10000', key: 'MAIL' } } })) as Answer<Value>;
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('a site of one’s own with a service desk', () => {
  it('has signals at once: the requests, counted as their source, never as work', async () => {
    const view = await ask<SignalView>('page.signal');
    expect(view.sources).toMatchObject([{ source: 'jsm-help', kind: 'jsm', name: 'Service requests, Help desk', read: REQUESTS - 1, total: REQUESTS - 1, gaps: [] }]);
    expect(own.facts.projects.map(({ key }) => key)).toEqual(['MAIL']);
    expect(whatJiraAloneShows(own, ADDRESS)).toContain(`${REQUESTS - 1} of HELP at this start`);
  });

  it('leads from a signal to the very request, and reads no restricted one', async () => {
    const { themes } = await ask<SignalView>('page.signal');
    const lists = await Promise.all([...themes.map(({ id }) => id), null].map((theme) => ask<SignalList>('page.themeSignals', { theme, page: 1 })));
    const rows = lists.flatMap((list) => list.rows);
    expect(rows.map((row) => row.url)).toContain('https://acme.atlassian.net/browse/HELP-1');
    expect(rows.filter((row) => row.signal.endsWith(`:${SECRET}`))).toEqual([]);
    expect(lists.reduce((sum, list) => sum + list.total, 0)).toBe(REQUESTS - 1);
  });

  it('asks the next time only for what changed', async () => {
    await own.local.close();
    far.jira.forgetPoints('acme');
    own = await open();
    await own.local.host.idle();
    expect(far.jira.points('acme')).toBeLessThan(60);
    expect((await ask<SignalView>('page.signal')).coverage.read).toBe(REQUESTS - 1);
  }, 120_000);
});
