import { toRecords } from '../../../src/connectors/intercom/map';
import { Conversation } from '../../../src/connectors/intercom/schema';

const talk = (rating: object, body: string | null = 'The export loses rows') => Conversation.parse({ id: '7', created_at: 1_700_000_000, updated_at: 1_701_000_000, conversation_rating: rating, source: { type: 'conversation', body, author: { type: 'user', id: 'ann', email: 'ann@acme.example' } } });

describe('what a customer writes beside the score in Intercom', () => {
  it('is theirs, at its own time', () => {
    expect(toRecords(talk({ rating: 1, remark: 'Still broken, closed without a fix', created_at: 1_700_900_000, contact: { id: 'ann' } }))).toMatchObject([
      { externalId: '7', text: 'The export loses rows', rating: 1 },
      { externalId: '7/7-rating', text: 'Still broken, closed without a fix', at: new Date(1_700_900_000_000).toISOString(), author: 'ann', account: { domain: 'acme.example' } },
    ]);
  });

  it('stands with what was said the same day, and for itself where nothing else was', () => {
    expect(toRecords(talk({ rating: 1, remark: 'Still broken', created_at: 1_700_000_600 }))).toMatchObject([{ text: 'The export loses rows\n\nStill broken' }]);
    expect(toRecords(talk({ rating: 1, remark: 'Still broken', created_at: 1_700_000_600 }, ''))).toMatchObject([{ externalId: '7', text: 'Still broken', author: 'ann' }]);
    expect(toRecords(talk({ rating: 5, remark: ' ' }))).toHaveLength(1);
  });
});
