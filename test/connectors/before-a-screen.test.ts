import { openWorld } from '../../host/sources/zendesk/world';
import type { Fault } from '../../host/sources/faults';
import { openWorld as openGooglePlay } from '../../host/sources/google-play/world';
import { googlePlay } from '../../src/connectors/google-play';
import { zendesk } from '../../src/connectors/zendesk';
import { connectSource, testSource } from '../../src/ingest/sources/connect-source';
import { fetchPerson } from '../../src/ingest/sources/fetch-person';
import { previewSource } from '../../src/ingest/sources/preview-source';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

/** The platform kills what a screen waits for after this long. */
const SCREEN_MS = 25_000;

const formOf = (bench: SourceBench, over: Readonly<Record<string, string>> = {}, id?: string) => ({
  ...(id === undefined ? {} : { id }), connector: 'zendesk', product: PRODUCT, name: 'Zendesk', visibility: 'open' as const, days: 30, fields: { ...bench.world.settings, ...(id === undefined ? bench.world.secrets : {}), ...over },
});

describe('a test or a preview, which a person waits for', () => {
  it.each<readonly [string, Fault, string]>([
    ['hangs', { kind: 'hang' }, 'source/unreachable'],
    ['breaks off', { kind: 'reset' }, 'source/unreachable'],
    ['fails', { kind: 'status', status: 503 }, 'source/unreachable'],
    ['asks to wait', { kind: 'status', status: 429, headers: { 'retry-after': '50' } }, 'source/rate-limited'],
  ])('of a source that %s ends with the reason before the screen is given up', async (_, fault, code) => {
    const bench = await openBench(zendesk, openWorld, 'screen');
    bench.fault = () => fault;
    for (const ask of [() => testSource(bench.needs, formOf(bench)), () => previewSource(bench.needs, formOf(bench), 'admin')]) {
      const from = bench.clock.monotonicMs();
      const told = await ask().catch((error: unknown) => error);
      expect(told).toMatchObject({ code });
      expect(bench.clock.monotonicMs() - from).toBeLessThan(SCREEN_MS);
    }
  });
});

describe('what screens ask', () => {
  const LISTED = /\/incremental\//;

  it('is held to what is left of the budget, a form that is no connection yet included, and costs nothing where nothing is', async () => {
    const bench = await openBench(zendesk, openWorld, 'budget');
    for (let said = 0; said < 4; said += 1) bench.world.speak(`It crashes, the ${said}th time`);
    const told: unknown[] = [];
    for (let looks = 0; looks < 14; looks += 1) told.push(await previewSource(bench.needs, formOf(bench), 'admin').then(() => 'shown', (error: unknown) => (error as { readonly code?: string }).code));
    const listed = (): readonly { readonly at: number }[] => bench.arrivals.filter((one) => LISTED.test(one.path));
    const most = Math.max(...listed().map(({ at }) => listed().filter((one) => one.at > at - 60_000 && one.at <= at).length));
    expect(most).toBeLessThanOrEqual(10);
    expect(new Set(told)).toEqual(new Set(['shown', 'source/budget-spent']));
    const before = listed().length;
    expect(await previewSource(bench.needs, formOf(bench), 'admin').then(() => 'shown', () => listed().length - before)).toBe(0);
    // The connection to that address waits as well, and reads when its time comes.
    bench.clock.advance(120_000);
    await bench.poll();
    expect((await bench.stored()).size).toBe(4);
  });

  it('is answered while everything is read for the first time', async () => {
    const bench = await openBench(googlePlay, openGooglePlay, 'first read');
    for (let said = 0; said < 200; said += 1) bench.world.speak(`It crashes, the ${said}th time`);
    await bench.needs.connections.addSent([{ connection: CONNECTION, limit: 'all', slotAt: bench.clock.now(), amount: 173 }]);
    const form = { id: CONNECTION, connector: 'google-play', product: PRODUCT, name: 'Play', visibility: 'open' as const, days: 6, fields: bench.world.settings };
    await bench.poll();
    expect((await bench.needs.connections.findFeed(CONNECTION, 'poll')).notBefore).toBeDefined();
    expect(await testSource(bench.needs, form)).toMatchObject({ ok: true });
  });

  it('names who wrote while there is budget, and says when there is none', async () => {
    const bench = await openBench(zendesk, openWorld, 'who');
    bench.world.speak('It crashes');
    await bench.cycle();
    const [signal] = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 1)).rows;
    expect(await fetchPerson(bench.needs, { source: CONNECTION, externalId: signal?.externalId ?? '', author: signal?.author ?? '' })).toMatchObject({ kind: 'name' });
    await bench.needs.connections.addSent([{ connection: CONNECTION, limit: 'all', slotAt: bench.clock.now(), amount: 180 }]);
    const before = bench.arrivals.length;
    expect([await fetchPerson(bench.needs, { source: CONNECTION, externalId: signal?.externalId ?? '', author: signal?.author ?? '' }), bench.arrivals.length - before]).toEqual([{ kind: 'budget-spent' }, 0]);
  });
});

describe('a secret that is stored', () => {
  it('goes to no other address than the one it was typed for, and to no other source', async () => {
    const bench = await openBench(zendesk, openWorld, 'secret');
    const before = bench.arrivals.length;
    const elsewhere = formOf(bench, { host: 'mallory.zendesk.com' }, CONNECTION);
    for (const ask of [testSource(bench.needs, elsewhere), previewSource(bench.needs, elsewhere, 'admin'), connectSource(bench.needs, elsewhere, 'admin', 'without-looking')]) {
      await expect(ask).rejects.toMatchObject({ code: 'edge/bad-input', message: expect.stringContaining('Type this again') as unknown });
    }
    await expect(testSource(bench.needs, { ...formOf(bench, {}, CONNECTION), connector: 'intercom' })).rejects.toMatchObject({ code: 'edge/bad-input' });
    expect(bench.arrivals).toHaveLength(before);
  });

  it('serves a test of the same address, and one typed anew goes where the form says', async () => {
    const bench = await openBench(zendesk, openWorld, 'secret');
    expect(await testSource(bench.needs, formOf(bench, {}, CONNECTION))).toMatchObject({ ok: true });
    expect(await connectSource(bench.needs, formOf(bench, { host: 'acme2.zendesk.com', ...bench.world.secrets }, CONNECTION), 'admin', 'without-looking')).toMatchObject({ connection: { settings: { host: 'acme2.zendesk.com' } } });
  });

  it('has to be there before anything is connected', async () => {
    const bench = await openBench(zendesk, openWorld, 'secret');
    const [name = ''] = Object.keys(bench.world.secrets);
    const { [name]: _, ...without } = formOf(bench).fields as Record<string, string>;
    await expect(connectSource(bench.needs, { ...formOf(bench), fields: without }, 'admin', 'without-looking')).rejects.toMatchObject({ code: 'edge/bad-input', message: expect.stringContaining('Fill this in') as unknown });
  });
});

describe('connecting', () => {
  const kept = async ({ ports, needs }: SourceBench): Promise<unknown> => [(await needs.connections.listConnections()).map((one) => one.id), ports.jobs.length];
  const [name, product] = ['New desk', PRODUCT];

  it('keeps nothing while the test says no: neither connection nor secret, and nothing is read', async () => {
    const bench = await openBench(zendesk, openWorld, 'refused');
    const before = await kept(bench);
    const secrets: string[] = [];
    const needs = { ...bench.needs, settings: { ...bench.needs.settings, saveSecret: async (key: string) => void secrets.push(key) } };
    const refused = await connectSource(needs, { ...formOf(bench, { token: 'wrong' }), name }, 'admin', 'without-looking');
    expect(refused).toEqual({ ok: false, test: expect.objectContaining({ ok: false, code: 'source/unauthorised' }) });
    bench.fault = () => ({ kind: 'html' });
    expect(await connectSource(needs, { ...formOf(bench), name }, 'admin', 'without-looking')).toMatchObject({ ok: false, test: { code: 'source/unreadable' } });
    expect([await kept(bench), secrets]).toEqual([before, []]);
  });

  it('goes through a look at this very place, or the word that nobody wants to look', async () => {
    const bench = await openBench(zendesk, openWorld, 'looked');
    const form = { ...formOf(bench), name };
    const { looked } = await previewSource(bench.needs, form, 'admin');
    const before = await kept(bench);
    for (const [other, mark] of [[form, ''], [form, 'looked-of-somebody-else'], [{ ...form, fields: { ...form.fields, planField: 'plan' } }, looked], [{ ...form, product: 'other' }, looked]] as const) {
      if (other.product === 'other') await bench.ports.stores.products.saveProduct({ id: 'other', name: 'Other', projects: ['OT'] });
      await expect(connectSource(bench.needs, other, 'admin', { looked: mark })).rejects.toMatchObject({ code: 'edge/bad-input', field: 'look' });
    }
    expect(await kept(bench)).toEqual(before);
    // The name and who may see it are no other place.
    expect(await connectSource(bench.needs, { ...form, name: 'Another name', visibility: 'counts' }, 'admin', { looked })).toMatchObject({ ok: true, connection: { id: 'another-name', product } });
    expect(await connectSource(bench.needs, { ...form, name: 'Third' }, 'admin', 'without-looking')).toMatchObject({ ok: true });
  });

  it('takes the look at what one key shows for no look at what another one does, and its mark holds no key', async () => {
    const bench = await openBench(zendesk, openWorld, 'another key');
    const form = { ...formOf(bench), name };
    const { looked } = await previewSource(bench.needs, form, 'admin');
    for (const secret of Object.values(bench.world.secrets)) expect(looked).not.toContain(secret);
    const before = await kept(bench);
    await expect(connectSource(bench.needs, { ...form, fields: { ...form.fields, token: 'of-another-account' } }, 'admin', { looked })).rejects.toMatchObject({ code: 'edge/bad-input', field: 'look' });
    expect(await kept(bench)).toEqual(before);
    expect(await connectSource(bench.needs, form, 'admin', { looked })).toMatchObject({ ok: true });
  });

  it('asks for neither where address and secrets stay: who may see a source can be changed while it is down', async () => {
    const bench = await openBench(zendesk, openWorld, 'down');
    bench.fault = () => ({ kind: 'status', status: 503 });
    const asked = bench.arrivals.length;
    expect(await connectSource(bench.needs, { ...formOf(bench, {}, CONNECTION), visibility: 'hidden' }, 'admin', { looked: '' })).toMatchObject({ ok: true, connection: { visibility: 'hidden' } });
    expect(bench.arrivals).toHaveLength(asked);
    // A new key is tried, also where nothing else changes.
    expect(await connectSource(bench.needs, formOf(bench, { token: 'new' }, CONNECTION), 'admin', { looked: '' })).toMatchObject({ ok: false, test: { code: 'source/unreachable' } });
  });
});
