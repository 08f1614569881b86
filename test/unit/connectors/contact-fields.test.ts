import { contactOf } from '../../../src/connectors/_shared/contact-label';
import { questionsOf, toRecord } from '../../../src/connectors/surveymonkey/map';
import { Details, Response } from '../../../src/connectors/surveymonkey/schema';
import { askedOf } from '../../../src/connectors/typeform/asked-fields';
import { toRecord as fromForm } from '../../../src/connectors/typeform/map';
import { Form, Response as FormResponse } from '../../../src/connectors/typeform/schema';

const AT = '2026-01-01T00:00:00+00:00';
const survey = Details.parse({ id: '1', title: 'NPS', pages: [{ questions: [
  { id: 'score', family: 'matrix', subtype: 'rating', answers: { choices: [{ id: 'c9', weight: 9 }] } },
  { id: 'why', family: 'open_ended', subtype: 'essay', headings: [{ heading: 'What is the name of what annoys you most?' }] },
  { id: 'reach', family: 'demographic', subtype: 'international', answers: { rows: [{ id: 'r1', type: 'name', text: 'Wie heißen Sie?' }, { id: 'r2', type: 'company' }, { id: 'r3', type: 'address' }, { id: 'r9', type: 'email' }] } },
  { id: 'when', family: 'datetime', subtype: 'date_only' },
  { id: 'many', family: 'open_ended', subtype: 'numerical' },
  { id: 'who', family: 'open_ended', subtype: 'single', headings: [{ heading: '<b>Your full name</b> (optional)' }] },
  { id: 'several', family: 'open_ended', subtype: 'multi', answers: { rows: [{ id: 'm1', text: 'Vorname' }, { id: 'm2', text: 'What is missing?' }] } },
  { id: 'choice', family: 'single_choice', subtype: 'vertical', headings: [{ heading: 'Company' }] },
] }] });
const asides = [
  { id: 'reach', answers: [{ row_id: 'r1', text: 'Annegret Zimmerhackl' }, { row_id: 'r2', text: 'Zimmerhackl GmbH' }, { row_id: 'r3', text: 'Am Wehr 4b' }, { row_id: 'r9', text: 'annegret@northwind.example' }] },
  { id: 'when', answers: [{ row_id: 'd', text: '05/06/2025' }] }, { id: 'many', answers: [{ text: '42' }] }, { id: 'who', answers: [{ text: 'Annegret' }] },
];
const response = (questions: readonly unknown[]): unknown => toRecord('1', questionsOf(survey))(Response.parse({ id: 'x', date_created: AT, date_modified: AT, response_status: 'completed', pages: [{ questions: [{ id: 'score', answers: [{ choice_id: 'c9' }] }, ...questions] }] }));

describe('what is entered into a survey beside words', () => {
  it('is no part of them: names go along to be taken out, of an address the domain', () => {
    const record = response([{ id: 'why', answers: [{ text: 'The export drops rows.' }] }, ...asides, { id: 'several', answers: [{ row_id: 'm1', text: 'Anne' }, { row_id: 'm2', text: 'Dark mode.' }] }, { id: 'choice', answers: [{ other_id: 'o', text: 'Something else.' }] }]);
    expect(record).toMatchObject({ text: 'The export drops rows.\n\nDark mode.\n\nSomething else.', rating: 9, account: { domain: 'northwind.example' }, people: ['Annegret Zimmerhackl', 'Annegret', 'Anne', expect.any(String)] });
    expect(JSON.stringify({ ...(record as object), people: [] })).not.toMatch(/annegret|zimmerhackl|wehr|05\/06|42/iu);
  });

  it('alone is a response without words', () => {
    expect(response(asides)).toMatchObject({ reason: 'no-words' });
  });
});

describe('what is entered into a form beside words', () => {
  const { fields = [] } = Form.parse({ title: 'x', fields: [
    { id: 'why', type: 'long_text', title: 'Why?' },
    { id: 'c', type: 'contact_info', title: 'You', properties: { fields: [{ id: 'c1', type: 'short_text', title: 'Bienvenue', subfield_key: 'first_name' }, { id: 'c2', type: 'short_text', subfield_key: 'last_name' }, { id: 'c3', type: 'short_text', subfield_key: 'company' }] } },
    { id: 'g', type: 'group', properties: { fields: [{ id: 'g1', type: 'short_text', title: 'Your e-mail address:' }, { id: 'g2', type: 'short_text', title: 'And what else?' }] } },
  ] });
  const text = (id: string, words: string): unknown => ({ type: 'text', text: words, field: { id, type: 'short_text' } });
  const record = (answers: readonly unknown[]): unknown => fromForm('f', AT, (id) => askedOf(fields)[id] ?? 'words', { named: [], ours: new Set(), pseudonym: (address) => `stand-in of ${address}` })(FormResponse.parse({ token: 't', submitted_at: AT, answers }));

  it('is no part of them', () => {
    const contact = [text('c1', 'Annegret'), text('c2', 'Zimmerhackl'), text('c3', 'Zimmerhackl GmbH'), text('g1', 'a@northwind.example')];
    expect(record([text('why', 'Too slow.'), ...contact, text('g2', 'No dark mode.')])).toMatchObject({ text: 'Too slow.\n\nNo dark mode.', account: { domain: 'northwind.example' }, author: 'stand-in of a@northwind.example', people: ['Annegret', 'Zimmerhackl', 'Annegret Zimmerhackl'] });
    expect(record(contact)).toMatchObject({ reason: 'no-words' });
  });
});

describe('a label', () => {
  it.each([['Name', 'name'], ['Your first name:', 'name'], ['*Nachname*', 'name'], ['What\u2019s your name?', 'name'], ['E-Mail-Adresse', 'email'], ['お名前', 'name'], ['Job title (optional)', 'other']] as const)('%j asks for who it is: %s', (label, kind) => {
    expect(contactOf(label)).toBe(kind);
  });

  it.each(['What is the name of the feature?', 'Which company do you use instead, and why?', 'Name one thing that we should change', 'Why?', '', undefined, 'n'.repeat(5_000)])('%j asks for words', (label) => {
    expect(contactOf(label)).toBeUndefined();
  });
});
