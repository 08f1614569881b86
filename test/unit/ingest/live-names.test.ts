import { openApp, type App } from '../../../src/app';
import { forgeSources } from '../../../src/compose-sources';
import { fakeConnectionStore } from '../../fakes/connection-store';
import { fakePorts, type FakePorts } from '../../fakes/ports';
import type { VisibilityClass } from '../../../src/domain/visibility';

const LOST = { from: '2025-06-01T00:00:00.000Z', reason: 'source/unauthorised' };
const DESK = { source: 'desk', name: 'Desk', kind: 'zendesk', total: 900, totalBy: 'source', read: 100, kept: 100, skipped: {}, gaps: [LOST] } as const;

interface World {
  readonly app: App;
  readonly ports: FakePorts;
  readonly upload: (source: string, text: string, visibility?: VisibilityClass) => Promise<void>;
}

/** A connected desk whose key has expired. */
async function world(): Promise<World> {
  const [ports, connections] = [fakePorts(), fakeConnectionStore()];
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  await connections.saveConnection({ id: 'desk', connector: 'zendesk', product: 'mail', name: 'Desk', visibility: 'hidden', settings: {}, state: 'needs-attention', since: '2025-01-01T00:00:00.000Z', createdAt: '2025-01-01T00:00:00.000Z', createdBy: 'ann' });
  await ports.stores.products.saveSource({ id: 'desk', product: 'mail', kind: 'zendesk', name: 'Desk', visibility: 'hidden' });
  await ports.stores.products.saveCoverage('mail', DESK);
  const app = openApp({ ports, prepare: async () => undefined, sources: { ...forgeSources(), connections } });
  return {
    app, ports,
    upload: async (source, text, visibility = 'open') => {
      const run = await app.startImport({ product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'a.jsonl', startedBy: 'ann', source: { id: source, kind: 'tickets', name: source, visibility } });
      await app.receiveChunk({ importId: run.id, seq: 0, firstLine: 1, text });
      await app.finishReceiving({ importId: run.id, chunks: 1 });
      await app.runJob({ name: 'ingest', importId: run.id });
    },
  };
}

const rowOf = (id: string, over: object = {}): string => JSON.stringify({ id, at: '2025-06-20', text: `words of ${id}`, ...over });

async function standing({ ports }: World): Promise<unknown> {
  const [coverage, settings] = await Promise.all([ports.stores.products.listCoverage('mail'), ports.stores.products.listSources('mail')]);
  return [coverage.find((one) => one.source === 'desk'), settings.find((one) => one.id === 'desk')?.visibility];
}

describe('a file under the name of a source that is read by itself', () => {
  it('is refused, and what is not heard there stays not heard', async () => {
    const one = await world();
    await expect(one.upload('desk', rowOf('1'))).rejects.toThrow('A connected source or a sender has this name');
    expect(await standing(one)).toEqual([DESK, 'hidden']);
  });

  it('is refused for a sender of own systems too, and for the transcript of a call', async () => {
    const one = await world();
    await one.app.inbound.add({ product: 'mail', name: 'Own app', visibility: 'open', quietAfterHours: 24 });
    await expect(one.upload('own-app', rowOf('1'))).rejects.toThrow('A connected source or a sender has this name');
    const call = { source: { id: 'desk', product: 'mail', kind: 'calls', name: 'Desk', visibility: 'open' as const }, call: { id: 'c', at: '2025-06-20T12:00:00.000Z' }, turns: [], sides: new Map(), startedBy: 'ann' };
    await expect(one.app.keepCall(call)).rejects.toThrow('A connected source or a sender has this name');
  });

  it('is kept apart where its rows name that source', async () => {
    const one = await world();
    await one.upload('all', [rowOf('1', { source: 'Desk' }), rowOf('2')].join('\n'));
    await one.upload('all', rowOf('3', { source: 'Desk' }));
    expect((await one.ports.stores.signals.pageSignals('mail', undefined, 10)).rows.map((row) => row.id).sort()).toEqual(['all:2', 'desk-file:1', 'desk-file:3']);
    expect(await standing(one)).toEqual([DESK, 'hidden']);
    expect((await one.ports.stores.products.listCoverage('mail')).find((own) => own.source === 'desk-file')).toMatchObject({ name: 'Desk (file)', kept: 2 });
  });

  it('stands in no list of what a file may go on with', async () => {
    const one = await world();
    await one.upload('forum', rowOf('1'));
    expect((await one.app.kept.ofFiles('mail')).map((source) => source.id)).toEqual(['forum']);
  });
});

describe('who may see a source of files', () => {
  it('is the same for all its words: the class of a later file holds for those of earlier ones', async () => {
    const one = await world();
    await one.upload('forum', [rowOf('1'), rowOf('2')].join('\n'));
    await one.upload('forum', rowOf('3'), 'hidden');
    expect((await one.ports.stores.signals.pageSignals('mail', undefined, 10)).rows.map((row) => row.visibility)).toEqual(['hidden', 'hidden', 'hidden']);
  });

  it('is asked for anew at once, before the file that changes it is read', async () => {
    const one = await world();
    await one.upload('forum', rowOf('1'));
    one.ports.jobs.splice(0);
    await one.app.startImport({ product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'b.jsonl', startedBy: 'ann', source: { id: 'forum', kind: 'tickets', name: 'forum', visibility: 'counts' } });
    expect(one.ports.jobs).toContainEqual({ name: 'understand', product: 'mail' });
  });
});
