import { coverageOf, type Gap } from '../../../../src/domain/coverage';
import { acceptSilence } from '../../../../src/ingest/inbound/accept-silence';
import { drainInbound, recordInbound } from '../../../../src/ingest/inbound/drain-inbound';
import { addInboundSource, listInboundSources, removeInboundSource } from '../../../../src/ingest/inbound/inbound-sources';
import { fakePorts } from '../../../fakes/ports';

const DAY = 24 * 3_600_000;
const SENDER = { product: 'mail', name: 'App', visibility: 'open', quietAfterHours: 24 } as const;

async function opened() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['TB'] });
  const { id } = await addInboundSource(ports, SENDER);
  const needs = { ...ports, wantUnderstanding: async () => undefined };
  let sent = 0;
  return {
    ports, needs, id,
    send: async () => {
      sent += 1;
      const at = ports.clock.now();
      await ports.inbound.accept({ source: id, nonce: `n${sent}`, receivedAt: at, signals: [{ signal: { id: `${id}:${sent}`, externalId: String(sent), source: id, at, kind: 'said', text: 'It broke', visibility: 'open' }, origin: {} }], gone: [] } as unknown as Parameters<typeof ports.inbound.accept>[0]);
      await drainInbound(needs);
    },
    hour: async () => {
      for (const one of await listInboundSources(ports)) await recordInbound(ports, one);
    },
    told: async () => {
      const { state, sources } = coverageOf(await ports.stores.products.listCoverage('mail'), 0, ports.clock.now());
      const days = ({ from, to }: Gap): number => Math.round((Date.parse(to ?? ports.clock.now()) - Date.parse(from)) / DAY);
      return { state, gaps: sources.flatMap((one) => one.gaps.map((gap) => `${days(gap)} days${gap.to === undefined ? ' and on' : ''}: ${gap.reason}`)) };
    },
  };
}

it('a sender that sends every day is heard all the time, hour by hour, however long ago it was added', async () => {
  const one = await opened();
  for (let day = 0; day < 6; day += 1) {
    await one.send();
    for (let hour = 0; hour < 24; hour += 1) {
      one.ports.clock.advance(DAY / 24);
      await drainInbound(one.needs);
      await one.hour();
      expect(await one.told()).toEqual({ state: 'complete', gaps: [] });
    }
  }
});

describe('a sender that was silent for longer than it promised', () => {
  it('was not heard in that time, also when it sends again, until somebody says that it had nothing to send', async () => {
    const one = await opened();
    await one.send();
    one.ports.clock.advance(60 * DAY);
    await one.hour();
    expect(await one.told()).toEqual({ state: 'gap', gaps: ['60 days and on: nothing was received'] });
    await one.send();
    const ended = { state: 'gap', gaps: ['60 days: nothing was received'] };
    expect(await one.told()).toEqual(ended);
    await one.send();
    await one.hour();
    expect(await one.told()).toEqual(ended);
    await acceptSilence(one.needs, one.id);
    await one.hour();
    expect(await one.told()).toEqual({ state: 'complete', gaps: [] });
  });

  it('keeps the silence when it is removed and added again', async () => {
    const one = await opened();
    await one.send();
    one.ports.clock.advance(60 * DAY);
    await one.hour();
    await removeInboundSource(one.ports, one.id);
    expect((await one.told()).gaps).toEqual(['60 days: nothing was received', '0 days and on: removed']);
    one.ports.clock.advance(DAY);
    await addInboundSource(one.ports, SENDER);
    await one.hour();
    expect((await one.told()).gaps).toEqual(['60 days: nothing was received', '1 days: removed']);
  });

  it('is not called one that never sent once it did', async () => {
    const one = await opened();
    one.ports.clock.advance(3 * DAY);
    await one.hour();
    expect((await one.told()).gaps).toEqual(['3 days and on: nothing was ever received']);
    await one.send();
    expect((await one.told()).gaps).toEqual(['3 days: nothing was received']);
  });

  it('cannot be called empty while it goes on', async () => {
    const one = await opened();
    one.ports.clock.advance(3 * DAY);
    await one.hour();
    await acceptSilence(one.needs, one.id);
    expect(await one.told()).toEqual({ state: 'gap', gaps: ['3 days and on: nothing was ever received'] });
  });
});
