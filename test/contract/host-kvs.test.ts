import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost();
});
afterAll(() => host.close());

describe('the key-value store, through @forge/kvs', () => {
  it('sets, gets, overwrites and deletes', async () => {
    await host.call('kvs.set', { key: 'a:1', value: { n: 1 } });
    expect(await host.call('kvs.get', { key: 'a:1' })).toEqual({ value: { value: { n: 1 } } });
    await host.call('kvs.set', { key: 'a:1', value: 'two' });
    expect(await host.call('kvs.get', { key: 'a:1' })).toEqual({ value: { value: 'two' } });
    await host.call('kvs.delete', { key: 'a:1' });
    expect(await host.call('kvs.get', { key: 'a:1' })).toEqual({ value: {} });
    expect(await host.call('kvs.delete', { key: 'a:1' })).toEqual({});
  });

  it('tells when a value was written and when it expires, and forgets it then', async () => {
    const before = Date.parse(host.host.clock());
    await host.call('kvs.set', { key: 'ttl', value: 1, options: { ttl: { value: 2, unit: 'HOURS' } } });
    const { value } = (await host.call('kvs.getMeta', { key: 'ttl' })) as { value: { createdAt: number; expireTime: string } };
    expect(value.createdAt).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(value.expireTime)).toBeGreaterThanOrEqual(before + 2 * 3_600_000 - 1);
    await host.host.advanceClock(2 * 3_600_000 + 1000);
    expect(await host.call('kvs.get', { key: 'ttl' })).toEqual({ value: {} });
  });

  it('refuses to overwrite when asked, and answers the value before or after', async () => {
    await host.call('kvs.set', { key: 'once', value: 1 });
    expect(await host.call('kvs.set', { key: 'once', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } })).toMatchObject({ class: 'ForgeKvsAPIError', code: 'KEY_ALREADY_EXISTS' });
    expect(await host.call('kvs.set', { key: 'once', value: 3, options: { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } })).toEqual({ value: { key: 'once', value: 1 } });
    expect(await host.call('kvs.set', { key: 'once', value: 4, options: { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' } })).toEqual({ value: { key: 'once', value: 4 } });
  });

  it('keeps secrets apart from values', async () => {
    expect(await host.call('kvs.secret', { key: 'token', value: 'shh' })).toEqual({ value: { found: 'shh' } });
  });

  it('pages through keys in order', async () => {
    for (const n of [3, 1, 2, 5, 4]) await host.call('kvs.set', { key: `page:${n}`, value: n });
    const first = (await host.call('kvs.query', { prefix: 'page:', limit: 3 })) as { value: { results: { key: string }[]; nextCursor: string } };
    expect(first.value.results.map(({ key }) => key)).toEqual(['page:1', 'page:2', 'page:3']);
    const second = (await host.call('kvs.query', { prefix: 'page:', limit: 3, cursor: first.value.nextCursor })) as typeof first;
    expect(second.value.results.map(({ key }) => key)).toEqual(['page:4', 'page:5']);
    expect(second.value.nextCursor).toBeUndefined();
    const between = (await host.call('kvs.between', { from: 'page:2', to: 'page:4' })) as typeof first;
    expect(between.value.results.map(({ key }) => key)).toEqual(['page:2', 'page:3', 'page:4']);
    expect(await host.call('kvs.query', { prefix: 'page:', limit: 101 })).toMatchObject({ code: 'LIMIT_OUT_OF_RANGE' });
  });

  it('works through batches and transactions, and names what failed', async () => {
    const answer = (await host.call('kvs.batch', { items: [{ key: 'b:1', value: 'x' }, { key: 'b:2', value: 'y' }] })) as { value: Record<string, { successfulKeys: { key: string }[]; failedKeys: { key: string; error: { code: string } }[] }> };
    expect(answer.value['set']?.successfulKeys).toEqual([{ key: 'b:1' }, { key: 'b:2' }]);
    expect(answer.value['got']?.successfulKeys.map(({ key }) => key)).toEqual(['b:1', 'b:2']);
    expect(answer.value['got']?.failedKeys).toMatchObject([{ key: 'batch:missing', error: { code: 'KEY_NOT_FOUND' } }]);
    expect(answer.value['removed']?.successfulKeys).toHaveLength(2);
    await host.call('kvs.set', { key: 't:gone', value: 1 });
    await host.call('kvs.transact', { key: 't:new', gone: 't:gone' });
    expect(await host.call('kvs.get', { key: 't:new' })).toEqual({ value: { value: { n: 1 } } });
    expect(await host.call('kvs.get', { key: 't:gone' })).toEqual({ value: {} });
  });

  it.each([
    ['a key that is too long', { key: 'k'.repeat(501), value: 1 }, 'KEY_TOO_LONG'],
    ['a key with other characters', { key: 'a/b', value: 1 }, 'INVALID_KEY'],
    ['a value that is too large', { key: 'big', value: 'x'.repeat(240 * 1024) }, 'MAX_SIZE'],
    ['a value that is nested too deep', { key: 'deep', value: JSON.parse('['.repeat(33) + ']'.repeat(33)) as unknown }, 'MAX_DEPTH'],
  ])('refuses %s', async (_what, payload, code) => {
    expect(await host.call('kvs.set', payload)).toMatchObject({ class: 'ForgeKvsAPIError', code });
  });

  it('has no custom entities, and says so', async () => {
    expect(await host.call('kvs.entity')).toMatchObject({ class: 'ForgeKvsAPIError', message: expect.stringContaining('does not support') as unknown });
  });

  it('keeps what was written over a restart', async () => {
    await host.call('kvs.set', { key: 'kept', value: 'still here' });
    host = await host.reopen();
    expect(await host.call('kvs.get', { key: 'kept' })).toEqual({ value: { value: 'still here' } });
  });
});
