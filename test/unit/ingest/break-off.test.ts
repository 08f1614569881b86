import { isPending } from '../../../src/domain/import';
import { breakOff, breakOffOld } from '../../../src/ingest/break-off';
import { drainImport } from '../../../src/ingest/drain-import';
import { finishReceiving } from '../../../src/ingest/finish-receiving';
import { receiveChunk } from '../../../src/ingest/receive-chunk';
import { startImport } from '../../../src/ingest/start-import';
import { fakePorts } from '../../fakes/ports';

const HOUR = 3_600_000;
const WORDS = 'The export stops, says anna.smith@acme.example, call +49 170 1234567';
const request = { product: 'mail', kind: 'signals', format: 'csv', header: 'id,at,text,author', fileName: 'export.csv', source: { id: 'nps', kind: 'file', name: 'NPS', visibility: 'open' }, startedBy: 'ann' } as const;

async function half() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['M'] });
  const run = await startImport(ports, request);
  const chunk = { importId: run.id, seq: 0, firstLine: 2, text: `a,2025-01-01,"${WORDS}",anna.smith@acme.example\nb,never,"${WORDS}",x` };
  await receiveChunk(ports, chunk);
  const pending = async (): Promise<number> => (await ports.stores.imports.listRuns('mail', 10)).filter(isPending).length;
  return { ports, run, chunk, pending };
}

describe('a file while it is being sent', () => {
  it('waits without an address, a number or a row that could not be read in it', async () => {
    const { ports, run } = await half();
    const [kept] = await ports.stores.imports.listChunks(run.id, 5);
    expect(kept?.text).toContain('The export stops');
    for (const personal of ['anna.smith', '1234567']) expect(kept?.text).not.toContain(personal);
    expect(kept?.text.match(/The export stops/g)).toHaveLength(1);
    await finishReceiving(ports, { importId: run.id, chunks: 1 });
    await drainImport(ports, run.id);
    expect(await ports.stores.imports.findRun(run.id)).toMatchObject({ state: 'done', offered: 2, kept: 1, rejected: 1 });
    expect((await ports.stores.imports.pageProblems(run.id, undefined, 5)).rows).toMatchObject([{ line: 3, field: 'at', reason: 'not a date' }]);
  });

  it('holds answers back, and is thrown away six hours after it began where it never came to its end', async () => {
    const { ports, run, pending } = await half();
    ports.clock.advance(5 * HOUR);
    await breakOffOld(ports);
    expect(await pending()).toBe(1);
    ports.clock.advance(HOUR);
    await breakOffOld(ports);
    await breakOffOld(ports);
    expect(await pending()).toBe(0);
    expect(await ports.stores.imports.listChunks(run.id, 5)).toEqual([]);
    expect(await ports.stores.imports.findRun(run.id)).toMatchObject({ state: 'broken-off', offered: 0, kept: 0 });
  });

  it('is thrown away at once by an admin, takes nothing more, and is never read', async () => {
    const { ports, run, chunk, pending } = await half();
    await breakOff(ports, run.id);
    await breakOff(ports, run.id);
    expect(await pending()).toBe(0);
    await expect(receiveChunk(ports, { ...chunk, seq: 1 })).rejects.toThrow('takes no more chunks');
    await expect(finishReceiving(ports, { importId: run.id, chunks: 1 })).rejects.toThrow('Send it again');
    await drainImport(ports, run.id);
    expect(await ports.stores.signals.countSignals('mail')).toBe(0);
    await expect(breakOff(ports, 'none')).rejects.toThrow('no such import');
  });

  it('is left alone once it was sent to its end', async () => {
    const { ports, run, pending } = await half();
    await finishReceiving(ports, { importId: run.id, chunks: 1 });
    ports.clock.advance(9 * HOUR);
    await breakOffOld(ports);
    await breakOff(ports, run.id);
    expect(await pending()).toBe(1);
    await drainImport(ports, run.id);
    expect(await ports.stores.signals.countSignals('mail')).toBe(1);
  });
});
