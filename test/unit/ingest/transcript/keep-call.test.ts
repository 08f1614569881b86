import { drainImport } from '../../../../src/ingest/drain-import';
import { keepCall } from '../../../../src/ingest/transcript/keep-call';
import { readTranscript } from '../../../../src/ingest/transcript/read-transcript';
import type { Side } from '../../../../src/domain/transcript';
import { fakePorts, type FakePorts } from '../../../fakes/ports';

const source = { id: 'success-calls', product: 'mail', kind: 'calls', name: 'Success calls', visibility: 'open' } as const;
const FILE = 'Ana: The export drops every second row for us.\nBo: We will look into the export today, promised.\nAna: Please do, we go live on Monday morning.';

async function keep(ports: FakePorts, ana: Side, bo: Side) {
  const { turns } = await readTranscript(FILE);
  const kept = await keepCall(ports, { source, call: { id: 'call-7', at: '2026-02-20T10:00:00.000Z', title: 'Weekly', account: 'northwind' }, turns, sides: new Map([['Ana', ana], ['Bo', bo]]), startedBy: 'u1' });
  if (kept.importId !== undefined) await drainImport(ports, kept.importId);
  return kept;
}

const stored = async (ports: FakePorts) => (await ports.stores.signals.pageSignals('mail', undefined, 100)).rows;

describe('keeping a call', () => {
  it('stores the customers\' turns through the ordinary import, and counts the others by reason', async () => {
    const ports = fakePorts();
    expect(await keep(ports, 'customer', 'ours')).toMatchObject({ said: 2, skipped: { 'said by us': 1 }, takenBack: 0 });
    // The title is ours: it would be quoted as a customer's words.
    expect((await stored(ports)).map((one) => [one.text, one.account, one.title])).toEqual([
      ['The export drops every second row for us.', 'northwind', undefined],
      ['Please do, we go live on Monday morning.', 'northwind', undefined],
    ]);
  });

  it('of speakers that were swapped takes the wrong quotes back, also after the swap is itself taken back', async () => {
    const ports = fakePorts();
    await keep(ports, 'ours', 'customer');
    expect(await keep(ports, 'customer', 'ours')).toMatchObject({ said: 2, takenBack: 1 });
    expect((await stored(ports)).map((one) => one.text).join()).not.toContain('promised');
    await keep(ports, 'ours', 'customer');
    await keep(ports, 'customer', 'ours');
    expect((await stored(ports)).map((one) => one.text)).toEqual(['The export drops every second row for us.', 'Please do, we go live on Monday morning.']);
  });

  it('in which nobody is a customer leaves nothing of an earlier attribution behind', async () => {
    const ports = fakePorts();
    await keep(ports, 'customer', 'ours');
    expect(await keep(ports, 'unknown', 'ours')).toEqual({ said: 0, skipped: { 'speaker unknown': 2, 'said by us': 1 }, takenBack: 2 });
    expect(await stored(ports)).toEqual([]);
  });

  it('that is ended between taking back and storing is mended by saying it again', async () => {
    const ports = fakePorts();
    await keep(ports, 'ours', 'customer');
    const broken = { ...ports, stores: { ...ports.stores, signals: { ...ports.stores.signals, removeSignals: () => Promise.reject(new Error('killed')) } } } as FakePorts;
    await expect(keep(broken, 'customer', 'ours')).rejects.toThrow('killed');
    await keep(ports, 'customer', 'ours');
    expect((await stored(ports)).map((one) => one.text).join()).not.toContain('promised');
  });

  it('without times, with crosstalk and with speakers that were swapped at first, quotes in the end what the customers said and nothing else', async () => {
    const file = 'recorded on a telephone\nMarta Lindqvist: The importer forgets our second warehouse every night.\nIvo Brandt: I promise that we mend it, Marta Lindqvist.\nMarta Lindqvist: We count [crosstalk] by hand.\nMarta Lindqvist: Marta here again, Ivo Brandt, by hand until Friday.';
    const ports = fakePorts();
    const say = async (marta: Side, ivo: Side) => {
      const kept = await keepCall(ports, { source, call: { id: 'call-8', at: '2026-02-20T12:00:00.000Z', title: 'Lost renewal' }, turns: (await readTranscript(file)).turns, sides: new Map([['Marta Lindqvist', marta], ['Ivo Brandt', ivo]]), startedBy: 'u1' });
      if (kept.importId !== undefined) await drainImport(ports, kept.importId);
      return kept;
    };
    expect(await say('ours', 'customer')).toMatchObject({ said: 1 });
    expect(await say('customer', 'ours')).toEqual({ importId: expect.any(String), said: 2, skipped: { 'speaker unknown': 1, 'said by us': 1, 'several spoke at once': 1 }, takenBack: 1 });
    const rows = await stored(ports);
    expect(rows.map((one) => [one.at, one.text])).toEqual([
      ['2026-02-20T12:00:00.000Z', 'The importer forgets our second warehouse every night.'],
      ['2026-02-20T12:00:00.000Z', '[name] here again, [name], by hand until Friday.'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/promise|Lost renewal|Lindqvist|crosstalk|telephone/);
  });
});
