import { DOCUMENTED_LIMITS } from '../../host/jira/rate-limits';
import { field, list, openSite } from '../unit/jira/a-site';
import type { Site } from '../unit/jira/a-site';

let site: Site;
let now = 0;
beforeEach(async () => {
  now = Date.parse('2025-07-01T12:30:00.000Z');
  site = await openSite({ machineTime: () => now, limits: { ...DOCUMENTED_LIMITS, pointsPerHour: 60 } });
});
afterEach(() => site.close());

describe('faults', () => {
  it('refuse so many answers as asked, where asked', async () => {
    site.jira.inject('acme', { fault: { kind: 'rate-limited', retryAfterSeconds: 7, reason: 'jira-quota-tenant-based' }, times: 2, path: /\/issue\// });
    expect((await site.call('app', 'GET', '/rest/api/3/myself')).status).toBe(200);
    const refused = await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1');
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit-reason')]).toEqual([429, '7', 'jira-quota-tenant-based']);
    expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(429);
    expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(200);
  });

  it('lose an answer after the work was done, or the request before it', async () => {
    const write = (labels: readonly string[]): Promise<unknown> => site.call('app', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { labels } });
    site.jira.inject('acme', { fault: { kind: 'lost-answer' } });
    await expect(write(['done'])).rejects.toThrow();
    expect(field((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).json, 'fields.labels')).toEqual(['done']);
    site.jira.inject('acme', { fault: { kind: 'lost-request' } });
    await expect(write(['never'])).rejects.toThrow();
    expect(field((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).json, 'fields.labels')).toEqual(['done']);
  });

  it('answer with errors, pages and half answers', async () => {
    site.jira.inject('acme', { fault: { kind: 'error', status: 503 } });
    expect((await site.call('app', 'GET', '/rest/api/3/myself')).status).toBe(503);
    site.jira.inject('acme', { fault: { kind: 'truncated' } });
    await expect(site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).rejects.toThrow(SyntaxError);
    site.jira.inject('acme', { fault: { kind: 'html' } });
    await expect(site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).rejects.toThrow(SyntaxError);
  });

  it('leave other sites alone', async () => {
    site.jira.inject('other', { fault: { kind: 'error', status: 500 }, times: 5 });
    expect((await site.call('app', 'GET', '/rest/api/3/myself')).status).toBe(200);
  });
});

describe('limits', () => {
  it('count points: reads one and one per object, two per identity, writes one', async () => {
    const cost = async (method: string, path: string, body?: unknown): Promise<number> => {
      site.jira.forgetPoints('acme');
      await site.call('app', method, path, body);
      return site.jira.points('acme');
    };
    expect(await cost('GET', '/rest/api/3/issue/MAIL-1')).toBe(2);
    expect(await cost('POST', '/rest/api/3/search/jql', { jql: 'project = MAIL' })).toBe(5);
    expect(await cost('GET', '/rest/api/3/myself')).toBe(3);
    expect(await cost('PUT', '/rest/api/3/issue/MAIL-1', { fields: { labels: [] } })).toBe(1);
  });

  it('stop every call of the app until the hour ends when the points are gone, and say what is left only near the end', async () => {
    const first = await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1');
    expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remaining')]).toEqual(['60', null]);
    let last = first;
    while (last.status === 200) last = await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1');
    expect([last.status, last.headers.get('ratelimit-reason'), last.headers.get('retry-after')]).toEqual([429, 'jira-quota-global-based', '1800']);
    now += 1_800_000;
    expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(200);
  });

  it('hold writes to one issue apart, twenty in two seconds', async () => {
    const write = (key: string): Promise<{ readonly status: number; readonly headers: Headers }> => site.call('app', 'PUT', `/rest/api/3/issue/${key}`, { fields: { labels: [] } });
    for (let count = 0; count < 20; count += 1) expect((await write('MAIL-1')).status).toBe(204);
    const refused = await write('10001');
    expect([refused.status, refused.headers.get('ratelimit-reason')]).toEqual([429, 'jira-per-issue-on-write']);
    expect((await write('MAIL-4')).status).toBe(204);
    now += 2_001;
    expect((await write('MAIL-1')).status).toBe(204);
  });

  it('hold bursts of one endpoint apart', async () => {
    site.jira.setLimits({ ...DOCUMENTED_LIMITS, burst: { ...DOCUMENTED_LIMITS.burst, GET: 3 } });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await site.call('app', 'GET', `/rest/api/3/issue/MAIL-${1 + (count % 2)}`)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await site.call('app', 'GET', '/rest/api/3/myself')).status).toBe(200);
  });

  it('do not count what a page asks in the user\'s own browser', async () => {
    const response = await fetch(`${site.jira.url}/rest/api/3/issue/MAIL-1`, { headers: { 'x-emulated-tenant': 'acme', 'x-emulated-actor': 'u-member', 'x-emulated-via': 'frontend' } });
    expect([response.status, site.jira.points('acme')]).toEqual([200, 0]);
  });
});

describe('product events', () => {
  it('wait when the platform refuses them and come in order, at least once', async () => {
    let refuse = true;
    const taken: string[] = [];
    const stubborn = await openSite({
      onEvent: async (_tenant, type) => {
        if (refuse) throw new Error('the platform is away');
        taken.push(type);
      },
    });
    await stubborn.call('app', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { labels: ['a'] } });
    await expect(stubborn.jira.settled('acme')).rejects.toThrow('the platform is away');
    refuse = false;
    await stubborn.call('app', 'POST', '/rest/api/3/issue/MAIL-1/comment', { body: { type: 'doc', version: 1, content: [] } });
    await stubborn.jira.settled('acme');
    expect(taken).toEqual(['avi:jira:updated:issue', 'avi:jira:commented:issue']);
    expect(list((await stubborn.call('app', 'GET', '/rest/api/3/issue/MAIL-1/comment')).json, 'comments')).toHaveLength(1);
    await stubborn.close();
  });
});
