import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { BadInput } from '../../domain/errors';
import { SourceUnauthorised } from '../../domain/source-errors';
import type { SourceRecord } from '../../domain/source-record';
import { epochMs, isoTime } from '../../domain/time';
import type { Ask, Connector } from '../../ports/connector';
import { NO_TURNS, nextInTurn } from '../_shared/in-turn';
import { listSetting } from '../_shared/list-setting';
import { OUR_DOMAINS, oursOf } from '../_shared/our-domains';
import { readEach } from '../_shared/read-each';
import { hmacSha256, isSameSignature } from '../_shared/signature';
import { inSmallerPages, tooLarge } from '../_shared/smaller-pages';
import { testEach } from '../_shared/test-each';
import { typedFeed } from '../_shared/typed-feed';
import { askedIn, askedOf } from './asked-fields';
import { toRecord } from './map';
import { remedies } from './remedies';
import { BareResponse, Cursor, Delivered, Form, Response, ResponsePage } from './schema';

const HOSTS: Readonly<Record<string, string>> = { us: 'api.typeform.com', eu: 'api.eu.typeform.com' };
const PAGE = 200;
/** "Responses submitted in the last 30 minutes may not be included", and clocks differ: they are asked for again. */
const LATE_MS = 100 * 60_000;

/** Written answers of chosen forms; a signed webhook brings them at once, reading the list finds what a webhook lost. */
export const typeform: Connector = {
  id: 'typeform',
  name: 'Typeform',
  about: 'Written answers of your forms (NPS, exit, feedback), with the score that was given beside them.',
  nameless: 'Typeform knows an answer by the id that your form carries, and no name to it.',
  limits: [
    'Only responses with written words become signals; a score alone says nothing that could be quoted. The others are counted.',
    'Who answered is known only where the form asks for an address or carries a hidden field user_id or email. What is entered as a name or another contact detail is no signal and not kept.',
    'Without the webhook, a response appears up to half an hour late.',
    'Several forms are read in turn, each at least every four hours; the time on the card is that of the one which waits longest.',
    'Two requests a second: 12,000 responses take 60 requests.',
  ],
  whereToEnter: 'Each form → Connect → Webhooks, with the secret that you typed here, where answers should come at once. Without it they are read within the hour.',
  fields: [
    { name: 'region', label: 'Where your data is kept', help: 'Settings → Organization.', kind: 'choice', choices: [{ value: 'us', label: 'United States' }, { value: 'eu', label: 'Europe' }] },
    { name: 'forms', label: 'Ids of the forms', help: 'The last part of a form’s address.', kind: 'list', placeholder: 'u6nXL7', pattern: /^[A-Za-z0-9]{4,16}(\s*,\s*[A-Za-z0-9]{4,16}){0,19}$/ },
    { name: 'hidden', label: 'Hidden fields that say where an answer belongs', help: 'For rules, as plan or product. Name none that holds a person: all others go no further than their answer.', kind: 'list', isOptional: true, placeholder: 'plan', pattern: /^[A-Za-z0-9_]{1,60}(\s*,\s*[A-Za-z0-9_]{1,60}){0,9}$/ },
    { ...OUR_DOMAINS, isOptional: true, help: 'Who gives an address of these domains is no customer: what they answer is left out and counted.' },
    { name: 'token', label: 'Personal token', help: 'With the scopes forms:read and responses:read, and nothing else.', kind: 'secret' },
    { name: 'webhookSecret', label: 'Secret of the webhook', help: 'The one that you typed where you made the webhook.', kind: 'secret', isOptional: true },
  ],
  egress: Object.values(HOSTS),
  hosts: (settings) => [host(settings)],
  // What a tenant puts into the link: their own id of the person.
  sharesPeople: true,
  pace: { requests: 60, perSeconds: 60 },
  slower: [{ path: /^/, requests: 2, perSeconds: 1 }],
  routes: ['form'],
  routesOf: (settings) => listSetting(settings['hidden']).map((name) => `hidden.${name}`),
  readsAll: true,

  remedies,
  async test(ask) {
    const found = await testEach(ask.settings['forms'], async (form) => {
      const { title } = parseAt('typeform form', Form, await get(ask, `/forms/${form}`));
      const { total_items } = parseAt('typeform responses', ResponsePage, await get(ask, `/forms/${form}/responses`, { page_size: 1 }));
      return `${title}: ${total_items} responses`;
    });
    return { ok: true, found: found.join('; ') };
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const forms = listSetting(ask.settings['forms']);
    const since = checkpoint?.since ?? {};
    const isSame = checkpoint !== undefined && forms.includes(checkpoint.form);
    const cursor = isSame && checkpoint.before !== null ? checkpoint : isSame ? begin(ask, checkpoint.form, since, checkpoint) : begin(ask, forms[0] ?? '', since, checkpoint);
    const { form, before } = cursor;
    // Newest first; `before` a token walks back from there, so what comes in meanwhile does not move the pages.
    const query = { since: since[form], before: before ?? undefined, response_type: 'completed' };
    const readList = async (size: number, fields?: string): Promise<z.output<typeof ResponsePage>> => parseAt('typeform responses', ResponsePage, await get(ask, `/forms/${form}/responses`, { page_size: size, ...query, fields }));
    const { size, page: whole } = await inSmallerPages(PAGE, (each) => readList(each));
    // With the answers to a question that no form has: none, and the token all the same.
    const page = whole ?? (await readList(1, 'none'));
    const asked = await askedIn(ask, cursor, page.items, () => get(ask, `/forms/${form}`));
    const { items, skipped } = whole === undefined ? readEach(page.items, BareResponse, ({ token, submitted_at: at }) => tooLarge({ externalId: token, at }), tokenOf) : readEach(page.items, Response, toRecord(form, ask.now, (id) => asked[form]?.fields[id] ?? 'words', { named: listSetting(ask.settings['hidden']), ours: oursOf(ask.settings), pseudonym: ask.pseudonym }), tokenOf);
    const last = page.items.length < size ? undefined : (tokenOf(page.items.at(-1)) ?? 'unreadable');
    if (last !== undefined) return { items, skipped, isLast: false, checkpoint: { ...cursor, before: last, asked } };
    // The list that was asked for "since" counts only what is in it.
    const { total_items: total } = parseAt('typeform responses', ResponsePage, await get(ask, `/forms/${form}/responses`, { page_size: 1, response_type: 'completed' }));
    const turn = nextInTurn(ask, forms, checkpoint?.turns, { scope: form, began: cursor.began, total });
    const read = { ...since, [form]: isoTime(epochMs(cursor.began) - LATE_MS) };
    // What a webhook brought meanwhile is in no count of a form that waits for its turn.
    return { items, skipped, ...turn.page, isTotalRough: forms.length > 1, checkpoint: begin(ask, turn.next, read, { asked, turns: turn.turns }) };
  }),

  async receive({ body, headers }, { secret, settings, now, pseudonym }) {
    if (!isSameSignature(headers['typeform-signature'], `sha256=${await hmacSha256(secret('webhookSecret'), body, 'base64')}`)) throw new SourceUnauthorised('the delivery is not signed with the secret of the webhook');
    const { event_type, form_response } = parseAt('typeform webhook', Delivered, parseJson(body));
    // Not sent off yet: when it is, it comes again under this very name.
    if (event_type !== 'form_response') return { kind: 'records', items: [] };
    if (!listSetting(settings['forms']).includes(form_response.form_id)) throw new BadInput('typeform webhook', 'form_response.form_id', 'not one of the forms of this connection');
    const fields = form_response.definition?.fields;
    // Without the questions nobody can tell words from a name: reading the list tells, within the hour.
    if (fields === undefined) return { kind: 'records', items: [], skipped: [{ externalId: form_response.token, revision: '', at: form_response.submitted_at, reason: 'unreadable: form_response.definition' }] };
    const asked = askedOf(fields);
    // A question that the delivery does not list is a part of contact details.
    const one = toRecord(form_response.form_id, now, (id) => asked[id] ?? 'other', { named: listSetting(settings['hidden']), ours: oursOf(settings), pseudonym })(form_response);
    return 'reason' in one ? { kind: 'records', items: [], skipped: [one] } : { kind: 'records', items: [one] };
  },
};

function begin(ask: Pick<Ask, 'now'>, form: string, since: Cursor['since'], { asked, turns }: Pick<Cursor, 'asked' | 'turns'> = { asked: {}, turns: NO_TURNS }): Cursor {
  return { form, before: null, began: ask.now, since, asked, turns };
}

function host(settings: Readonly<Record<string, string>>): string {
  return HOSTS[settings['region'] ?? ''] ?? '';
}

function get(ask: Ask, path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<unknown> {
  return ask.http.json(`https://${host(ask.settings)}${path}`, { query, headers: { Authorization: `Bearer ${ask.secret('token')}` } });
}

function tokenOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string' ? value.token : undefined;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BadInput('typeform webhook', '(whole)', 'not JSON', { cause });
  }
}
