import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost();
});
afterAll(() => host.close());

const push = async (queue: string, ...events: readonly object[]): Promise<string> => {
  const { value } = (await host.call('queue.push', { queue, events })) as { value: { jobId: string } };
  return value.jobId;
};
const event = (key: string, act = 'nothing', more: object = {}): object => ({ body: { do: act, key, ...more } });
const notes = async (key: string): Promise<{ at: number; retry: unknown }[]> => ((await host.call('kvs.get', { key })) as { value: { value?: { at: number; retry: unknown }[] } }).value.value ?? [];
const stats = async (queue: string, job: string): Promise<unknown> => ((await host.call('queue.stats', { queue, job })) as { value: unknown }).value;
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 20));
};

describe('the queue, through @forge/events', () => {
  it('delivers every event and counts them', async () => {
    const job = await push('short', event('q:a'), event('q:b'), event('q:c'));
    await host.host.idle();
    expect(await stats('short', job)).toEqual({ success: 3, inProgress: 0, failed: 0 });
    expect(await notes('q:b')).toMatchObject([{ retry: null }]);
  });

  it('begins nothing while it is held, and everything afterwards', async () => {
    const release = host.host.holdBackground();
    const job = await push('short', event('q:held'));
    await new Promise((done) => setTimeout(done, 100));
    expect(await stats('short', job)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    expect(host.host.isIdle()).toBe(false);
    release();
    await host.host.idle();
    expect(await stats('short', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('delays on the virtual clock', async () => {
    const started = Date.parse(host.host.clock());
    const job = await push('short', { ...event('q:later'), delayInSeconds: 600 });
    await host.host.idle();
    expect(await stats('short', job)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await host.host.advanceClock(601_000);
    expect((await notes('q:later'))[0]?.at).toBeGreaterThanOrEqual(started + 600_000);
  });

  it('delivers again when asked, after the time asked for, with what was given along', async () => {
    const started = Date.parse(host.host.clock());
    const job = await push('short', event('q:again', 'retry-once'));
    await host.host.idle();
    expect(await stats('short', job)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await host.host.advanceClock(31_000);
    const [, second] = await notes('q:again');
    expect(second?.retry).toMatchObject({ retryCount: 1, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { page: 7 }, retentionWindow: { startTime: expect.any(String) as unknown } });
    expect(second?.at).toBeGreaterThanOrEqual(started + 30_000);
    expect(await stats('short', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('delivers again after a second when asked for no more', async () => {
    const job = await push('short', event('q:plainly', 'retry-plainly-once'));
    await host.host.advanceClock(1500);
    expect(await notes('q:plainly')).toMatchObject([{ retry: null }, { retry: { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST' } }]);
    expect(await stats('short', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('gives up on a function that keeps failing, after a few times with growing waits', async () => {
    const job = await push('short', event('q:bad', 'throw'));
    await host.host.advanceClock(120_000);
    expect(await stats('short', job)).toEqual({ success: 0, inProgress: 0, failed: 1 });
    expect((await notes('q:bad')).map(({ retry }) => (retry as { retryCount?: number } | null)?.retryCount ?? 0)).toEqual([0, 1, 2, 3, 4]);
    expect(host.host.failures('north')).toContainEqual({ module: 'short-consumer', failure: expect.stringContaining('the consumer failed') as unknown });
  });

  it.each([
    ['hang-once', 'FUNCTION_TIME_OUT'],
    ['spin-once', 'FUNCTION_TIME_OUT'],
    ['crash-once', 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
  ])('delivers again after %s', async (act, reason) => {
    const job = await push('short', event(`q:${act}`, act));
    await host.host.advanceClock(10_000);
    expect(await notes(`q:${act}`)).toMatchObject([{ retry: null }, { retry: { retryCount: 1, retryReason: reason } }]);
    expect(await stats('short', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('cancels what has not begun', async () => {
    const job = await push('short', { ...event('q:cancelled'), delayInSeconds: 100 });
    await host.call('queue.cancel', { queue: 'short', job });
    await host.host.advanceClock(101_000);
    expect(await notes('q:cancelled')).toEqual([]);
    expect(await stats('short', job)).toEqual({ success: 0, inProgress: 0, failed: 1 });
    expect(await host.call('queue.stats', { queue: 'short', job: 'unknown' })).toMatchObject({ class: 'JobDoesNotExistError' });
    expect(await host.call('queue.cancel', { queue: 'short', job: 'unknown' })).toMatchObject({ class: 'JobDoesNotExistError' });
  });

  it('keeps to the concurrency that an event asks for', async () => {
    const one = { concurrency: { key: 'import', limit: 1 } };
    await push('long', ...Array.from({ length: 4 }, () => ({ ...event('q:one', 'wait', { ms: 60 }), ...one })));
    await host.host.idle();
    const times = (await notes('q:one')).map(({ at }) => at);
    expect(times).toHaveLength(4);
    expect(times.slice(1).every((at, before) => at - (times[before] ?? 0) >= 55)).toBe(true);
  });

  it('refuses what is too much', async () => {
    expect(await host.call('queue.push', { queue: 'nobody', events: [event('x')] })).toMatchObject({ class: 'InternalServerError', message: expect.stringContaining('no consumer') as unknown });
    const large = event('q:large', 'nothing', { text: 'x'.repeat(101 * 1024) });
    expect(await host.call('queue.push', { queue: 'long', events: [event('q:small'), large] })).toMatchObject({ class: 'PartialSuccessError' });
    await host.host.idle();
    expect(await notes('q:small')).toHaveLength(1);
    expect(await notes('q:large')).toHaveLength(0);
    expect(await host.call('queue.push', { queue: 'short', events: [event('q:bulk', 'nothing', { text: 'x'.repeat(201 * 1024) })] })).toMatchObject({ class: 'PayloadTooBigError' });
  });

  it('serves both tenants while one has much to do', async () => {
    await push('short', ...Array.from({ length: 40 }, (_each, at) => event(`q:many:${at}`, 'wait', { ms: 20 })));
    const other = (await host.call('queue.push', { queue: 'short', events: [event('q:other')] }, { tenant: 'south' })) as { value: { jobId: string } };
    const isDone = async (): Promise<boolean> => ((await host.call('queue.stats', { queue: 'short', job: other.value.jobId }, { tenant: 'south' })) as { value: { success: number } }).value.success === 1;
    await until(isDone);
    expect(host.host.isIdle()).toBe(false);
    await host.host.idle();
  });

  it('leaves the panel alone while long work runs', async () => {
    await push('long', event('q:busy', 'wait', { ms: 1500 }), event('q:busy2', 'wait', { ms: 1500 }));
    expect(await host.call('echo', { quick: true })).toMatchObject({ payload: { quick: true } });
    expect(host.host.isIdle()).toBe(false);
    await host.host.idle();
  });
});

describe('nothing is lost', () => {
  it('when the process that works is killed', async () => {
    const job = await push('long', event('q:killed', 'wait', { ms: 400 }));
    await until(async () => (await notes('q:killed')).length === 1);
    for (const pid of host.host.pids()) process.kill(pid, 'SIGKILL');
    await new Promise((done) => setTimeout(done, 100));
    await host.host.advanceClock(5000);
    expect(await notes('q:killed')).toMatchObject([{ retry: null }, { retry: { retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' } }]);
    expect(await stats('long', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('when the host is closed with work left', async () => {
    const job = await push('long', event('q:left', 'wait', { ms: 3000 }), { ...event('q:waiting'), delayInSeconds: 300 });
    await until(async () => (await notes('q:left')).length === 1);
    const clock = Date.parse(host.host.clock());
    host = await host.reopen();
    expect(Date.parse(host.host.clock())).toBeGreaterThanOrEqual(clock);
    await host.host.advanceClock(301_000);
    expect((await notes('q:left')).length).toBe(2);
    expect(await notes('q:waiting')).toHaveLength(1);
    expect(await stats('long', job)).toEqual({ success: 2, inProgress: 0, failed: 0 });
  });

  it('when the host itself is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forge-killed-'));
    const script = resolve(__dirname, '../fixtures/host-to-kill.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', '--disable-warning=ExperimentalWarning', script, folder], { stdio: ['ignore', 'pipe', 'inherit'], cwd: resolve(__dirname, '../..') });
    await new Promise<void>((done) => child.stdout.on('data', (chunk: Buffer) => (chunk.toString().includes('pushed') ? done() : undefined)));
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    const survivor = await openTestHost({}, folder);
    await survivor.host.idle();
    const seen = await Promise.all(Array.from({ length: 20 }, (_each, at) => survivor.call('kvs.get', { key: `k:${at}` })));
    expect(seen.every((answer) => ((answer as { value: { value?: unknown[] } }).value.value ?? []).length >= 1)).toBe(true);
    expect(await survivor.call('kvs.get', { key: 'before' })).toEqual({ value: { value: 'kept' } });
    expect(await survivor.call('sql.run', { query: 'SELECT COUNT(*) AS n FROM kept' })).toEqual({ value: [{ n: '3' }] });
    await survivor.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
