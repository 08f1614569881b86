import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost();
});
afterAll(() => host.close());

const noted = async (key: string, tenant = 'north'): Promise<unknown[]> => ((await host.call('kvs.get', { key }, { tenant })) as { value: { value?: unknown[] } }).value.value ?? [];

describe('product events', () => {
  it('reach every trigger that listens, in their tenant only', async () => {
    host.host.emitEvent('north', 'avi:jira:updated:issue', { issue: { id: '1', key: 'A-1' } });
    host.host.emitEvent('north', 'avi:jira:deleted:issue', { issue: { id: '1', key: 'A-1' } });
    await host.host.idle();
    const [north] = host.host.tenants();
    const seen = { type: 'avi:jira:updated:issue', self: false, issue: 'A-1', context: { installContext: north?.contextAri } };
    expect(await noted('events:on-issue')).toEqual([seen]);
    expect(await noted('events:on-issue-of-others')).toEqual([seen]);
    expect(await noted('events:on-issue', 'south')).toEqual([]);
  });

  it('that the app caused itself do not reach a trigger with ignoreSelf', async () => {
    host.host.emitEvent('south', 'avi:jira:updated:issue', { issue: { id: '1', key: 'B-1' }, selfGenerated: true });
    await host.host.idle();
    expect(await noted('events:on-issue', 'south')).toMatchObject([{ self: true, issue: 'B-1' }]);
    expect(await noted('events:on-issue-of-others', 'south')).toEqual([]);
  });
});

describe('scheduled triggers', () => {
  it('run at their intervals while virtual time passes, for every tenant', async () => {
    const started = Date.parse(host.host.clock());
    await host.host.advanceClock(25 * 3_600_000);
    for (const tenant of ['north', 'south']) {
      const hours = (await noted('schedule:each-hour', tenant)).map((at) => Date.parse(String(at)));
      expect(hours).toHaveLength(25);
      expect(hours.every((at, before) => at >= started + (before + 1) * 3_600_000 - 60_000)).toBe(true);
      expect(await noted('schedule:each-day', tenant)).toHaveLength(1);
    }
  });

  it('run once for all the time that the clock was set past', async () => {
    const before = (await noted('schedule:each-day')).length;
    host = await host.reopen({ schedules: 'automatic' });
    host.host.setClock(new Date(Date.parse(host.host.clock()) + 30 * 86_400_000).toISOString());
    await host.host.idle();
    expect((await noted('schedule:each-day')).length).toBe(before + 1);
    host = await host.reopen({ schedules: 'manual' });
    expect((await noted('schedule:each-day')).length).toBe(before + 1);
  });

  it('run when told, whatever the clock says', async () => {
    const before = (await noted('schedule:each-hour', 'south')).length;
    host.host.runScheduled('south', 'each-hour');
    await host.host.idle();
    expect((await noted('schedule:each-hour', 'south')).length).toBe(before + 1);
    expect(() => host.host.runScheduled('south', 'unknown')).toThrow('no scheduledTrigger unknown');
  });

  it('wait anew when the clock is set back', async () => {
    host.host.setClock('2020-01-01T00:00:00.000Z');
    const before = (await noted('schedule:each-hour')).length;
    await host.host.advanceClock(3_600_000 + 1000);
    expect((await noted('schedule:each-hour')).length).toBe(before + 1);
  });
});

describe('web triggers', () => {
  const url = async (key: string, force = false): Promise<string> => ((await host.call('web.getUrl', { key, force })) as { value: string }).value;

  it('are called at an address of their own, and answer as the function says', async () => {
    const address = await url('open-hook');
    const response = await fetch(`${address}/deeper/path?a=1&a=2&b=3`, { method: 'POST', body: 'hello' });
    expect([response.status, response.headers.get('x-made-by'), await response.text()]).toEqual([201, 'hook', 'got hello']);
    expect(await host.call('kvs.get', { key: 'hook' })).toEqual({ value: { value: { method: 'POST', body: 'hello', userPath: '/deeper/path', query: { a: ['1', '2'], b: ['3'] } } } });
    expect((await fetch(address, { method: 'POST', body: 'odd' })).status).toBe(500);
  });

  it('with fixed responses answer the named one', async () => {
    const response = await fetch(await url('fixed-hook'), { method: 'POST' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([202, 'text/plain', 'thank you']);
  });

  it('keep their address until another is made, and lose it when it is deleted', async () => {
    const address = await url('open-hook');
    expect(await url('open-hook')).toBe(address);
    const other = await url('open-hook', true);
    expect(other).not.toBe(address);
    expect(((await host.call('web.queryUrls')) as { value: object[] }).value).toContainEqual({ moduleKey: 'open-hook', url: other });
    expect(await host.call('web.queryUrls', {}, { tenant: 'south' })).toEqual({ value: [] });
    expect(await host.call('web.deleteUrl', { url: other }, { tenant: 'south' })).toMatchObject({ message: expect.stringContaining('Failed to delete') as unknown });
    expect(await host.call('web.deleteUrl', { url: other })).toEqual({});
    expect((await fetch(other, { method: 'POST' })).status).toBe(404);
  });

  it('run in the tenant that the address belongs to', async () => {
    const address = host.host.webTriggerUrl('south', 'open-hook');
    await fetch(address, { method: 'POST', body: 'for south' });
    expect(await host.call('kvs.get', { key: 'hook' }, { tenant: 'south' })).toMatchObject({ value: { value: { body: 'for south' } } });
  });

  it('with signatures are not supported, and say so', async () => {
    expect(await host.call('web.signedUrl', { key: 'signed-hook' })).toMatchObject({ name: 'PROXY_ERR', errorCode: 'LOCAL_HOST_UNSUPPORTED' });
    expect((await fetch(host.host.webTriggerUrl('north', 'signed-hook'), { method: 'POST' })).status).toBe(501);
  });

  it('that the manifest does not have fail', async () => {
    expect(await host.call('web.getUrl', { key: 'nobody' })).toMatchObject({ message: expect.stringContaining('Failed to get web trigger URL') as unknown });
  });
});
