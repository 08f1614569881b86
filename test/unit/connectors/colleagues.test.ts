import { oursOf } from '../../../src/connectors/_shared/our-domains';
import { toRecords as callRecords } from '../../../src/connectors/gong/map';
import { Call, Transcript } from '../../../src/connectors/gong/schema';
import { toRecords } from '../../../src/connectors/intercom/map';
import { Conversation } from '../../../src/connectors/intercom/schema';
import { questionsOf, toRecord as fromSurvey } from '../../../src/connectors/surveymonkey/map';
import { Details, Response as SurveyResponse } from '../../../src/connectors/surveymonkey/schema';
import { toRecord as fromForm } from '../../../src/connectors/typeform/map';
import { Response as FormResponse } from '../../../src/connectors/typeform/schema';

const AT = '2026-03-02T09:00:00Z';
const OURS = oursOf({ ours: 'Acme.com, bücher.de' });

/** Whoever works on a product uses it, too, and looks like a user to the vendor. */
describe('a colleague who writes as users do', () => {
  const user = (id: string, email?: string): object => ({ type: 'user', id, ...(email === undefined ? {} : { email }) });
  const talk = (first: object, second: object, rating?: object): ReturnType<typeof toRecords> => toRecords(Conversation.parse({
    id: '7', created_at: 1_770_000_000, updated_at: 1_770_000_900, ...(rating === undefined ? {} : { conversation_rating: rating }),
    source: { type: 'email', subject: 'Export', body: 'The export loses rows', author: first }, conversation_parts: { conversation_parts: [{ id: 'p1', part_type: 'comment', body: 'It does here, too', created_at: 1_770_000_600, author: second }] },
  }), OURS);

  it.each(['joan@acme.com', 'Joan@Mail.ACME.com', 'joan@xn--bcher-kva.de'])('in Intercom is no customer: %s', (email) => {
    expect(talk(user('j', email), user('j', email))).toEqual([expect.objectContaining({ externalId: '7', reason: 'agent-words' })]);
    expect(talk(user('c', 'ana@northwind.example'), user('j', email))).toEqual([expect.objectContaining({ author: 'c', text: 'The export loses rows', title: 'Export' })]);
  });

  it('in Intercom leaves what customers say below, under no subject of theirs, and rates nothing', () => {
    const records = talk(user('j', 'joan@acme.com'), user('c', 'ana@northwind.example'), { rating: 1, remark: 'Testing the rating', created_at: 1_770_000_800, contact: { id: 'j' } });
    expect(records).toEqual([expect.objectContaining({ author: 'c', text: 'It does here, too' })]);
    expect(records[0]).not.toHaveProperty('title');
  });

  it.each([['ana@northwind.example', true], ['ana@notacme.com', true], [undefined, true], ['joan@acme.com', false], ['joan@team.acme.com', false]])('in a survey is told by the address: %s', (email, isCustomer) => {
    const form = fromForm('f', AT, () => 'words', { named: [], ours: OURS, pseudonym: (address) => address })(FormResponse.parse({ token: 't', submitted_at: AT, hidden: { email }, answers: [{ type: 'text', text: 'Too slow', field: { id: 'q' } }] }));
    const questions = questionsOf(Details.parse({ id: '1', title: 'NPS', pages: [{ questions: [{ id: 'why', family: 'open_ended', subtype: 'essay' }, { id: 'who', family: 'demographic', answers: { rows: [{ id: 'r', type: 'email' }] } }] }] }));
    const survey = fromSurvey('1', questions, OURS)(SurveyResponse.parse({ id: 'x', date_created: AT, date_modified: AT, response_status: 'completed', pages: [{ questions: [{ id: 'why', answers: [{ text: 'Too slow' }] }, ...(email === undefined ? [] : [{ id: 'who', answers: [{ row_id: 'r', text: email }] }])] }] }));
    for (const record of [form, survey]) expect('reason' in record ? record.reason : record.text).toBe(isCustomer ? 'Too slow' : 'agent-words');
  });

  it('and a customer who share a speaker in Gong are nobody whose words are known', () => {
    const parties = [{ speakerId: '1', affiliation: 'Internal' }, { speakerId: '1', affiliation: 'External', emailAddress: 'ana@northwind.example' }];
    for (const both of [parties, parties.toReversed()]) {
      const records = callRecords(Call.parse({ metaData: { id: '7', started: AT }, parties: both }), Transcript.parse({ callId: '7', transcript: [{ speakerId: '1', sentences: [{ start: 0, end: 900, text: 'CSV loses rows.' }] }] }), AT, (text) => text);
      expect(records).toEqual([expect.objectContaining({ reason: 'speaker-unknown' })]);
    }
  });
});
