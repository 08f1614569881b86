import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost({ limits: { resolverSeconds: 2 } });
});
afterAll(() => host.close());

describe('a resolver', () => {
  it('gets the context of the page and of the installation', async () => {
    const answer = await host.call('echo', { a: 1 }, { moduleKey: 'panel', extension: { issue: { id: '1', key: 'A-1' }, project: { id: '2', key: 'A' } } });
    const [north] = host.host.tenants();
    expect(answer).toMatchObject({
      payload: { a: 1 },
      greeting: 'hello',
      context: {
        accountId: 'north-ann', cloudId: north?.cloudId, installContext: north?.contextAri, moduleKey: 'panel', siteUrl: 'https://north.atlassian.net', environmentType: 'DEVELOPMENT',
        extension: { type: 'jira:issuePanel', issue: { id: '1', key: 'A-1' }, project: { id: '2', key: 'A' } }, license: { isActive: true }, installation: { contexts: [{ cloudId: north?.cloudId }] },
      },
    });
  });

  it('hands its exception to the caller', async () => {
    await expect(host.call('throw')).rejects.toMatchObject({ name: 'InvocationFailed', reason: 'APP_EXCEPTION', appErrorName: 'RangeError', message: 'out of the app' });
  });

  it('fails when nobody defined it', async () => {
    await expect(host.call('nobody.defined')).rejects.toMatchObject({ reason: 'APP_EXCEPTION' });
  });

  it('sees the host’s clock', async () => {
    host.host.setClock('2031-02-03T04:05:06.000Z');
    const { iso, at } = (await host.call('echo')) as { iso: string; at: number };
    expect(iso.slice(0, 17)).toBe('2031-02-03T04:05:');
    expect(Math.abs(at - Date.parse(iso))).toBeLessThan(1000);
  });

  it('is told who and where it is', async () => {
    const { value } = (await host.call('app.context')) as { value: Record<string, unknown> };
    expect(value).toMatchObject({ environmentType: 'DEVELOPMENT', appVersion: '1.0.0', moduleKey: 'panel' });
    expect(value['invocationRemainingTimeInMillis']).toBeGreaterThan(0);
    expect(value['invocationRemainingTimeInMillis']).toBeLessThanOrEqual(2000);
    expect(await host.call('permissions.scope', { scope: 'read:jira-work' })).toEqual({ value: true });
    expect(await host.call('permissions.scope', { scope: 'write:jira-work' })).toEqual({ value: false });
  });

  it('does not find the line to the host', async () => {
    expect(await host.call('process.send')).toEqual({ value: 'undefined' });
  });
});

describe('limits of a run', () => {
  it('bound the payload and the answer', async () => {
    await expect(host.call('echo', { text: 'x'.repeat(500 * 1024) })).rejects.toMatchObject({ reason: 'PAYLOAD_TOO_LARGE' });
    await expect(host.call('large', { bytes: 5 * 1024 * 1024 + 1 })).rejects.toMatchObject({ reason: 'PAYLOAD_TOO_LARGE' });
    expect(await host.call('large', { bytes: 4 * 1024 * 1024 })).toHaveLength(4 * 1024 * 1024);
  });

  it('end a function that waits for ever, while its neighbours finish', async () => {
    const hanging = host.call('hang');
    const neighbour = host.call('own', { n: 1, wait: 200 });
    await expect(hanging).rejects.toMatchObject({ reason: 'FUNCTION_TIME_OUT' });
    expect(await neighbour).toMatchObject({ stored: expect.stringContaining('north-ann') as unknown });
    expect(await host.call('echo', { after: true })).toMatchObject({ payload: { after: true } });
  });

  it('end a function that never gives way', async () => {
    const before = host.host.pids();
    await expect(host.call('spin')).rejects.toMatchObject({ reason: 'FUNCTION_TIME_OUT' });
    expect(await host.call('echo', { after: true })).toMatchObject({ payload: { after: true } });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(before.every((pid) => host.host.pids().includes(pid))).toBe(false);
  });

  it.each(['eat', 'eatBuffers'])('end a function that uses too much memory (%s)', async (name) => {
    const roomy = await openTestHost();
    await expect(roomy.call(name)).rejects.toMatchObject({ reason: 'FUNCTION_OUT_OF_MEMORY' });
    expect(await roomy.call('echo', { after: true })).toMatchObject({ payload: { after: true } });
    await roomy.close();
  });

  it('report the peak of memory by lane and by function', async () => {
    await host.call('echo');
    const { peakRssBytes, peakHeapBytes } = host.host.memory();
    expect(peakRssBytes['interactive/192']).toBeGreaterThan(10 * 1024 * 1024);
    expect(peakHeapBytes['resolver']).toBeGreaterThan(1024 * 1024);
  });

  it('survive a process that dies', async () => {
    await expect(host.call('crash')).rejects.toMatchObject({ reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
    expect(await host.call('echo', { after: true })).toMatchObject({ payload: { after: true } });
  });

  it('refuse platform calls after the function has returned', async () => {
    await host.call('late');
    while (!host.logs.some(({ text }) => text.startsWith('late: '))) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.logs.map(({ text }) => text)).toContainEqual(expect.stringContaining('late: '));
    expect(await host.call('kvs.get', { key: 'late' })).toEqual({ value: {} });
  });
});

describe('tenants', () => {
  it('never meet, in 200 calls at once in one process', async () => {
    const roomy = await openTestHost();
    const users = [['north', 'north-ann'], ['south', 'south-cat'], ['north', 'north-bob']] as const;
    const cloud = new Map(host.host.tenants().map((tenant) => [tenant.name, tenant.cloudId]));
    const asked = Array.from({ length: 200 }, (_each, n) => ({ n, tenant: users[n % 3]?.[0] ?? '', accountId: users[n % 3]?.[1] ?? '' }));
    const answers = await Promise.all(asked.map(({ n, tenant, accountId }) => roomy.call('own', { n, wait: (n * 7) % 40 }, { tenant, accountId })));
    expect(answers).toEqual(asked.map(({ tenant, accountId }) => ({ stored: `${cloud.get(tenant)} ${accountId}`, me: { status: 200, type: 'application/json', body: expect.objectContaining({ tenant, actor: accountId }) as unknown } })));
    await roomy.close();
  });

  it('have values and secrets of their own', async () => {
    await host.call('kvs.set', { key: 'whose', value: 'north' });
    expect(await host.call('kvs.get', { key: 'whose' }, { tenant: 'south' })).toEqual({ value: {} });
    const keys = (await host.call('kvs.query', { prefix: 'whose', limit: 10 }, { tenant: 'south' })) as { value: { results: unknown[] } };
    expect(keys.value.results).toEqual([]);
  });

  it('cannot be chosen by the app', async () => {
    expect(await host.call('jira.forged', { tenant: 'south' })).toMatchObject({ value: { body: { tenant: 'north', actor: 'app' } } });
    expect(await host.call('context.jira')).toMatchObject({ name: 'PROXY_ERR', errorCode: 'LOCAL_HOST_UNSUPPORTED' });
  });

  it('are at least two', async () => {
    await expect(openTestHost({ tenants: [{ name: 'alone', siteName: 'Alone', users: [] }] })).rejects.toThrow('at least two tenants');
  });
});

describe('an action of an agent', () => {
  it('runs as whoever asks in the chat, with the inputs that its manifest allows', async () => {
    const answer = await host.host.invokeAction('north', { actionKey: 'ask', accountId: 'north-bob', inputs: { what: 'x', times: 2 } });
    const [north] = host.host.tenants();
    expect(answer).toMatchObject({ payload: { what: 'x', times: 2, context: { cloudId: north?.cloudId, moduleKey: 'ask' } }, principal: { accountId: 'north-bob' }, me: { body: { actor: 'north-bob' } } });
  });

  it.each([
    ['needs what', { actionKey: 'ask', inputs: {} }], ['has no input more', { actionKey: 'ask', inputs: { what: 'x', more: 1 } }], ['times is no integer', { actionKey: 'ask', inputs: { what: 'x', times: 1.5 } }],
    ['no agent has an action alone', { actionKey: 'alone', inputs: {} }], ['no agent has an action none', { actionKey: 'none', inputs: {} }],
  ])('is refused otherwise: %s', async (words, request) => {
    await expect(host.host.invokeAction('north', { accountId: 'north-ann', ...request })).rejects.toThrow(words);
  });
});
