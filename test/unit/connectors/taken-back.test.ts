import { toRecords } from '../../../src/connectors/intercom/map';
import { Conversation } from '../../../src/connectors/intercom/schema';

const by = (id: string) => ({ type: 'user', id, email: `${id}@acme.example` });
const talk = (redacted: boolean, second = 'ben') => Conversation.parse({
  id: '7', created_at: 1_700_000_000, updated_at: 1_700_009_000,
  source: { type: 'conversation', body: 'The export loses rows', redacted, author: by('ann') },
  conversation_parts: { total_count: 1, conversation_parts: [{ id: 'p1', part_type: 'comment', body: 'Here too', created_at: 1_700_000_100, author: by(second) }] },
});

describe('the first words of a conversation in Intercom, taken away there', () => {
  it('are gone, and what somebody else says does not come to stand under their id', () => {
    expect(toRecords(talk(false))).toMatchObject([{ externalId: '7', author: 'ann' }, { externalId: '7/p1', author: 'ben', text: 'Here too' }]);
    expect(toRecords(talk(true))).toMatchObject([{ externalId: '7', reason: 'erased' }, { externalId: '7/p1', author: 'ben', text: 'Here too' }]);
  });

  it('leave what the same person says then', () => {
    expect(toRecords(talk(true, 'ann'))).toMatchObject([{ externalId: '7', author: 'ann', text: 'Here too' }]);
  });
});
