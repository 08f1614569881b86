import fc from 'fast-check';
import { openApp, type App } from '../../../src/app';
import { forgeSources } from '../../../src/compose-sources';
import { coverageOf, type SourceCoverage } from '../../../src/domain/coverage';
import { standingFiles } from '../../../src/domain/lost-rows';
import { fakeConnectionStore } from '../../fakes/connection-store';
import { fakePorts } from '../../fakes/ports';

const DAY = 86_400_000;
const january = (bad: number, of = 50): readonly string[] => Array.from({ length: of }, (_, i) => `a${i},${i < of - bad ? '2025-01-05' : '05.01.2025'},It is slow ${i}`);
const february = Array.from({ length: 50 }, (_, i) => `b${i},2025-02-05,It is slow ${i}`);

interface World {
  readonly app: App;
  readonly bring: (rows: readonly string[], fileName?: string) => Promise<void>;
  readonly standing: () => Promise<readonly [string, Readonly<Record<string, number>>, SourceCoverage['gaps']]>;
}

async function world(): Promise<World> {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const app = openApp({ ports, prepare: async () => undefined, sources: { ...forgeSources(), connections: fakeConnectionStore() } });
  return {
    app,
    bring: async (rows, fileName = 'export.csv') => {
      ports.clock.advance(DAY);
      const run = await app.startImport({ product: 'mail', kind: 'signals', format: 'csv', header: 'id,at,text', fileName, startedBy: 'admin', source: { id: 'nps', kind: 'file', name: 'NPS', visibility: 'open' } });
      await app.receiveChunk({ importId: run.id, seq: 0, firstLine: 2, text: rows.join('\n') });
      await app.finishReceiving({ importId: run.id, chunks: 1 });
      await app.runJob({ name: 'ingest', importId: run.id });
    },
    standing: async () => {
      const [one] = await ports.stores.products.listCoverage('mail');
      return [coverageOf(one === undefined ? [] : [one], 0, ports.clock.now()).state, one?.skipped ?? {}, one?.gaps ?? []];
    },
  };
}

describe('rows of a file that could not be read', () => {
  it('are a gap above one in a hundred, and below it are counted', async () => {
    const { bring, standing } = await world();
    await bring(january(1, 100));
    expect(await standing()).toEqual(['complete', { 'not a date': 1 }, []]);
    await bring(january(2, 100), 'other.csv');
    expect(await standing()).toEqual(['gap', { 'not a date': 3 }, [{ from: '2025-01-05T00:00:00.000Z', reason: 'rows-parked' }]]);
  });

  it.each([[january(49)], [january(50)], [january(2)]])('are not forgotten for the next file of the same name, which holds other rows', async (rows) => {
    const { bring, standing } = await world();
    await bring(rows);
    const lost = await standing();
    expect(lost[0]).toBe('gap');
    await bring(february);
    expect((await standing()).slice(0, 2)).toEqual(lost.slice(0, 2));
  });

  it.each([[49], [30], [2]])('are there once a better file brought them: %i of 50 were lost', async (bad) => {
    const { bring, standing } = await world();
    await bring(january(bad));
    await bring(february);
    await bring(january(0));
    expect(await standing()).toEqual(['complete', {}, []]);
  });

  it('count once when the same file comes again', async () => {
    const { bring, standing } = await world();
    for (const rows of [january(50), january(50), january(49), january(49)]) await bring(rows);
    expect((await standing())[1]).toEqual({ 'not a date': 50 + 49 });
  });

  it('are no gap when an admin says that nothing is missing, and later files are looked at anew', async () => {
    const { app, bring, standing } = await world();
    await bring(january(50));
    expect(await app.kept.list()).toMatchObject([{ id: 'nps', unreadable: { rows: 50, isGap: true } }]);
    await app.kept.settleLostRows('mail', 'nps');
    expect(await standing()).toEqual(['complete', {}, []]);
    expect((await app.kept.list())[0]).not.toHaveProperty('unreadable');
    await bring(february);
    expect((await standing())[0]).toBe('complete');
    await bring(january(49), 'later.csv');
    expect((await standing())[0]).toBe('gap');
  });

  it('stay known when another file names that source in its rows', async () => {
    const { app, bring, standing } = await world();
    await bring(january(49));
    const run = await app.startImport({ product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'all.jsonl', startedBy: 'admin', source: { id: 'all', kind: 'file', name: 'All', visibility: 'open' } });
    await app.receiveChunk({ importId: run.id, seq: 0, firstLine: 1, text: '{"id":"z","at":"2025-02-01","text":"Sync is slow","source":"NPS"}' });
    await app.finishReceiving({ importId: run.id, chunks: 1 });
    await app.runJob({ name: 'ingest', importId: run.id });
    const nps = (await app.kept.list()).find((one) => one.id === 'nps');
    expect(nps).toMatchObject({ signals: 2, unreadable: { rows: 49, isGap: true } });
    expect(await standing()).toBeDefined();
  });

  it('are never replaced by a file that lacks a row which the earlier one brought', () => {
    const run = fc.record({ fileName: fc.constantFrom('a.csv', 'b.csv'), kept: fc.nat(20), unchanged: fc.nat(20), rejected: fc.nat(20) }).map((one) => ({ ...one, offered: one.kept + one.unchanged + one.rejected }));
    fc.assert(fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
      const standing = new Set(standingFiles(runs));
      return runs.every((one, at) => standing.has(one) || runs.slice(at + 1).some((later) => later.fileName === one.fileName && later.unchanged >= one.kept + one.unchanged && later.offered >= one.offered));
    }), { numRuns: 500, seed: 20250703 });
  });
});
