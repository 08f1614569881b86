import fc from 'fast-check';
import { openWorld } from '../../../host/sources/_template/world';
import { template } from '../../../src/connectors/_template';
import { rollUp, type Receipt } from '../../../src/domain/receipt';
import { openSourceHttp } from '../../../src/ingest/http/open-source-http';
import { utf8Bytes } from '../../../src/ingest/http/utf8-bytes';
import { CONNECTION, openBench } from '../../connectors/bench-source';
import { fakeClock } from '../../fakes/ports';

describe('what a source sent', () => {
  it('is counted as UTF-8 has it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
    }));
  });

  it('counts every answer that was read: refusals and repeats too, and nothing of what did not come', async () => {
    const answers = [{ status: 503, text: 'später' }, { status: 302, text: 'over there' }, { status: 200, text: '{"a":"ä"}' }, { status: 404, text: 'no' }];
    const http = openSourceHttp(
      { http: { send: async () => ({ headers: { 'content-type': 'application/json', location: 'https://acme.example.com/b' }, ...(answers.shift() ?? { status: 500, text: '' }) }) }, clock: fakeClock(), sleep: async () => undefined, random: () => 0 },
      template, { host: 'acme.example.com' },
    );
    await http.json('https://acme.example.com/a');
    await http.send('https://acme.example.com/c');
    expect([http.requests(), http.received()]).toEqual([4, 7 + 10 + 10 + 2]);
  });

  it('stands in the receipt of the run, blind ones too', async () => {
    const bench = await openBench(template, openWorld, 'bytes');
    bench.world.speak('Grüße aus Köln');
    await bench.cycle();
    bench.fault = () => ({ kind: 'html' });
    await bench.cycle();
    const [blind, whole] = await bench.needs.connections.listReceipts(CONNECTION, 2);
    expect([whole?.outcome, blind?.outcome]).toEqual(['complete', 'blind']);
    expect(whole?.received).toBeGreaterThan(50);
    expect(blind?.received).toBeGreaterThan(0);
  });

  it('is summed up for a day only where every run of it counted', () => {
    const run = (hour: number, received?: number): Receipt => ({ connection: 'a', startedAt: `2025-06-30T0${hour}:00:00.000Z`, finishedAt: `2025-06-30T0${hour}:01:00.000Z`, outcome: 'complete', read: 1, kept: 1, unchanged: 0, skipped: {}, removed: 0, requests: 2, gaps: [], ...(received === undefined ? {} : { received }) });
    expect(rollUp('a', '2025-06-30', [run(1, 500), run(2, 0), run(3, 70)]).received).toBe(570);
    expect(rollUp('a', '2025-06-30', [run(1, 500), run(2)]).received).toBeUndefined();
  });
});
