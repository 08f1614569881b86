import { hmacSha256 } from '../../src/connectors/_shared/signature';
import { slack } from '../../src/connectors/slack';
import { typeform } from '../../src/connectors/typeform';
import { receiveVendor } from '../../src/ingest/sources/receive-vendor';
import type { SourceWorld } from '../../host/sources/source-world';
import { openWorld as openTypeform } from '../../host/sources/typeform/world';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { behindDoor } from './doors';

/** Slack has nothing to be asked: it only sends. */
const nothingToAsk = (): SourceWorld => behindDoor({ connector: slack, settings: {}, secrets: { signingSecret: 'sign' } });

async function mark(bench: SourceBench, text: string, { key = 'sign', connection = CONNECTION, body = bodyOf(text) } = {}) {
  const sentAt = Math.floor(Date.parse(bench.clock.now()) / 1000);
  return receiveVendor(bench.needs, connection, { body, query: {}, headers: { 'x-slack-request-timestamp': String(sentAt), 'x-slack-signature': `v0=${await hmacSha256(key, `v0:${sentAt}:${body}`, 'hex')}` } });
}

function bodyOf(text: string): string {
  return `payload=${encodeURIComponent(JSON.stringify({ type: 'message_action', callback_id: 'customer_signal', team: { id: 'T1' }, channel: { id: 'C1' }, message: { ts: '1735725600.000100', user: 'U2', user_team: 'T2', text } }))}`;
}

describe('a delivery of a vendor', () => {
  it('is taken once it is stored, counted in the coverage, and once however often it comes', async () => {
    const bench = await openBench(slack, nothingToAsk, 'deliveries');
    expect(await mark(bench, 'The export drops every second row')).toBe('taken');
    expect(await mark(bench, 'The export drops every second row')).toBe('taken');
    expect([...(await bench.stored()).values()]).toEqual(['The export drops every second row']);
    const [coverage] = await bench.ports.stores.products.listCoverage(PRODUCT);
    expect(coverage).toMatchObject({ kind: 'slack', read: 1, kept: 1 });
  });

  it('is refused without the vendor\'s signature, unreadable when it is something else, and unknown for another connection; nothing is stored', async () => {
    const bench = await openBench(slack, nothingToAsk, 'refusals');
    expect(await mark(bench, 'x', { key: 'guess' })).toBe('refused');
    expect(await mark(bench, 'x', { body: 'text=x' })).toBe('unreadable');
    expect(await mark(bench, 'x', { connection: 'nobody' })).toBe('unknown');
    expect((await bench.stored()).size).toBe(0);
  });

  it('says "busy" when the store is away, so that the vendor sends again', async () => {
    const bench = await openBench(slack, nothingToAsk, 'busy');
    const { StoreUnavailable } = await import('../../src/domain/errors');
    const away = { ...bench.needs, stores: { ...bench.needs.stores, signals: { ...bench.needs.stores.signals, saveSignals: () => Promise.reject(new StoreUnavailable('away')) } } };
    const body = bodyOf('It is slow');
    const sentAt = Math.floor(Date.parse(bench.clock.now()) / 1000);
    const headers = { 'x-slack-request-timestamp': String(sentAt), 'x-slack-signature': `v0=${await hmacSha256('sign', `v0:${sentAt}:${body}`, 'hex')}` };
    expect(await receiveVendor(away, CONNECTION, { body, query: {}, headers })).toBe('busy');
    expect(await mark(bench, 'It is slow')).toBe('taken');
    expect((await bench.stored()).size).toBe(1);
  });

  it('that comes again after its record was deleted brings no words back', async () => {
    const bench = await openBench(typeform, openTypeform, 'sent-again');
    const ids = [...'abcdefghijklmnopqrst'].map((letter) => {
      bench.clock.advance(60_000);
      return bench.world.speak(`It crashes again number ${letter}`);
    });
    bench.clock.advance(3_600_000);
    await bench.cycle(3);
    const id = ids[3] ?? '';
    const form = (bench.world.settings['forms'] ?? '').split(',')[0];
    const shown = bench.world.answer({ method: 'GET', host: 'api.typeform.com', path: `/forms/${form}/responses`, query: new URLSearchParams({ page_size: '200', response_type: 'completed' }), headers: { authorization: `Bearer ${bench.world.secrets['token']}` }, body: '' }).body as { readonly items: readonly { readonly token: string }[] };
    const theirs = shown.items.find((one) => one.token === id);
    expect(theirs).toBeDefined();
    await bench.ports.settings.saveSecret(`source-secret:${CONNECTION}:webhookSecret`, 'hook');
    bench.world.remove(id);
    await bench.cycle(30);
    expect((await bench.stored()).has(id)).toBe(false);
    const body = JSON.stringify({ event_id: 'e', event_type: 'form_response', form_response: { form_id: form, ...theirs } });
    expect(await receiveVendor(bench.needs, CONNECTION, { body, query: {}, headers: { 'typeform-signature': `sha256=${await hmacSha256('hook', body, 'base64')}` } })).toBe('taken');
    expect((await bench.stored()).has(id)).toBe(false);
  });
});
