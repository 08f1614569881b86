import { openApp, type App } from '../../../src/app';
import { forgeSources } from '../../../src/compose-sources';
import { listInboundSources } from '../../../src/ingest/inbound/inbound-sources';
import { coverageLine } from '../../../src/surfaces/coverage-line';
import { proveListening } from '../../../src/decide/prove-listening';
import { FIRST_POLICY } from '../../../src/decide/clamp-policy';
import { coverageOf } from '../../../src/domain/coverage';
import { chooseSources } from '../../../src/measure/choose-sources';
import { signed } from '../../build/signed';
import { fakeConnectionStore } from '../../fakes/connection-store';
import { fakePorts, type FakePorts } from '../../fakes/ports';
import { inboundTrigger } from '../../../src/surfaces/inbound/inbound-trigger';

const AT = Date.parse('2025-07-01T08:00:00.000Z') / 1000;
const SENT = JSON.stringify([{ id: '1', at: '2025-06-30', text: 'Export fails', account: 'acme' }, { id: '2', at: '2025-06-30', kind: 'did', event: 'churn', account: 'acme' }]);
const FILE = '{"id":"1","at":"2025-06-20","text":"Export crashes"}\n{"id":"2","at":"2025-06-21","text":"Sync is slow","source":"Old list"}';

interface World {
  readonly app: App;
  readonly ports: FakePorts;
  readonly live: () => Promise<string[]>;
  readonly coverage: () => ReturnType<FakePorts['stores']['products']['listCoverage']>;
  readonly upload: (source: string, text?: string) => Promise<void>;
  readonly send: () => Promise<unknown>;
}

const open = (ports: FakePorts): App => openApp({ ports, prepare: async () => undefined, sources: { ...forgeSources(), connections: fakeConnectionStore() } });

async function world(): Promise<World> {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const app = open(ports);
  const send = async (): Promise<unknown> => {
    const key = await app.inbound.addKey('own-app');
    const headers = Object.entries(signed(SENT, { key: key.id, secret: key.secret, seconds: AT })).map(([name, value]) => [name, [value]]);
    return inboundTrigger(app)({ method: 'POST', body: SENT, headers: Object.fromEntries(headers) }, { installContext: 'site' });
  };
  return {
    app, ports, send,
    live: async () => (await ports.stores.signals.pageSignals('mail', undefined, 100)).rows.map((row) => row.id),
    coverage: () => ports.stores.products.listCoverage('mail'),
    upload: async (source, text = FILE) => {
      const run = await app.startImport({ product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'a.jsonl', startedBy: 'admin', source: { id: source, kind: 'tickets', name: source, visibility: 'open' } });
      await app.receiveChunk({ importId: run.id, seq: 0, firstLine: 1, text });
      await app.finishReceiving({ importId: run.id, chunks: 1 });
      await app.runJob({ name: 'ingest', importId: run.id });
    },
  };
}

async function withSender(): Promise<World> {
  const one = await world();
  await one.app.inbound.add({ product: 'mail', name: 'Own app', visibility: 'open', quietAfterHours: 24 });
  await one.send();
  await one.app.runJob({ name: 'drain-inbound' });
  await one.upload('desk', '{"id":"9","at":"2025-06-30","text":"The desk works"}');
  return one;
}

describe('a sender that is removed', () => {
  it('and keeps what it sent is a gap, until somebody says that nobody listens there any more', async () => {
    const one = await withSender();
    const removedAt = one.ports.clock.now();
    await one.app.inbound.remove('own-app', true);
    expect(await one.live()).toEqual(['desk:9', 'own-app:1', 'own-app:2']);
    expect(coverageLine(await one.coverage(), 0, undefined, removedAt).state).toBe('gap');
    expect(await one.app.kept.list()).toMatchObject([{ id: 'desk', signals: 1 }, { id: 'own-app', signals: 2, removedAt }]);
    one.ports.clock.advance(3_600_000);
    one.ports.jobs.length = 0;
    await one.app.kept.giveUp('mail', 'own-app');
    await one.app.kept.giveUp('mail', 'own-app');
    expect(one.ports.jobs).toContainEqual({ name: 'understand', product: 'mail' });
    expect(await one.app.kept.list()).toMatchObject([{ id: 'desk' }, { id: 'own-app', signals: 2, leftAt: removedAt }]);
    const line = coverageLine(await one.coverage(), 0, undefined, one.ports.clock.now());
    expect(line).toMatchObject({ state: 'complete', sources: 1, read: 3 });
    // Said while what it sent stands in the weeks that are compared, and no longer.
    expect(line.gaps).toEqual([{ source: 'Own app', from: removedAt, reason: 'left' }]);
    expect(coverageLine(await one.coverage(), 0, undefined, '2026-02-01T00:00:00.000Z').gaps).toEqual([]);
    expect(await one.live()).toHaveLength(3);
  });

  it('and given up neither doubts nor proves silence, is on no side of a comparison, and alone is no listening', async () => {
    const one = await withSender();
    await one.app.inbound.remove('own-app', true);
    await one.app.kept.giveUp('mail', 'own-app');
    const now = one.ports.clock.now();
    const sources = await one.coverage();
    const proof = proveListening({ coverage: coverageOf(sources, 0, now), volumes: [], derived: undefined, stored: 0 }, FIRST_POLICY, now);
    expect(proof).toMatchObject({ kind: 'unproven', source: 'desk' });
    expect(chooseSources(sources, new Map(), Date.parse('2025-06-29'))).toEqual({ sources: [{ source: 'desk', since: '2025-06-29T00:00:00.000Z' }], leftOut: [{ source: 'own-app', reason: 'gap', at: now }] });
    const alone = sources.filter((source) => source.source === 'own-app');
    expect(coverageLine(alone, 0, undefined, '2027-01-01T00:00:00.000Z')).toMatchObject({ state: 'gap', sources: 0, gaps: [{ reason: 'left' }] });
    expect(proveListening({ coverage: coverageOf(alone, 0, now), volumes: [], derived: undefined, stored: 0 }, FIRST_POLICY, now)).toMatchObject({ doubt: 'nothing-connected' });
  });

  it('with its signals takes its quotes, its origins and its coverage along; another of its name begins anew', async () => {
    const one = await withSender();
    await one.app.inbound.remove('own-app', false);
    expect(await one.live()).toEqual(['desk:9']);
    expect(await one.ports.accounts.countUnknown('mail')).toEqual({ signals: 0, hints: 0 });
    expect((await one.coverage()).map((source) => source.source)).toEqual(['desk']);
    expect(coverageLine(await one.coverage(), 0, undefined, one.ports.clock.now()).state).toBe('complete');
    const again = await one.app.inbound.add({ product: 'mail', name: 'Own app', visibility: 'open', quietAfterHours: 24 });
    expect(again.id).toBe('own-app-2');
  });

  it('and added again under its name goes on, and the time between stays a gap', async () => {
    const one = await withSender();
    const removedAt = one.ports.clock.now();
    await one.app.inbound.remove('own-app', true);
    await one.app.kept.giveUp('mail', 'own-app');
    one.ports.clock.advance(86_400_000);
    const again = await one.app.inbound.add({ product: 'mail', name: 'Own app', visibility: 'counts', quietAfterHours: 48 });
    expect(again.id).toBe('own-app');
    const gap = { from: removedAt, to: one.ports.clock.now(), reason: 'removed' };
    expect((await one.coverage()).find((source) => source.source === 'own-app')?.gaps).toEqual([gap]);
    await one.app.inbound.lookAfter();
    expect((await one.coverage()).find((source) => source.source === 'own-app')?.gaps).toEqual([gap]);
    // Who may see it now may see no more of what was sent before.
    expect((await one.ports.stores.signals.findSignals('mail', ['own-app:1']))[0]?.visibility).toBe('counts');
  });

  it('while its deliveries are being read leaves nothing behind', async () => {
    const one = await withSender();
    await one.send();
    const { saveNewest } = one.ports.stores.signals;
    const removing: FakePorts = { ...one.ports, stores: { ...one.ports.stores, signals: { ...one.ports.stores.signals, saveNewest: async (product, offered, at) => {
      if ((await listInboundSources(one.ports)).length > 0) await one.app.inbound.remove('own-app', false);
      return saveNewest(product, offered.map(({ signal, order }) => ({ order, signal: { ...signal, id: `${signal.id}0`, externalId: `${signal.externalId}0` } })), at);
    } } } };
    await open(removing).runJob({ name: 'drain-inbound' });
    expect(await one.live()).toEqual(['desk:9']);
    expect((await one.coverage()).map((source) => source.source)).toEqual(['desk']);
  });
});

describe('a file', () => {
  it('can be left with all its signals; the same file again is kept, under another id', async () => {
    const one = await world();
    await one.upload('forum');
    expect(await one.live()).toEqual(['forum:1', 'old-list:2']);
    await one.app.kept.remove('mail', 'forum');
    expect(await one.live()).toEqual(['old-list:2']);
    expect((await one.app.kept.list()).map((source) => source.id)).toEqual(['old-list']);
    await one.app.kept.remove('mail', 'old-list');
    await one.upload('forum');
    await one.upload('forum');
    expect(await one.live()).toEqual(['forum-2:1', 'old-list-2:2']);
    await expect(one.app.kept.remove('mail', 'forum')).rejects.toThrow('no such source');
  });

  it('that was given up counts again with the next file for it', async () => {
    const one = await world();
    await one.upload('forum', '{"id":"1","at":"2025-06-20","text":"Export crashes"}');
    await one.app.kept.giveUp('mail', 'forum');
    expect(coverageLine(await one.coverage(), 0, undefined, one.ports.clock.now()).state).toBe('gap');
    await one.upload('forum', '{"id":"3","at":"2025-06-30","text":"Export crashes"}');
    expect(coverageLine(await one.coverage(), 0, undefined, one.ports.clock.now()).state).toBe('complete');
  });

  it('is not taken away while it is being read, and what is still read by us is not taken away here', async () => {
    const one = await withSender();
    const run = await one.app.startImport({ product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'b.jsonl', startedBy: 'admin', source: { id: 'desk', kind: 'tickets', name: 'Desk', visibility: 'open' } });
    await one.app.receiveChunk({ importId: run.id, seq: 0, firstLine: 1, text: FILE });
    await one.app.finishReceiving({ importId: run.id, chunks: 1 });
    await expect(one.app.kept.remove('mail', 'desk')).rejects.toThrow('is being read');
    await expect(one.app.kept.remove('mail', 'own-app')).rejects.toThrow('no such source');
    await expect(one.app.kept.giveUp('mail', 'own-app')).rejects.toThrow('no such source');
  });
});
