import { openWorld as openTypeform } from '../../host/sources/typeform/world';
import { serveSource, type ServedSource } from '../../host/sources/serve-source';
import { hmacSha256 } from '../../src/connectors/_shared/signature';
import type { SignalList } from '../../src/contract/panel';
import type { SignalView } from '../../src/contract/page';
import type { ConnectionView, SourcesView } from '../../src/contract/sources';
import type { SubjectPart, SubjectView } from '../../src/contract/subject';
import { seededRandom } from '../../src/domain/random';
import { generatedSeed } from '../build/generated-seed';
import { onProject, openTestSite, type TestSite } from './open-test-site';

let site: TestSite;
let typeform: ServedSource;

beforeAll(async () => {
  const late: { now: () => number } = { now: () => Date.parse('2025-07-01T08:00:00.000Z') };
  const world = openTypeform({ now: () => late.now(), random: seededRandom('door') });
  typeform = await serveSource(world);
  site = await openTestSite([generatedSeed({ tenant: 'alder', signals: 300, canary: 'zebrafinch' }), generatedSeed({ tenant: 'birch', signals: 20, canary: 'quetzal' })], undefined, { 'https://api.typeform.com': typeform.url });
  late.now = () => Date.parse(site.site.host.clock());
  const connect = (connector: string, name: string, fields: object): Promise<unknown> => ask('sources.connect', { connector, product: 'mail', name, visibility: 'open', days: 30, fields, withoutLooking: true });
  await connect('slack', 'Marked in Slack', { signingSecret: 'sign' });
  await connect('email-forward', 'Forwarded mail', { ours: 'alder.example', direct: 'yes', password: 'pass' });
  await connect('typeform', 'Exit form', { ...world.settings, ...world.secrets });
  await site.site.host.idle();
}, 180_000);
afterAll(async () => {
  await site.close();
  await typeform.close();
});

async function ask<Value>(endpoint: string, payload: object = {}, person = 'alder-admin', extension: object = {}): Promise<Value> {
  const answer = await site.ask<Value>('alder', person, endpoint, payload, extension);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}

async function connection(name: string): Promise<ConnectionView> {
  const found = (await ask<SourcesView>('sources.open')).connections.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not connected`);
  return found;
}

/** Posts to the address that the admin page shows, as the vendor would. */
async function deliver(name: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const answer = await fetch((await connection(name)).deliveryAddress ?? '', { method: 'POST', body, headers });
  await answer.text();
  await site.site.host.idle();
  return answer.status;
}

/** How often some words stand in the lists of signals that a member can open on the project's page. */
async function shown(words: string): Promise<number> {
  const { themes } = await ask<SignalView>('page.signal', {}, 'alder-member', onProject('MAIL'));
  let times = 0;
  for (const theme of [...themes.map((one) => one.id), null]) {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const list = await ask<SignalList>('page.themeSignals', { theme, page }, 'alder-member', onProject('MAIL'));
      pages = list.pages;
      times += list.rows.filter((row) => JSON.stringify(row).includes(words)).length;
    }
  }
  return times;
}

const nowSeconds = (): number => Math.floor(Date.parse(site.site.host.clock()) / 1000);
const slackBody = (text: string): string => `payload=${encodeURIComponent(JSON.stringify({ type: 'message_action', callback_id: 'customer_signal', team: { id: 'T1', domain: 'alder' }, channel: { id: 'C1' }, message: { ts: '1751353200.000100', user: 'U2', user_team: 'T2', text } }))}`;
const slackHeaders = async (body: string, key: string, at = nowSeconds()): Promise<Record<string, string>> => ({ 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${await hmacSha256(key, `v0:${at}:${body}`, 'hex')}` });

const DELIVERIES: readonly { readonly name: string; readonly words: string; readonly send: (words: string, key?: string) => Promise<number>; readonly key: string }[] = [
  {
    name: 'Marked in Slack', words: 'calendar reminders ring twice on the plover tablets after the update', key: 'sign',
    send: async (words, key = 'sign') => {
      const body = slackBody(words);
      return deliver('Marked in Slack', body, await slackHeaders(body, key));
    },
  },
  {
    name: 'Forwarded mail', words: 'compacting folders fails with a disk space error on the curlew server', key: 'pass',
    send: (words, key = 'pass') =>
      deliver('Forwarded mail', JSON.stringify({ MessageID: 'm1', Date: 'Tue, 1 Jul 2025 07:59:00 +0000', Subject: 'Folders', FromFull: { Email: 'ana@northwind.example', Name: 'Ana' }, TextBody: words, Headers: [{ Name: 'Received-SPF', Value: 'Pass (sender SPF authorized) envelope-from=ana@northwind.example' }] }), { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`resurface:${key}`).toString('base64')}` }),
  },
  {
    name: 'Exit form', words: 'search finds nothing in archived mail of the dunlin project', key: 'typeform-webhook',
    send: async (words, key = 'typeform-webhook') => {
      const body = JSON.stringify({ event_type: 'form_response', form_response: { form_id: 'u6nXL7', token: 'tok-door', submitted_at: '2025-07-01T07:58:00Z', hidden: {}, definition: { fields: [{ id: 'f1', title: 'Why did you leave?', type: 'long_text' }] }, answers: [{ type: 'text', text: words, field: { id: 'f1', type: 'long_text' } }] } });
      return deliver('Exit form', body, { 'content-type': 'application/json', 'typeform-signature': `sha256=${await hmacSha256(key, body, 'base64')}` });
    },
  },
];

describe.each(DELIVERIES)('$name at the door for vendors', ({ name, words, send }) => {
  it('is turned away with another key, and nothing of it is kept', async () => {
    expect(await send(words, 'guess')).toBe(401);
    expect((await connection(name)).coverage?.kept ?? 0).toBe(0);
    expect(await shown(words)).toBe(0);
  });

  it('is shown on the page once it was taken, and once however often it is sent', async () => {
    expect(await send(words)).toBe(200);
    expect((await connection(name)).coverage).toMatchObject({ kept: 1 });
    expect(await shown(words)).toBe(1);
    expect(await send(words)).toBe(200);
    expect((await connection(name)).coverage).toMatchObject({ kept: 1 });
    expect(await shown(words)).toBe(1);
  });
});

it('answers nobody at an address that names no connection, nor a Slack delivery of yesterday', async () => {
  const { deliveryAddress = '' } = await connection('Marked in Slack');
  const body = slackBody('too late for the lapwing');
  expect((await fetch(deliveryAddress.replace(/connection=.*/, 'connection=nobody'), { method: 'POST', body })).status).toBe(404);
  expect(await deliver('Marked in Slack', body, await slackHeaders(body, 'sign', nowSeconds() - 86_400))).toBe(401);
  expect(await shown('too late for the lapwing')).toBe(0);
});

it('finds the writer of a forwarded mail by their address, and takes their words away', async () => {
  const who = { kind: 'e-mail', text: 'Ana@Northwind.example' };
  expect(await ask<SubjectView>('admin.findSubject', who)).toMatchObject({ signals: 1, bySource: [{ product: 'Mail zebrafinch', source: 'Forwarded mail' }] });
  expect((await ask<SubjectPart>('admin.exportSubject', who)).text).toContain('curlew');
  expect(await ask('admin.eraseSubject', who)).toEqual({ erased: 1 });
  await site.site.host.idle();
  expect(await ask<SubjectView>('admin.findSubject', who)).toMatchObject({ signals: 0, others: [] });
  expect(await shown('curlew')).toBe(0);
});

it('says nothing about listening: what somebody hands over is evidence and no proof', async () => {
  expect((await connection('Marked in Slack')).coverage).toMatchObject({ kind: 'slack', gaps: [] });
});
