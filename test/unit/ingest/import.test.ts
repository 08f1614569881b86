import { fakeAccountStore } from '../../fakes/account-store';
import fc from 'fast-check';
import { isSaid } from '../../../src/domain/signal';
import { drainImport } from '../../../src/ingest/drain-import';
import { finishReceiving } from '../../../src/ingest/finish-receiving';
import { receiveChunk } from '../../../src/ingest/receive-chunk';
import { splitChunks } from '../../../src/ingest/split-chunks';
import { startImport, type ImportRequest } from '../../../src/ingest/start-import';
import type { Job } from '../../../src/ports/job-queue';
import type { Stores } from '../../../src/ports/stores';
import { anIssue } from '../../build/stored';
import { failingAfter, Killed } from '../../fakes/failing-after';
import { fakeSettings } from '../../fakes/ports';
import { fakeStores } from '../../fakes/stores';

function testPorts(stores: Stores = fakeStores()) {
  const pushed: Job[] = [];
  let now = Date.parse('2025-07-01T00:00:00.000Z');
  return {
    stores,
    pushed,
    settings: fakeSettings(),
    queue: { push: async (job: Job) => void pushed.push(job) },
    clock: { now: () => new Date((now += 1000)).toISOString(), monotonicMs: () => now },
    accounts: fakeAccountStore(),
    loadPseudonym: async () => (text: string) => `person-${text.length}`,
    logger: { info: () => undefined, warn: () => undefined },
  };
}
type TestPorts = ReturnType<typeof testPorts>;

const forum = { id: 'forum', kind: 'file', name: 'Forum', visibility: 'open' } as const;
const request = { product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'q.jsonl', source: forum, startedBy: 'ann' } as const;
const row = (id: string, over: object = {}) => JSON.stringify({ id, at: '2025-06-01', text: `words of ${id}`, ...over });

async function send(ports: TestPorts, lines: readonly string[], over: Partial<ImportRequest> = {}, bytes = 200): Promise<string> {
  const { header, chunks } = splitChunks(over.format ?? 'jsonl', lines.join('\n'), bytes);
  const run = await startImport(ports, { ...request, ...over, ...(header === undefined ? {} : { header }) });
  for (const chunk of chunks) await receiveChunk(ports, { importId: run.id, ...chunk });
  await finishReceiving(ports, { importId: run.id, chunks: chunks.length });
  return run.id;
}

async function importFile(ports: TestPorts, lines: readonly string[], over: Partial<ImportRequest> = {}): Promise<string> {
  const id = await send(ports, lines, over);
  await drainImport(ports, id);
  return id;
}

describe('importing a file of signals', () => {
  const lines = [row('1'), row('2'), '{bad', row('3', { at: '2025-02-30' }), '', row('1', { text: 'newer' }), row('4', { at: '2025-05-01' }), row('2')];

  it('keeps the good rows, reports the bad ones, and read + rejected = offered', async () => {
    const ports = testPorts();
    const id = await importFile(ports, lines);
    expect(await ports.stores.imports.findRun(id)).toMatchObject({ state: 'done', offered: 7, kept: 3, unchanged: 2, rejected: 2 });
    expect((await ports.stores.imports.pageProblems(id, undefined, 10)).rows.map((one) => [one.line, one.field, one.reason])).toEqual([
      [3, '(row)', 'not valid JSON'],
      [4, 'at', 'not a date'],
    ]);
    expect((await ports.stores.signals.findSignals('mail', ['forum:1']))[0]?.text).toBe('newer');
    expect(ports.pushed).toEqual([{ name: 'ingest', importId: id }, { name: 'understand', product: 'mail' }]);
    expect(await ports.stores.products.listCoverage('mail')).toEqual([
      {
        source: 'forum', name: 'Forum', kind: 'file', total: 5, totalBy: 'offered', read: 5, kept: 3, skipped: { 'not valid JSON': 1, 'not a date': 1 },
        oldestAt: '2025-05-01T00:00:00.000Z', newestAt: '2025-06-01T00:00:00.000Z', lastReadAt: expect.any(String), gaps: [{ from: '2025-05-01T00:00:00.000Z', reason: 'rows-parked' }],
        held: { from: '2025-05-01T00:00:00.000Z', to: '2025-06-01T00:00:00.000Z' },
      },
    ]);
  });

  it('changes nothing when the same file comes twice', async () => {
    const ports = testPorts();
    const once = [row('1'), '{bad', row('2')];
    await importFile(ports, once);
    const before = await coverageOf(ports);
    const again = await importFile(ports, once);
    expect(await ports.stores.imports.findRun(again)).toMatchObject({ offered: 3, kept: 0, unchanged: 2, rejected: 1 });
    expect(await coverageOf(ports)).toEqual(before);
    expect(await ports.stores.signals.countSignals('mail')).toBe(2);
  });

  it('gives rows that name a source to that source, with its class', async () => {
    const ports = testPorts();
    await ports.stores.products.saveSource({ id: 'app-store', product: 'mail', kind: 'file', name: 'App Store', visibility: 'counts' });
    await importFile(ports, [row('1'), row('1', { source: 'App Store' }), row('2', { source: '応用' })]);
    const { rows } = await ports.stores.signals.pageSignals('mail', undefined, 10);
    expect(rows.map((signal) => [signal.source.replace(/\d+/, 'n'), signal.externalId, signal.visibility]).sort()).toEqual([
      ['app-store', '1', 'counts'], ['forum', '1', 'open'], ['source-n', '2', 'open'],
    ]);
    expect((await ports.stores.products.listCoverage('mail')).map((one) => [one.name, one.kept])).toEqual([['App Store', 1], ['Forum', 1], ['応用', 1]]);
  });

  it('refuses to begin reading while a chunk is missing', async () => {
    const ports = testPorts();
    const run = await startImport(ports, request);
    await receiveChunk(ports, { importId: run.id, seq: 1, firstLine: 5, text: row('1') });
    await expect(finishReceiving(ports, { importId: run.id, chunks: 2 })).rejects.toThrow('1 of 2 arrived');
    await expect(finishReceiving(ports, { importId: run.id, chunks: 1 })).rejects.toThrow('arrived');
    expect(ports.pushed).toEqual([]);
    expect((await ports.stores.imports.findRun(run.id))?.state).toBe('receiving');
    await expect(receiveChunk(ports, { importId: 'none', seq: 0, firstLine: 1, text: '' })).rejects.toThrow('no such import');
  });

  it('takes no chunk after the sender said it is done', async () => {
    const ports = testPorts();
    const id = await importFile(ports, [row('1')]);
    await expect(receiveChunk(ports, { importId: id, seq: 9, firstLine: 9, text: row('2') })).rejects.toThrow('no more chunks');
  });

  it('counts records that were too long to send as offered and rejected, once', async () => {
    const ports = testPorts();
    const run = await startImport(ports, request);
    await receiveChunk(ports, { importId: run.id, seq: 0, firstLine: 1, text: row('1') });
    const sent = { importId: run.id, chunks: 1, tooLong: [{ line: 2, characters: 900_000 }] };
    await finishReceiving(ports, sent);
    await finishReceiving(ports, sent);
    await drainImport(ports, run.id);
    expect(await ports.stores.imports.findRun(run.id)).toMatchObject({ state: 'done', offered: 2, kept: 1, rejected: 1 });
    expect((await ports.stores.products.listCoverage('mail'))[0]).toMatchObject({ total: 2, read: 2, kept: 1, skipped: { 'too long to send': 1 } });
  });

  it('an empty file is an import of nothing', async () => {
    const ports = testPorts();
    const id = await importFile(ports, []);
    expect(await ports.stores.imports.findRun(id)).toMatchObject({ state: 'done', offered: 0 });
  });

  it('gives two imports at the same moment ids of their own', async () => {
    const ports = { ...testPorts(), clock: { now: () => '2025-07-01T00:00:00.000Z', monotonicMs: () => 0 } };
    expect((await startImport(ports, request)).id).not.toBe((await startImport(ports, request)).id);
  });

  it('goes on in another job when the time is up', async () => {
    const ports = testPorts();
    const id = await send(ports, lines);
    let ms = 0;
    const slow = { ...ports, clock: { ...ports.clock, monotonicMs: () => (ms += 30_000) } };
    for (let runs = 0; runs < 9 && (await ports.stores.imports.findRun(id))?.state !== 'done'; runs += 1) await drainImport(slow, id);
    expect(await ports.stores.imports.findRun(id)).toMatchObject({ state: 'done', offered: 7, kept: 3 });
    expect(ports.pushed.filter((job) => job.name === 'ingest').length).toBeGreaterThan(1);
    expect(ports.pushed.filter((job) => job.name === 'understand')).toHaveLength(1);
  });

  it('killed anywhere and run again, gives the rows and counts of an undisturbed run', async () => {
    const calm = testPorts();
    const calmId = await importFile(calm, lines);
    const wanted = await resultOf(calm, calmId);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.boolean()), { minLength: 1, maxLength: 6 }), async (deaths) => {
        const ports = testPorts();
        const id = await send(ports, lines);
        for (const [calls, before] of deaths) {
          try {
            await drainImport({ ...ports, stores: failingAfter(ports.stores, calls, before) }, id);
          } catch (error) {
            if (!(error instanceof Killed)) throw error;
          }
        }
        await drainImport(ports, id);
        await drainImport(ports, id);
        expect(await resultOf(ports, id)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('reads rows with words as said', async () => {
    const ports = testPorts();
    await importFile(ports, [row('1'), JSON.stringify({ id: '2', at: '2025-06-01', event: 'churned' })]);
    expect((await ports.stores.signals.pageSignals('mail', undefined, 9)).rows.map(isSaid)).toEqual([true, false]);
  });
});

/** Coverage but for when it was written. */
async function coverageOf(ports: TestPorts) {
  return (await ports.stores.products.listCoverage('mail')).map((one) => ({ ...one, lastReadAt: 'some time' }));
}

async function resultOf(ports: TestPorts, id: string) {
  const run = { ...(await ports.stores.imports.findRun(id)), finishedAt: 'some time' };
  return { run, coverage: await coverageOf(ports), signals: await ports.stores.signals.pageSignals('mail', undefined, 100), problems: await ports.stores.imports.pageProblems(id, undefined, 100) };
}

describe('importing issues and releases', () => {
  it("leaves an issue that Jira also has to Jira's record", async () => {
    const ports = testPorts();
    await ports.stores.issues.saveIssues('mail', [anIssue('10001', 'TB-1')], '2025-06-01T00:00:00.000Z');
    const issue = (key: string) => JSON.stringify({ key, summary: 'from the file', status: 'Open', created: '2025-01-01' });
    const id = await importFile(ports, [issue('TB-1'), issue('TB-2')], { kind: 'issues', fileName: 'i.jsonl' });
    expect((await ports.stores.issues.listIssues('mail')).map((one) => [one.key, one.summary])).toEqual([['TB-1', 'summary of TB-1'], ['TB-2', 'from the file']]);
    expect(await ports.stores.imports.findRun(id)).toMatchObject({ offered: 2, kept: 1, unchanged: 1 });
  });

  it('reads releases from CSV', async () => {
    const ports = testPorts();
    await importFile(ports, ['name,releasedAt,issues', '128.0,2025-06-01,TB-1;TB-2'], { kind: 'releases', format: 'csv', fileName: 'r.csv' });
    expect(await ports.stores.issues.listReleases('mail')).toEqual([
      { id: 'import:128.0', product: 'mail', name: '128.0', releasedAt: '2025-06-01T00:00:00.000Z', issues: ['TB-1', 'TB-2'] },
    ]);
  });
});
