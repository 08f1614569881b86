import { emptyState, type ZendeskComment } from '../../host/sources/zendesk/state';
import { worldOf } from '../../host/sources/zendesk/world';
import { zendesk } from '../../src/connectors/zendesk';
import { CONNECTION, openBench, PRODUCT } from './bench-source';

const CUSTOMER = 1001;

/** A ticket that came over a channel, with comments of the customer. */
async function ticket(channel: string, comments: readonly Partial<ZendeskComment>[]) {
  const state = emptyState();
  const bench = await openBench(zendesk, (needs) => worldOf(needs, state), channel);
  const at = Date.parse(bench.clock.now());
  state.users.set(CUSTOMER, { id: CUSTOMER, role: 'end-user', email: 'ann@acme.example', locale: 'en' });
  for (let other = 0; other < 10; other += 1) bench.world.speak(`Sync is slow, ${'abcdefghijklmnopqrstuvwxyz'.slice(other)}`);
  const said = comments.map((one, index): ZendeskComment => ({ id: 5_000 + index, author: CUSTOMER, isPublic: true, body: '', at, channel, ...one }));
  state.tickets.set(900, { id: 900, channel, subject: 'Conversation with Ann', status: 'open', requester: CUSTOMER, submitter: CUSTOMER, createdAt: at, updatedAt: at, generatedAt: at, comments: said, tags: [] });
  bench.clock.advance(3_600_000);
  await bench.cycle(2);
  const records = await bench.needs.connections.findRecords(CONNECTION, ['900', '900/messages']);
  return {
    bench, texts: [...(await bench.stored())].filter(([id]) => id.startsWith('900')).map(([, text]) => text),
    reasons: ['900', '900/messages'].flatMap((id) => records.get(id)?.skipped ?? []),
  };
}

describe('what was said to a desk elsewhere than in comments', () => {
  it.each(['native_messaging', 'whatsapp', 'sunshine_conversations_api', 'facebook_messenger', 'chat'])('over %s is not read, and the desk is not called heard', async (channel) => {
    const { bench, texts, reasons } = await ticket(channel, [{ body: 'Conversation with Ann' }]);
    expect([texts, reasons]).toEqual([[], ['not-read: messages']]);
    expect(await bench.coverage()).toBe('gap');
    expect((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.skipped).toEqual({ 'not-read: messages': 1 });
  });

  it('keeps what the customer wrote by mail afterwards, and counts the messages all the same', async () => {
    const { texts, reasons } = await ticket('native_messaging', [{ body: 'Conversation with Ann' }, { body: 'The export loses rows', channel: 'email' }]);
    // Of a conversation that was opened there Zendesk made the subject, too.
    expect(texts).toEqual(['The export loses rows']);
    expect(reasons).toEqual(['not-read: messages']);
  });

  it('on the telephone is no text of the customer\'s', async () => {
    const { texts, reasons } = await ticket('voice', [{ body: 'Call from: +1 555 0100, length 2 minutes', type: 'VoiceComment' }]);
    expect([texts, reasons]).toEqual([[], ['automated']]);
  });

  it.each(['web', 'email', 'api', 'mobile_sdk'])('nothing: %s is written', async (channel) => {
    const { texts, reasons } = await ticket(channel, [{ body: 'The export loses rows' }]);
    expect([texts.length, reasons]).toEqual([1, []]);
  });
});
