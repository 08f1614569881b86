import { emailForward } from '../../../src/connectors/email-forward';

type Extra = Readonly<Record<string, unknown>>;
const spf = (Value: string): Extra => ({ Headers: [{ Name: 'Received-SPF', Value }] });
const PASS = 'Pass (sender SPF authorized) identity=mailfrom; client-ip=209.85.160.180; envelope-from=ana@northwind.example; receiver=x';
const CUSTOMER: Extra = { FromFull: { Email: 'ana@northwind.example', Name: 'Ana' } };
const FORWARD = '---------- Forwarded message ---------\nFrom: Ana <ana@northwind.example>\nSubject: Export\nDate: Mon, 23 Feb 2026 08:15:00 +0000\n\nThe export drops rows.';

/** What becomes of a mail: its words, or why it was left out. */
async function outcome(TextBody: string, more: Extra, direct?: string, ours = 'acme.com'): Promise<string> {
  const body = JSON.stringify({ MessageID: 'm1', Date: 'Mon, 2 Mar 2026 09:59:00 +0000', Subject: 'Export', FromFull: { Email: 'bo@acme.com', Name: 'Bo' }, TextBody, ...more });
  const settings = { ours, ...(direct === undefined ? {} : { direct }) };
  const received = await emailForward.receive?.({ body, headers: { authorization: `Basic ${Buffer.from('resurface:pw').toString('base64')}` }, query: {} }, { settings, secret: () => 'pw', now: '2026-03-02T10:00:00.000Z', since: '2020-01-01T00:00:00.000Z', pseudonym: () => 'person' });
  if (received?.kind !== 'records') throw new Error('it gives records');
  return received.items[0]?.text ?? received.skipped?.[0]?.reason ?? 'nothing';
}

describe('a mail that an outsider sends to the address', () => {
  it.each([undefined, 'no'])('is left out, even vouched for, where that was not chosen (%s)', async (direct) => {
    expect(await outcome('Dark mode, please.', { ...CUSTOMER, ...spf(PASS) }, direct)).toBe('not-marked');
  });

  it.each([
    ['vouched for', PASS, 'Dark mode, please.'],
    ['from a server below the domain', PASS.replace('ana@northwind', 'bounce-7@mail.northwind'), 'Dark mode, please.'],
    ['refused', PASS.replace('Pass', 'Fail'), 'unproven-sender'],
    ['half refused', PASS.replace('Pass', 'SoftFail'), 'unproven-sender'],
    ['of which nothing is known', PASS.replace('Pass', 'None'), 'unproven-sender'],
    ['in an envelope of somebody else', PASS.replace('ana@northwind.example', 'eve@elsewhere.example'), 'unproven-sender'],
    ['without an envelope', 'Pass', 'unproven-sender'],
  ])('counts where it is chosen and vouched for: %s', async (_what, value, expected) => {
    expect(await outcome('Dark mode, please.', { ...CUSTOMER, ...spf(value) }, 'yes')).toBe(expected);
  });

  it('does not count for a head of its own beside the server\'s, without any, or called spam', async () => {
    expect(await outcome('Dark mode, please.', { ...CUSTOMER, Headers: [{ Name: 'Received-SPF', Value: PASS.replace('Pass', 'Fail') }, { Name: 'Received-SPF', Value: PASS }] }, 'yes')).toBe('unproven-sender');
    expect(await outcome('Dark mode, please.', CUSTOMER, 'yes')).toBe('unproven-sender');
    for (const spam of [{ Name: 'X-Spam-Status', Value: 'Yes, score=9.1' }, { Name: 'X-Spam-Flag', Value: 'YES' }]) expect(await outcome('Dark mode, please.', { ...CUSTOMER, Headers: [{ Name: 'Received-SPF', Value: PASS }, spam] }, 'yes')).toBe('spam');
    expect(await outcome('Dark mode, please.', { ...CUSTOMER, Headers: [{ Name: 'Received-SPF', Value: PASS }, { Name: 'X-Spam-Status', Value: 'No' }] }, 'yes')).toBe('Dark mode, please.');
  });
});

describe('a mail that says it is from one of us', () => {
  it.each([
    ['which nobody contradicts', {}, 'The export drops rows.'],
    ['which the server vouches for', spf('Pass envelope-from=bo@acme.com'), 'The export drops rows.'],
    ['of which the server knows nothing', spf('Neutral envelope-from=bo@acme.com'), 'The export drops rows.'],
    ['which the server refutes', spf('Fail envelope-from=bo@acme.com'), 'unproven-sender'],
    ['which came in an envelope of somebody else', spf('Pass envelope-from=eve@elsewhere.example'), 'unproven-sender'],
  ])('%s', async (_what, more, expected) => {
    expect(await outcome(FORWARD, more)).toBe(expected);
  });

  it.each([
    ['a mail file', { Name: 'Export drops rows.eml', ContentType: 'application/octet-stream' }, 'unreadable: attachment'],
    ['a mail without a name', { ContentType: 'message/rfc822' }, 'unreadable: attachment'],
    ['a picture', { Name: 'logo.png', ContentType: 'image/png' }, 'agent-words'],
  ])('and brings the customer\'s as an attachment, %s', async (_what, attachment, expected) => {
    expect(await outcome('See attached.', { Attachments: [attachment] })).toBe(expected);
    expect(await outcome('', { Attachments: [attachment] })).toBe(expected === 'agent-words' ? 'no-words' : expected);
    expect(await outcome(FORWARD, { Attachments: [attachment] })).toBe('The export drops rows.');
  });
});

describe('a mail of a domain with other letters than English ones', () => {
  const from = (Email: string): Extra => ({ FromFull: { Email, Name: 'Ana' }, ...spf(`Pass envelope-from=${Email}`) });

  it('is a customer\'s as any other, and ours where that domain is ours', async () => {
    expect(await outcome('Dark mode, please.', from('ana@bücher.de'), 'yes')).toBe('Dark mode, please.');
    expect(await outcome(FORWARD.replace('northwind.example', 'bücher.de'), {})).toBe('The export drops rows.');
    for (const ours of ['bücher.de', 'почта.рф, Bücher.de']) expect(emailForward.fields.find(({ name }) => name === 'ours')?.pattern?.test(ours)).toBe(true);
    expect(await outcome('Our own note.', from('bo@xn--bcher-kva.de'), 'yes', 'acme.com, Bücher.de')).toBe('agent-words');
  });
});
