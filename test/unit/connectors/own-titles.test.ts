import { surveyRecord } from '../../../src/connectors/_shared/survey-record';
import { toRecords } from '../../../src/connectors/gong/map';
import { toRecords as talkRecords } from '../../../src/connectors/intercom/map';
import { Conversation } from '../../../src/connectors/intercom/schema';
import { toRecords as requestRecords } from '../../../src/connectors/jira/map';
import { toRecords as ticketRecords } from '../../../src/connectors/zendesk/map';
import type { Ticket } from '../../../src/connectors/zendesk/schema';
import type { Request } from '../../../src/connectors/jira/schema';

const AT = '2026-03-02T09:00:00.000Z';
const document = (text: string): unknown => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/** A title counts as words and can be quoted: it must be the customer's. */
describe('a title that one of us wrote', () => {
  it('is no part of a survey answer', () => {
    expect(surveyRecord({ externalId: '1', revision: '1', at: AT, routing: {}, answers: ['It was slow'], score: 3 })).not.toHaveProperty('title');
  });

  it('is no part of a call', () => {
    const call = { metaData: { id: '7', started: AT, title: 'Grindle renewal, at risk', url: undefined, direction: undefined, language: undefined, workspaceId: undefined, isPrivate: false }, parties: [{ speakerId: 's1', affiliation: 'External', emailAddress: undefined, name: undefined }] };
    const [said] = toRecords(call, { callId: '7', transcript: [{ speakerId: 's1', sentences: [{ start: 0, end: 900, text: 'We need the board to be faster.' }] }] }, AT, (text) => text);
    expect(said).toMatchObject({ text: 'We need the board to be faster.' });
    expect(said).not.toHaveProperty('title');
  });

  it.each([
    ['user', 'Board is slow', 'Board is slow'], ['user', '<p>Board &amp; timeline are slow</p>', 'Board & timeline are slow'], ['lead', '<p>Re: Your new board</p>', undefined], ['user', '', undefined], ['admin', 'Your new board', undefined],
  ])('of an Intercom conversation is the subject under which a customer began it, whatever it is called since (%s, %s)', (type, subject, title) => {
    const theirs = { id: 'p1', part_type: 'comment', body: 'It takes a minute', created_at: 1_770_000_600, author: { type: 'user', id: 'u1' } };
    const talk = Conversation.parse({ id: '5', created_at: 1_770_000_000, updated_at: 1_770_000_900, title: 'Complaint about our new board', source: { type: 'email', subject, body: 'Good morning', author: { type, id: type === 'admin' ? '9' : 'u1' } }, conversation_parts: { conversation_parts: [theirs] } });
    const [record] = talkRecords(talk);
    expect('title' in record ? record.title : undefined).toBe(title);
    expect(JSON.stringify(record)).not.toContain('Complaint');
  });

  it.each([['10', 'Board is slow', true], ['10', 'RE: Your new board', false], ['10', 'AW: [Ours] Neues Board', false], ['99', 'Board is slow', false]])('stands on a ticket only where who asks sent it in, and not as an answer (submitter %s, %s)', (submitter, subject, isOwn) => {
    const ticket = { id: '5', subject, requester_id: '10', submitter_id: submitter, created_at: AT, updated_at: AT, description: 'x', status: 'open' } as unknown as Ticket;
    const users = new Map([['10', { id: '10', role: 'end-user', name: undefined, email: undefined, locale: undefined }], ['99', { id: '99', role: 'agent', name: undefined, email: undefined, locale: undefined }]]);
    const [record] = ticketRecords('acme.zendesk.com', ticket, { kind: 'words', said: [{ id: '1', at: AT, author: '10', text: 'It takes a minute' }] }, users, new Map());
    expect('title' in record).toBe(isOwn);
  });

  it.each([['customer', 'Board is slow', true], ['customer', 'Fwd: Re: Your new board', false], ['atlassian', 'Board is slow', false]])('stands on a request only where a %s raised it, and not as an answer (%s): %s', (accountType, summary, isOwn) => {
    const reporter = { accountId: 'qm:1', accountType: 'customer', displayName: undefined };
    const fields = { summary, description: document('Seen with them'), created: AT, updated: AT, reporter, creator: { accountId: 'a', accountType }, status: { name: 'Open' }, project: { key: 'SUP' }, issuetype: { name: 'Bug' }, labels: [], components: [], comment: { comments: [], total: 0 }, issuelinks: [] };
    const comment = { id: '1', author: reporter, body: document('It still takes a minute'), created: AT, jsdPublic: true };
    const [record] = requestRecords({ id: '1', key: 'SUP-1', fields } as unknown as Request, [comment], 'portal', { organisations: null, satisfaction: null });
    expect('title' in record).toBe(isOwn);
  });
});
