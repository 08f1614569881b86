import type { Call, Reply } from '../source-world';
import { KEY, type ZendeskState, type ZendeskTicket, type ZendeskUser } from './state';

const MINUTE = 60_000;
const EXPORTS_A_MINUTE = 10;
const REQUESTS_A_MINUTE = 200;

/** Answers as Zendesk's API does: key first, then limits (unless told to keep none), then the resource. */
export function openZendesk(state: ZendeskState, now: () => number, keepsLimits = true): (call: Call) => Reply {
  const seen: { readonly at: number; readonly isExport: boolean }[] = [];
  return (call) => {
    const path = call.path.replace(/\.json$/, '');
    const keyOfState = state.key ?? KEY;
    if (state.isRevoked || call.headers['authorization'] !== `Basic ${btoa(`${keyOfState.email}/token:${keyOfState.token}`)}`) return { status: 401, body: { error: "Couldn't authenticate you" } };
    if (!keepsLimits) return resource(state, now, path, call);
    const isExport = path.startsWith('/api/v2/incremental/');
    while (seen[0] !== undefined && seen[0].at <= now() - MINUTE) seen.shift();
    const exports = seen.filter((one) => one.isExport);
    if (seen.length >= REQUESTS_A_MINUTE || (isExport && exports.length >= EXPORTS_A_MINUTE)) {
      const oldest = (isExport ? exports : seen)[0]?.at ?? now();
      return { status: 429, headers: { 'retry-after': String(Math.ceil((oldest + MINUTE - now()) / 1000)) }, body: { error: 'TooManyRequests' } };
    }
    seen.push({ at: now(), isExport });
    return resource(state, now, path, call);
  };
}

function resource(state: ZendeskState, now: () => number, path: string, { query }: Call): Reply {
  const comments = /^\/api\/v2\/tickets\/(\d+)\/comments$/.exec(path);
  if (comments !== null) return commentsOf(state, Number(comments[1]), query);
  const person = state.users.get(Number(/^\/api\/v2\/users\/(\d+)$/.exec(path)?.[1]));
  if (person !== undefined) return { status: 200, body: { user: { ...userOf(state, person), active: true } } };
  switch (path) {
    case '/api/v2/users/me':
      return { status: 200, body: { user: { id: 1, role: state.sees === 0 ? 'agent' : 'admin' } } };
    case '/api/v2/tickets/count':
      return { status: 200, body: { count: { value: visible(state, now()).filter((one) => one.status !== 'deleted').length, refreshed_at: iso(now()) } } };
    case '/api/v2/tickets/show_many':
      return { status: 200, body: { tickets: visible(state, now()).filter((one) => one.status !== 'deleted' && (query.get('ids') ?? '').split(',').includes(String(one.id))).map((one) => ticketOf(state, one)) } };
    case '/api/v2/incremental/tickets/cursor':
      return exportPage(state, now(), query);
    case '/api/v2/organizations':
      return paged('organizations', state.organizations.map((one) => ({ id: one.id, name: one.name, domain_names: one.domains, organization_fields: one.fields, updated_at: iso(0) })), query);
    case '/api/v2/jira/links':
      return paged('links', state.links.map((one) => ({ id: one.id, ticket_id: String(one.ticket), issue_id: one.issueId, issue_key: one.issueKey, created_at: iso(one.at), updated_at: iso(one.at) })), query);
    default:
      return { status: 404, body: { error: 'RecordNotFound' } };
  }
}

/** A ticket that is still to come is nowhere yet. */
function visible(state: ZendeskState, now: number): readonly ZendeskTicket[] {
  return [...state.tickets.values()].slice(0, state.sees).filter((one) => one.createdAt <= now);
}

/** Cursor-based export: changes in the order of generation, never those of the last minute, and the last row of a page once more on the next. */
function exportPage(state: ZendeskState, now: number, query: URLSearchParams): Reply {
  const cursor = query.get('cursor');
  const start = cursor === null ? [state.epoch, Number(query.get('start_time')) * 1000, 0] : atob(cursor).split('|').map(Number);
  const [epoch = -1, from = Number.NaN, after = 0] = start;
  if (epoch !== state.epoch || Number.isNaN(from)) return { status: 400, body: { error: 'InvalidCursor', description: 'cursor is invalid' } };
  if (cursor === null && from > now - MINUTE) return { status: 400, body: { error: 'StartTimeTooRecent' } };
  const size = Math.min(Math.max(Number(query.get('per_page') ?? 1000), 1), 1000);
  const changed = visible(state, now).filter((one) => one.generatedAt <= now - MINUTE && (one.generatedAt > from || (one.generatedAt === from && one.id >= after))).sort((a, b) => a.generatedAt - b.generatedAt || a.id - b.id);
  const page = changed.slice(0, size);
  const last = page.at(-1);
  const isEnd = changed.length <= size;
  const next = last === undefined ? [state.epoch, from, after] : isEnd || page.length === 1 ? [state.epoch, last.generatedAt, last.id + 1] : [state.epoch, last.generatedAt, last.id];
  const include = (query.get('include') ?? '').split(',');
  const people = [...new Set(page.flatMap((one) => [one.requester, one.submitter]))].flatMap((id) => state.users.get(id) ?? []);
  return {
    status: 200,
    body: {
      tickets: page.map((one) => ({ ...ticketOf(state, one), ...(include.includes('comment_count') ? { comment_count: one.comments.length } : {}) })),
      ...(include.includes('users') ? { users: people.map((one) => userOf(state, one)) } : {}),
      ...(include.includes('brands') ? { brands: [...state.brands].map(([id, name]) => ({ id, name })) } : {}),
      after_cursor: btoa(next.join('|')), before_cursor: null, end_of_stream: isEnd,
    },
  };
}

function ticketOf(state: ZendeskState, one: ZendeskTicket): Record<string, unknown> {
  return {
    id: one.id, subject: one.status === 'deleted' ? 'SCRUBBED' : one.subject, description: one.status === 'deleted' ? 'SCRUBBED' : (one.comments[0]?.body ?? ''), status: one.status,
    created_at: iso(one.createdAt), updated_at: iso(one.updatedAt), generated_timestamp: Math.floor(one.generatedAt / 1000), requester_id: one.requester,
    submitter_id: one.submitter, organization_id: one.organization ?? null, brand_id: one.brand ?? 7, group_id: null, ticket_form_id: null, tags: one.tags, via: { channel: one.channel ?? 'email' },
    satisfaction_rating: one.satisfaction ?? { score: 'unoffered' },
  };
}

function commentsOf(state: ZendeskState, id: number, query: URLSearchParams): Reply {
  const ticket = state.sees === 0 ? undefined : state.tickets.get(id);
  if (ticket === undefined || ticket.status === 'deleted') return { status: 404, body: { error: 'RecordNotFound' } };
  const rows = ticket.comments.map((one) => ({ id: one.id, type: one.type ?? 'Comment', via: { channel: one.channel ?? 'email' }, author_id: one.author, public: one.isPublic, plain_body: one.body, body: one.body, created_at: iso(one.at) }));
  const reply = paged('comments', rows, query);
  const people = [...new Set(ticket.comments.map((one) => one.author))].flatMap((author) => state.users.get(author) ?? []);
  return { ...reply, body: { ...(reply.body as object), users: people.map((one) => userOf(state, one)) } };
}

function userOf({ renamed }: ZendeskState, { id, role, email, locale }: ZendeskUser): Record<string, unknown> {
  return { id, role, email, locale, name: `Person ${id}, name ${renamed}` };
}

/** Cursor pagination as lists have it. */
function paged(name: string, rows: readonly unknown[], query: URLSearchParams): Reply {
  const size = Math.min(Number(query.get('page[size]') ?? 100), 100);
  const from = Number(query.get('page[after]') ?? 0);
  const hasMore = from + size < rows.length;
  return { status: 200, body: { links: {}, [name]: rows.slice(from, from + size), meta: { has_more: hasMore, after_cursor: hasMore ? String(from + size) : null, before_cursor: null } } };
}

function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
