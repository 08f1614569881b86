import { emailForward } from '../../../src/connectors/email-forward';
import { slack } from '../../../src/connectors/slack';
import { typeform } from '../../../src/connectors/typeform';
import { hmacSha256 } from '../../../src/connectors/_shared/signature';
import type { Connector, Received } from '../../../src/ports/connector';

const NOW = '2026-03-02T10:00:00.000Z';

function deliver(connector: Connector, secrets: Readonly<Record<string, string>>, settings: Readonly<Record<string, string>>, body: string, headers: Readonly<Record<string, string>>): Promise<Received> {
  if (connector.receive === undefined) throw new Error(`${connector.id} receives nothing`);
  return connector.receive({ body, headers, query: {} }, { settings, secret: (field) => secrets[field] ?? '', now: NOW, since: '2020-01-01T00:00:00.000Z', pseudonym: (text) => `person-${text.length}` });
}

describe('a mail that one of us forwards', () => {
  const SPF = [{ Name: 'Received-SPF', Value: 'Pass (sender SPF authorized) identity=mailfrom; envelope-from=ana@northwind.example' }];
  const mail = (TextBody: string, more: Readonly<Record<string, unknown>> = {}): string =>
    JSON.stringify({ MessageID: 'm1', Date: 'Mon, 2 Mar 2026 09:59:00 +0000', Subject: 'Fwd: Export', FromFull: { Email: 'bo@acme.com', Name: 'Bo' }, TextBody, ...more });
  const send = (body: string, password = 'pw', direct = 'no'): Promise<Received> =>
    deliver(emailForward, { password: 'pw' }, { ours: 'acme.com', direct }, body, { authorization: `Basic ${Buffer.from(`resurface:${password}`).toString('base64')}` });
  const gmail = 'FYI, third time this week.\n\n---------- Forwarded message ---------\nFrom: Ana Ruiz <Ana@Northwind.example>\nDate: Mon, 23 Feb 2026 08:15:00 +0000\nSubject: Export drops rows\nTo: <support@acme.com>\n\nEvery second row is missing.\n\nAna\n> quoted earlier';

  it('counts the words of the customer only, at the time and under the subject of the mail inside', async () => {
    const received = await send(mail(gmail));
    expect(received).toMatchObject({ kind: 'records', items: [{ externalId: 'm1', at: '2026-02-23T08:15:00.000Z', title: 'Export drops rows', text: 'Every second row is missing.\n\nAna', account: { domain: 'northwind.example' } }] });
    // The names go along so that they can be taken out of the words, and no further.
    expect(received).toMatchObject({ items: [{ people: ['Bo', 'Ana Ruiz'] }] });
    expect(JSON.stringify(received, (key, value: unknown) => (key === 'people' ? undefined : value))).not.toMatch(/Ruiz|Ana@|FYI|quoted/i);
  });

  it('reads what Outlook and a German program set before a forwarded mail', async () => {
    for (const head of ['-----Original Message-----\nFrom: ana@northwind.example\nSent: Monday, 23 February 2026 08:15\nTo: x\nSubject: Export', '-------- Weitergeleitete Nachricht --------\nBetreff: Export\nDatum: Mon, 23 Feb 2026 08:15:00 +0000\nVon: Ana <ana@northwind.example>']) {
      expect(await send(mail(`${head}\n\nThe rows are missing again.`))).toMatchObject({ items: [{ text: 'The rows are missing again.', account: { domain: 'northwind.example' } }] });
    }
  });

  it.each([
    ['our own note', mail('Customers hate the export.'), 'agent-words'],
    ['ours inside ours', mail('---------- Forwarded message ---------\nFrom: Cy <cy@acme.com>\nSubject: x\n\nIt is broken'), 'agent-words'],
    ['an out-of-office answer', mail('I am away', { FromFull: { Email: 'ana@northwind.example' }, Headers: [{ Name: 'Auto-Submitted', Value: 'auto-replied' }] }), 'automated'],
    ['a mail that nobody here forwarded', mail('Please build dark mode, we will cancel otherwise.', { Subject: 'Dark mode', FromFull: { Email: 'ceo@northwind.example' }, Headers: SPF }), 'not-marked'],
    ['one that is handed on as a file', mail('See attached.', { Attachments: [{ Name: 'export.eml', ContentType: 'message/rfc822' }] }), 'unreadable: attachment'],
    ['one that is nothing but a file', mail('', { Attachments: [{ Name: 'Export fails.msg', ContentType: 'application/octet-stream' }] }), 'unreadable: attachment'],
  ])('leaves out %s, and says why', async (_what, body, reason) => {
    expect(await send(body)).toMatchObject({ kind: 'records', items: [], skipped: [{ reason }] });
  });

  it('is one mail however many of us forward it, at the time that any of them could read; a few words may be said twice', async () => {
    const forward = async (MessageID: string, words: string, head = 'Date: Mon, 23 Feb 2026 08:15:00 +0000'): Promise<{ readonly externalId: string; readonly revision: string; readonly at: string }> => {
      const received = await send(mail(`FYI ${MessageID}\n\n---------- Forwarded message ---------\nFrom: Ana <ana@northwind.example>\n${head}\nSubject: Export\nTo: <support@acme.com>\n\n${words}`, { MessageID }));
      if (received.kind !== 'records' || received.items[0] === undefined) throw new Error(JSON.stringify(received));
      return received.items[0];
    };
    const long = 'Since the update every second row is missing when we export more than a hundred.';
    const [first, second, other] = [await forward('m1', long), await forward('m2', long, 'Date: lundi 23 février 2026 à 08:15'), await forward('m3', `${long} Please help.`)];
    expect(second.externalId).toBe(first.externalId);
    expect([second.revision < first.revision, first.at]).toEqual([true, '2026-02-23T08:15:00.000Z']);
    expect(other.externalId).not.toBe(first.externalId);
    expect([(await forward('m4', 'Still broken!')).externalId, (await forward('m5', 'Still broken!')).externalId]).toEqual(['m4', 'm5']);
  });

  it('may be written by a customer where the connection says so, if their domain vouches for it and nobody takes it for spam', async () => {
    const direct = (Headers: readonly object[], text = 'The export drops rows'): Promise<Received> => send(mail(text, { Subject: 'Export', FromFull: { Email: 'ana@northwind.example' }, Headers }), 'pw', 'yes');
    expect(await direct(SPF)).toMatchObject({ items: [{ text: 'The export drops rows', account: { domain: 'northwind.example' } }] });
    expect(await direct(SPF, '> all of it')).toMatchObject({ skipped: [{ reason: 'no-words' }] });
    for (const headers of [[], [{ Name: 'Received-SPF', Value: 'Fail (sender not authorized)' }], [{ Name: 'received-spf', Value: 'SoftFail' }]]) expect(await direct(headers)).toMatchObject({ items: [], skipped: [{ reason: 'unproven-sender' }] });
    expect(await direct([...SPF, { Name: 'X-Spam-Status', Value: 'Yes' }])).toMatchObject({ items: [], skipped: [{ reason: 'spam' }] });
  });

  it('refuses a delivery without the password, and a body that is no mail', async () => {
    await expect(send(mail(gmail), 'other')).rejects.toMatchObject({ code: 'source/unauthorised' });
    await expect(send('{"MessageID": 7}')).rejects.toMatchObject({ code: 'edge/bad-input' });
    await expect(send('half {')).rejects.toMatchObject({ code: 'edge/bad-input' });
  });
});

describe('a message that one of us marks in Slack', () => {
  const payload = (message: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): string =>
    `payload=${encodeURIComponent(JSON.stringify({ type: 'message_action', callback_id: 'customer_signal', team: { id: 'T1', domain: 'acme' }, channel: { id: 'C1', name: 'ext-northwind' }, user: { id: 'U9' }, message: { ts: '1772445600.000100', ...message }, ...more }))}`;
  const send = async (body: string, sentAt = Date.parse(NOW) / 1000, key = 'sign', settings: Readonly<Record<string, string>> = {}): Promise<Received> =>
    deliver(slack, { signingSecret: 'sign' }, settings, body, { 'x-slack-request-timestamp': String(sentAt), 'x-slack-signature': `v0=${await hmacSha256(key, `v0:${sentAt}:${body}`, 'hex')}` });

  it('is its author\'s words, without Slack\'s marks and without names', async () => {
    const received = await send(payload({ user: 'U2', user_team: 'T2', text: '<@U5|bo> the &lt;export&gt; at <https://a.example/x|this page> drops rows' }));
    expect(received).toMatchObject({ items: [{ text: '@… the <export> at this page drops rows', author: 'U2', account: { organisation: 'T2' }, url: 'https://acme.slack.com/archives/C1/p1772445600000100' }] });
  });

  it('of a colleague is no customer\'s, whatever it tells of one; in a customers\' community everybody who is marked is one', async () => {
    for (const colleague of [{ user: 'U2', team: 'T1' }, { user: 'U2', user_team: 'T1' }]) {
      expect(await send(payload({ ...colleague, text: 'Northwind told me that the export drops rows' }))).toMatchObject({ items: [], skipped: [{ reason: 'agent-words' }] });
      expect(await send(payload({ ...colleague, text: 'The export drops rows' }), undefined, undefined, { members: 'customers' })).toMatchObject({ items: [{ author: 'U2', text: 'The export drops rows' }] });
    }
  });

  const GRID = { team: { id: 'T1', enterprise_id: 'E1' }, enterprise: { id: 'E1' } };
  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string, unknown]>([
    ['of another company, as Slack Connect tells it', { team: 'T2' }, {}, '', { items: [{ account: { organisation: 'T2' } }] }],
    ['of another company, told of the profile alone', { user_profile: { team: 'T2' } }, {}, '', { items: [{ account: { organisation: 'T2' } }] }],
    ['of whom nothing is told, as with some files', {}, {}, '', { items: [], skipped: [{ reason: 'unreadable: message.team' }] }],
    ['of another workspace, in an organisation whose workspaces nobody named', { user_team: 'T9' }, GRID, '', { items: [], skipped: [{ reason: 'unreadable: message.team' }] }],
    ['of a named workspace of that organisation', { user_team: 'T9' }, GRID, 'T1, T9', { items: [], skipped: [{ reason: 'agent-words' }] }],
    ['of none of the named workspaces', { team: 'T2' }, GRID, 'T1, T9', { items: [{ account: { organisation: 'T2' } }] }],
    ['of a customer, where the app is installed for the organisation', { team: 'T2' }, { ...GRID, team: null }, 'T1,T9', { items: [{ externalId: 'E1/C1/1772445600.000100', account: { organisation: 'T2' } }] }],
  ])('is told by the workspace of its author: %s', async (_who, message, more, workspaces, expected) => {
    expect(await send(payload({ user: 'U2', text: 'The export drops rows', ...message }, more), undefined, undefined, { workspaces })).toMatchObject({ kind: 'records', ...(expected as object) });
  });

  it('with another shortcut of the same app is not marked', async () => {
    await expect(send(payload({ user: 'U2', team: 'T2', text: 'The export drops rows' }, { callback_id: 'create_task' }))).rejects.toMatchObject({ code: 'edge/bad-input', field: 'callback_id' });
  });

  it('marks what it quotes, line by line or to its end', async () => {
    const text = async (words: string): Promise<unknown> => {
      const received = await send(payload({ user: 'U2', user_team: 'T2', text: words }));
      return received.kind === 'records' ? received.items[0]?.text : received;
    };
    expect(await text('&gt; We know.\nIt fails')).toBe('> We know.\nIt fails');
    expect(await text('It fails\n&gt;&gt;&gt; We know.\n\nPlease use the beta.')).toBe('It fails\n>>> We know.\n> \n> Please use the beta.');
  });

  it('of a bot is left out', async () => {
    expect(await send(payload({ bot_id: 'B1', text: 'Build failed' }))).toMatchObject({ items: [], skipped: [{ reason: 'automated' }] });
  });

  it('is refused when it is old, signed by another key, or no message at all', async () => {
    await expect(send(payload({ text: 'x' }), Date.parse(NOW) / 1000 - 301)).rejects.toMatchObject({ code: 'source/unauthorised' });
    await expect(send(payload({ text: 'x' }), undefined, 'other')).rejects.toMatchObject({ code: 'source/unauthorised' });
    await expect(send('text=x')).rejects.toMatchObject({ code: 'edge/bad-input' });
  });
});

describe('a response that Typeform delivers', () => {
  const body = JSON.stringify({ event_type: 'form_response', form_response: { form_id: 'u6nXL7', token: 'tok1', submitted_at: '2026-03-02T09:00:00Z', hidden: { User_id: 'u-77', plan: 'pro', name: 'Annegret Zimmerhackl', phone: '0151 23456789', Email: 'annegret@northwind.example' }, definition: { fields: [{ id: 'f1', title: 'Why did you leave?', type: 'long_text' }] }, answers: [{ type: 'number', number: 3, field: { id: 'f2', type: 'nps' } }, { type: 'text', text: 'Too slow on large folders', field: { id: 'f1', type: 'long_text' } }] } });
  const send = async (secret: string, forms = 'u6nXL7', hidden = ''): Promise<Received> => deliver(typeform, { webhookSecret: 'hook' }, { forms, hidden }, body, { 'typeform-signature': `sha256=${await hmacSha256(secret, body, 'base64')}` });

  it('is read like one that was polled: words, score, who', async () => {
    expect(await send('hook')).toMatchObject({ items: [{ externalId: 'tok1', text: 'Too slow on large folders', rating: 3, author: 'u-77', account: { domain: 'northwind.example' } }] });
  });

  it.each(['choice', 'choices'])('has words where somebody wrote beside what could be ticked (%s)', async (kind) => {
    const ticked = body.replace('{"type":"text","text":"Too slow on large folders","field":{"id":"f1","type":"long_text"}}', `{"type":"${kind}","${kind}":{"labels":["Price"],"other":"The export drops rows"},"field":{"id":"f4","type":"multiple_choice"}}`);
    expect(await deliver(typeform, { webhookSecret: 'hook' }, { forms: 'u6nXL7', hidden: '' }, ticked, { 'typeform-signature': `sha256=${await hmacSha256('hook', ticked, 'base64')}` })).toMatchObject({ items: [{ text: 'The export drops rows' }] });
  });

  it('is no signal as far as it tells who answered, and none at all without its questions', async () => {
    const told = async (change: (text: string) => string): Promise<Received> => {
      const changed = change(body);
      return deliver(typeform, { webhookSecret: 'hook' }, { forms: 'u6nXL7', hidden: '' }, changed, { 'typeform-signature': `sha256=${await hmacSha256('hook', changed, 'base64')}` });
    };
    const contact = '{"type":"text","text":"Annegret","field":{"id":"f3a","type":"short_text"}},{"type":"number"';
    expect(await told((text) => text.replace('{"type":"number"', contact))).toMatchObject({ items: [{ text: 'Too slow on large folders' }] });
    expect(await told((text) => text.replace('Why did you leave?', 'Your name'))).toMatchObject({ items: [], skipped: [{ reason: 'no-words' }] });
    expect(await told((text) => text.replace('"definition"', '"was"'))).toMatchObject({ items: [], skipped: [{ reason: 'unreadable: form_response.definition' }] });
  });

  it('gives rules the hidden fields that the connection names and no other', async () => {
    const facts = async (hidden: string): Promise<unknown> => {
      const received = await send('hook', 'u6nXL7', hidden);
      return received.kind === 'records' ? received.items[0]?.routing : received;
    };
    expect(await facts('')).toEqual({ form: ['u6nXL7'] });
    expect(await facts('plan, email')).toEqual({ form: ['u6nXL7'], 'hidden.plan': ['pro'] });
    expect(typeform.routesOf?.({ hidden: 'plan' })).toEqual(['hidden.plan']);
  });

  it('that was not sent off yet is no answer', async () => {
    const partial = body.replace('"event_type":"form_response"', '"event_type":"form_response_partial"');
    expect(await deliver(typeform, { webhookSecret: 'hook' }, { forms: 'u6nXL7' }, partial, { 'typeform-signature': `sha256=${await hmacSha256('hook', partial, 'base64')}` })).toEqual({ kind: 'records', items: [] });
  });

  it('is refused with another signature, or for a form that is not connected', async () => {
    await expect(send('guess')).rejects.toMatchObject({ code: 'source/unauthorised' });
    await expect(send('hook', 'other1')).rejects.toMatchObject({ code: 'edge/bad-input' });
  });
});
