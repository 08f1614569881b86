import { readRows } from '../../../src/ingest/read-rows';
import { signalRows } from '../../../src/ingest/signal-row';
import { keptText } from '../../../src/contract/kept-text';
import { toRecord } from '../../../src/connectors/email-forward/map';
import { surveyRecord } from '../../../src/connectors/_shared/survey-record';

const at = '2025-07-01T10:00:00.000Z';

function textsOf(...fields: readonly object[]): readonly (string | undefined)[] {
  const text = fields.map((one, line) => JSON.stringify({ id: String(line), at, ...one })).join('\n');
  return readRows(signalRows, { format: 'jsonl', text, firstLine: 1 }).rows.map(({ row }) => row.text);
}

describe('words that come as HTML', () => {
  it('are kept without their tags in a file, what they quote behind marks, and code as it stands', () => {
    expect(textsOf({ text: '<p>It fails &amp; stops</p><blockquote>try again</blockquote>' }, { body: '<div>one</div><div>two</div>' }, { text: 'a List<String> and <p>x</p> in it' })).toEqual(['It fails & stops\n\n> try again', 'one\ntwo', 'a List<String> and <p>x</p> in it']);
  });

  it('are read as HTML once, also where a file says that they are', () => {
    expect(textsOf({ text_html: 'say &lt;p&gt;x&lt;/p&gt;' }, { text_html: 'Tom &amp; Jerry <button>no</button>' })).toEqual(['say <p>x</p>', 'Tom & Jerry']);
    expect(readRows(signalRows, { format: 'jsonl', text: JSON.stringify({ id: '1', at, text_html: '<p></p>' }), firstLine: 1 }).remarks).toEqual([{ line: 1, field: 'text', reason: 'empty' }]);
  });

  it('nothing but a quotation is refused', () => {
    expect(readRows(signalRows, { format: 'jsonl', text: JSON.stringify({ id: '1', at, text: '<blockquote>ours</blockquote>' }), firstLine: 1 }).remarks).toEqual([{ line: 1, field: 'text', reason: 'nothing but a quotation' }]);
  });

  it('are shown in a preview as they will be kept', () => {
    expect([keptText('text', '<p>a &amp; b</p>'), keptText('text_html', 'a &amp; b'), keptText('text', 'a &amp; b'), keptText('id', '<p>1</p>')]).toEqual(['a & b', 'a & b', 'a &amp; b', '<p>1</p>']);
  });

  it('of a survey are read answer by answer', () => {
    expect(surveyRecord({ externalId: '1', revision: '1', at, answers: ['<p>too slow</p>', 'if a < b', '<p><br></p>'], score: undefined, ours: new Set() } as Parameters<typeof surveyRecord>[0])).toMatchObject({ text: 'too slow\n\nif a < b' });
  });

  it('of a mail whose text is HTML are the newest ones', () => {
    const mail = { MessageID: 'm', Date: at, FromFull: { Email: 'ann@customer.example', Name: '' }, TextBody: '<div>The export stops</div><blockquote>our answer</blockquote>', Subject: 'x', Headers: [{ Name: 'Received-SPF', Value: 'Pass (sender SPF authorized) identity=mailfrom; envelope-from=ann@customer.example' }] };
    expect(toRecord(mail as Parameters<typeof toRecord>[0], { ours: new Set(['us.example']), isDirectTaken: true, pseudonym: (text) => text })).toMatchObject({ text: 'The export stops' });
  });
});
