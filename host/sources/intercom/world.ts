import { partedId, partsOf } from '../parts-of';
import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Part {
  readonly id: string;
  readonly at: number;
  readonly type: 'user' | 'admin';
  readonly partType: 'comment' | 'note';
  text: string;
}

export interface Talk {
  readonly id: string;
  readonly created: number;
  updated: number;
  contact: string;
  tag?: string;
  linked?: string | undefined;
  rated?: { readonly rating: number; readonly remark: string; readonly at: number };
  readonly email?: string;
  readonly subject?: string;
  readonly state?: string;
  body: string;
  readonly parts: Part[];
  isGone: boolean;
}

const KEY = 'intercom-key';

/** What a workspace holds; conversations of a time that is still to come are not there yet. */
export interface Workspace {
  readonly talks: Talk[];
  readonly companies: readonly { readonly id: string; readonly name: string; readonly website: string; readonly monthlySpend?: number; readonly plan?: string }[];
  readonly region: 'us' | 'eu' | 'au';
  readonly key: string;
}

/** A workspace's conversations: searched by change, fetched one by one, a cursor that is refused once it is forgotten. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { talks: [], companies: [{ id: 'co-1', name: 'Northwind', website: 'https://www.northwind.example', monthlySpend: 900, plan: 'Business' }], region: 'us', key: KEY });

export function worldOf({ now, random }: WorldNeeds, { talks, companies, region, key }: Workspace): SourceWorld {
  let [isRevoked, sees, epoch, renamed] = [false, Number.POSITIVE_INFINITY, 0, 0];
  const seconds = (at = now()): number => Math.floor(at / 1000);
  const add = (body: string, created: number): string => {
    const id = String(4_000_000 + talks.length + 1);
    talks.push({ id, created, updated: seconds(), contact: `c${Math.floor(random() * 500)}`, body, parts: [], isGone: false });
    return id;
  };
  const find = (id: string): Talk => {
    const talk = talks.find((one) => one.id === partedId(id)[0]);
    if (talk === undefined) throw new RangeError(`no conversation ${id}`);
    return talk;
  };
  const search = (asked: Readonly<Record<string, unknown>>): Reply => {
    const { per_page: size = 20, starting_after: after } = (asked['pagination'] ?? {}) as { per_page?: number; starting_after?: string };
    const [made = '', from = '0'] = after === undefined ? [String(epoch), '0'] : after.split('.');
    if (made !== String(epoch)) return failed(400, 'parameter_invalid', 'starting_after is invalid');
    const seen = talks.slice(0, sees).filter((one) => !one.isGone && one.created <= seconds() && fits(one, asked['query'])).sort((a, b) => b.updated - a.updated || b.id.localeCompare(a.id));
    const end = Number(from) + Math.min(size, 150);
    const next = end < seen.length ? { next: { per_page: size, starting_after: `${epoch}.${end}` } } : {};
    return { status: 200, body: { type: 'conversation.list', conversations: seen.slice(Number(from), end).map((one) => row(one, renamed)), total_count: seen.length, pages: { type: 'pages', page: 1, per_page: size, total_pages: Math.ceil(seen.length / size), ...next } } };
  };
  const fetch = (id: string): Reply => {
    const talk = talks.slice(0, sees).find((one) => one.id === id && !one.isGone && one.created <= seconds());
    return talk === undefined ? failed(404, 'not_found', 'Resource Not Found') : { status: 200, body: whole(talk, renamed) };
  };
  const world: SourceWorld = {
    connector: 'intercom',
    settings: { region },
    secrets: { token: key },
    answer: ({ method, path, query, headers, body }: Call) => {
      if (isRevoked || headers['authorization'] !== `Bearer ${key}`) return failed(401, 'unauthorized', 'Access Token Invalid');
      if (headers['intercom-version'] !== '2.15') return failed(400, 'intercom_version_invalid', 'The requested version could not be found');
      if (method === 'POST' && path === '/conversations/search') return search(JSON.parse(body) as Record<string, unknown>);
      if (method === 'POST' && path === '/companies/list') return { status: 200, body: companyPage(sees === 0 ? [] : companies, query) };
      if (path.startsWith('/contacts/')) return contact(talks, path.slice('/contacts/'.length), renamed);
      if (path === '/companies/scroll') return scrollStep(sees === 0 ? [] : companies, query);
      if (path === '/me') return { status: 200, body: { type: 'admin', id: '1', email: 'a@example.com', name: 'A', email_verified: true, app: { type: 'app', id_code: 'harbor', name: 'Harbor Mail', created_at: 1_600_000_000, secure: false, identity_verification: false, timezone: 'Europe/Berlin', region: 'US' }, has_inbox_seat: true } };
      return path.startsWith('/conversations/') ? fetch(decodeURIComponent(path.slice('/conversations/'.length))) : failed(404, 'not_found', 'Resource Not Found');
    },
    speak: (text) => add(text, seconds()),
    speakLate: (text, at) => add(text, seconds(at)),
    answerAsAgent: (text) => {
      const last = talks.at(-1);
      if (last === undefined) return;
      last.parts.push({ id: `p${last.parts.length + 1}`, at: seconds(), type: 'admin', partType: 'comment', text });
      last.updated = seconds();
    },
    sayMore: (id, text) => {
      const talk = find(id);
      talk.parts.push({ id: `p${talk.parts.length + 1}`, at: seconds(), type: 'user', partType: 'comment', text });
      talk.updated = seconds();
    },
    rewrite: (id, text) => {
      const [, message] = partedId(id);
      const part = find(id).parts.find((one) => one.id === message);
      if (part === undefined) find(id).body = text;
      else part.text = text;
      find(id).updated = seconds();
    },
    remove: (id) => void (find(id).isGone = true),
    isSilentOnDeletion: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, talks.length)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: {
      rename: () => void (renamed += 1),
      // A lead that becomes a known person (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/mergecontact);
      // that its conversations then count as changed is nowhere said, so they do not.
      mergePeople: (from, into) => {
        for (const one of talks) if (one.contact === from) one.contact = into;
      },
      move: (id) => void Object.assign(find(id), { tag: 'elsewhere', updated: seconds() }),
    },
    link: (id, { key }) => Object.assign(find(id), { linked: `https://acme.atlassian.net/browse/${key}`, updated: seconds() }),
    unlink: (id) => Object.assign(find(id), { linked: undefined, updated: seconds() }),
    authors: () => new Map(talks.flatMap(saidIn).map(([id, { author }]) => [id, author])),
    live: () => new Map(talks.flatMap(saidIn).map(([id, { text }]) => [id, text])),
  };
  return world;
}

function saidIn({ id, created, contact, body, parts, rated, isGone }: Talk): ReturnType<typeof partsOf> {
  if (isGone) return [];
  const remark = rated === undefined ? [] : [{ id: `${id}-rating`, at: rated.at * 1000, author: contact, text: rated.remark }];
  const later = parts.filter((one) => one.type === 'user' && one.partType === 'comment').map((one) => ({ id: one.id, at: one.at * 1000, author: contact, text: one.text }));
  return partsOf(id, [{ id, at: created * 1000, author: contact, text: body }, ...later, ...remark]);
}

/** The two questions that are asked of a search: changed after a day, or one of these ids. Dates are compared by whole days. */
function fits(talk: Talk, query: unknown): boolean {
  const { operator, value, field } = query as { operator: string; value: unknown; field?: string };
  if (operator === 'AND') return (value as unknown[]).every((inner) => fits(talk, inner));
  if (field === 'id') return (value as string[]).includes(talk.id);
  const day = 86_400;
  return talk.updated >= Math.floor(Number(value) / day) * day;
}

function row(talk: Talk, renamed: number): Record<string, unknown> {
  return {
    type: 'conversation', id: talk.id, title: null, created_at: talk.created, updated_at: talk.updated, waiting_since: null, snoozed_until: null, open: talk.state !== 'closed', state: talk.state ?? 'open', read: true, priority: 'not_priority', admin_assignee_id: null, team_assignee_id: null,
    tags: { type: 'tag.list', tags: talk.tag === undefined ? [] : [{ type: 'tag', id: 't1', name: talk.tag, applied_at: talk.updated, applied_by: { type: 'contact', id: '1a2b3c' } }] }, conversation_rating: ratingOf(talk), custom_attributes: talk.linked === undefined ? {} : { 'Jira issue': talk.linked }, linked_objects: { type: 'list', total_count: 0, has_more: false, data: [] },
    contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: talk.contact, external_id: null }] },
    source: { type: 'conversation', id: `s${talk.id}`, delivered_as: 'customer_initiated', subject: talk.subject ?? '', body: talk.body, author: { type: 'user', id: talk.contact, name: `A name ${renamed}`, email: talk.email ?? `${talk.contact}@northwind.example` }, attachments: [], url: null, redacted: false },
  };
}

function ratingOf({ contact, rated }: Talk): unknown {
  return rated === undefined ? null : { rating: rated.rating, remark: rated.remark, created_at: rated.at, updated_at: rated.at, contact: { type: 'contact', id: contact, external_id: null }, teammate: { type: 'admin', id: '9' } };
}

function whole(talk: Talk, renamed: number): unknown {
  const parts = talk.parts.map((part) => ({ type: 'conversation_part', id: part.id, part_type: part.partType, body: part.text, created_at: part.at, updated_at: part.at, notified_at: part.at, assigned_to: null, author: part.type === 'user' ? { type: 'user', id: talk.contact, name: `A name ${renamed}`, email: talk.email ?? `${talk.contact}@northwind.example` } : { type: 'admin', id: '9', name: 'A name', email: 'a@harbor.example' }, attachments: [], external_id: null, redacted: false }));
  return { ...row(talk, renamed), conversation_parts: { type: 'conversation_part.list', conversation_parts: parts, total_count: parts.length } };
}

function contact(talks: readonly Talk[], id: string, renamed: number): Reply {
  if (!talks.some((one) => one.contact === id && !one.isGone)) return failed(404, 'not_found', 'User Not Found');
  return { status: 200, body: { type: 'contact', id, workspace_id: 'harbor', external_id: null, role: 'user', email: `${id}@northwind.example`, name: `A name ${renamed}`, created_at: 1_600_000_000, updated_at: 1_700_000_000 } };
}

const SCROLL_PAGE = 100;

/** The same parameter serves from step to step, so the place stands in it; a step without companies is the end. */
function scrollStep(companies: Workspace['companies'], query: URLSearchParams): Reply {
  const from = Number(query.get('scroll_param')?.split('-')[1] ?? 0);
  const data = companies.slice(from, from + SCROLL_PAGE).map(companyShape);
  return { status: 200, body: { type: 'list', data, pages: null, total_count: null, scroll_param: `scroll-${from + data.length}` } };
}

/** A list ends at ten thousand, whatever its count says. */
const MOST_LISTED = 10_000;

function companyPage(companies: Workspace['companies'], query: URLSearchParams): unknown {
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 15)];
  const data = companies.slice(0, MOST_LISTED).slice((page - 1) * size, page * size).map(companyShape);
  return { type: 'list', data, pages: { type: 'pages', page, per_page: size, total_pages: Math.max(1, Math.ceil(companies.length / size)) }, total_count: companies.length };
}

function companyShape(one: Workspace['companies'][number]): unknown {
  return {
    type: 'company', id: one.id, company_id: `n${one.id}`, app_id: 'harbor', name: one.name, website: one.website, ...(one.monthlySpend === undefined ? {} : { monthly_spend: one.monthlySpend }), ...(one.plan === undefined ? {} : { plan: { type: 'plan', id: 'p', name: one.plan } }),
    created_at: 1_600_000_000, updated_at: 1_700_000_000, custom_attributes: {}, tags: { type: 'tag.list', tags: [] }, segments: { type: 'segment.list', segments: [] },
  };
}

function failed(status: number, code: string, message: string): Reply {
  return { status, body: { type: 'error.list', request_id: 'r', errors: [{ code, message }] } };
}
