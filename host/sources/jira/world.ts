import { partedId, partsOf } from '../parts-of';
import { seenOf, type Call, type LinkedIssue, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

interface Comment {
  readonly author: Person;
  text: string;
  readonly isPublic: boolean;
  readonly at: number;
}
interface Person {
  readonly accountId: string;
  readonly accountType: 'customer' | 'atlassian';
}
interface Request {
  readonly id: string;
  reporter: Person;
  project: 'SUP' | 'elsewhere';
  text: string;
  readonly createdAt: number;
  updatedAt: number;
  readonly comments: Comment[];
  readonly links: LinkedIssue[];
  /** What its reporter gave, and wrote beside it. */
  rated?: { readonly at: number; readonly rating: number; readonly words?: string };
}

/** Jira, and what its reporters write beside a rating. */
export interface RatedWorld extends SourceWorld {
  /** Given, or given anew; a rating does not move the last change of its request. */
  readonly rate: (id: string, rating: number, words?: string) => void;
  /** What is answered when the words beside a rating are asked for; 200 unless told. */
  readonly refuseFeedback: (status: number) => void;
}

const AGENT: Person = { accountId: 'agent-1', accountType: 'atlassian' };
/** A search brings this many comments of an issue; the others are asked for. */
const COMMENTS_INLINE = 5;
const FIRST_COMMENT = 20_000;
const RATED = 'rated';
const RATES_EVERY = 3;

/** Jira Service Management as its REST interface shows it: https://developer.atlassian.com/cloud/jira/platform/rest/v3/ */
export const openWorld: OpenWorld = (needs) => openRated(needs, 'stars');

/** The same with what is told of ratings. @param given what one in three customers gives with a request: nothing, stars, or words as well */
export function openRated({ now, random }: WorldNeeds, given: 'nothing' | 'stars' | 'words' = 'nothing'): RatedWorld {
  const requests = new Map<string, Request>();
  let feedback = 200;
  let [last, epoch, sees, isRevoked, organisation] = [0, 0, Number.POSITIVE_INFINITY, false, 'Acme'];
  const customer = (): Person => ({ accountId: `qm:customer-${Math.floor(random() * 40)}`, accountType: 'customer' });
  const add = (reporter: Person, text: string, createdAt: number): Request => {
    const request: Request = { id: String(10_000 + (last += 1)), reporter, project: 'SUP', text, createdAt, updatedAt: now(), comments: [], links: [] };
    requests.set(request.id, request);
    return request;
  };
  const find = (id: string): Request => {
    const request = requests.get(partedId(id)[0]);
    if (request === undefined) throw new RangeError(`no request ${id}`);
    return request;
  };
  const visible = (): Request[] => [...requests.values()].slice(0, sees);
  const search = (call: Call): Reply => {
    const { jql, maxResults, fields, nextPageToken } = JSON.parse(call.body) as { jql: string; maxResults: number; fields: readonly string[]; nextPageToken?: string };
    const minutes = Number(/updated >= "-(\d+)m"/.exec(jql)?.[1] ?? Number.NaN);
    if (Number.isNaN(minutes)) return { status: 400, body: { errorMessages: ['Error in the JQL Query.'], errors: {} } };
    const [made, at, behind] = nextPageToken === undefined ? [epoch, 0, ''] : (JSON.parse(atob(nextPageToken)) as [number, number, string]);
    if (made !== epoch) return { status: 400, body: { errorMessages: ['The provided next page token is invalid or expired.'], errors: {} } };
    // Minutes are cut off: a search never misses a change of the minute it names.
    const since = Math.floor((now() - minutes * 60_000) / 60_000) * 60_000;
    const isRated = jql.includes('OR cf[10032] >= ');
    const changed = visible().filter((one) => (one.updatedAt >= since || (isRated && (one.rated?.at ?? 0) >= since)) && (one.updatedAt > at || (one.updatedAt === at && one.id > behind))).sort((a, b) => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1));
    const page = changed.slice(0, Math.min(maxResults, 100));
    const tail = page.at(-1);
    const hasMore = changed.length > page.length && tail !== undefined;
    return { status: 200, body: { issues: page.map((one) => only(issueOf(one, organisation), fields)), isLast: !hasMore, ...(hasMore ? { nextPageToken: btoa(JSON.stringify([epoch, tail.updatedAt, tail.id])) } : {}) } };
  };
  const answer = (call: Call): Reply => {
    if (isRevoked) return { status: 401, body: { errorMessages: ['Client must be authenticated to access this resource.'] } };
    const comments = /^\/rest\/api\/3\/issue\/(\d+)\/comment$/.exec(call.path);
    if (comments !== null) {
      const request = sees === 0 ? undefined : requests.get(comments[1] ?? '');
      const from = Number(call.query.get('startAt') ?? 0);
      return request === undefined ? { status: 404, body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] } } : { status: 200, body: { startAt: from, maxResults: 100, total: request.comments.length, comments: request.comments.map(commentOf).slice(from, from + 100) } };
    }
    const beside = /^\/rest\/servicedeskapi\/request\/(\d+)\/feedback$/.exec(call.path);
    if (beside !== null) {
      const rated = visible().find((one) => one.id === beside[1])?.rated;
      if (feedback !== 200) return { status: feedback, body: { errorMessage: 'You do not have permission to view this request.', i18nErrorMessage: { i18nKey: 'sd.request.error' } } };
      if (call.headers['x-experimentalapi'] !== 'opt-in') return { status: 412, body: { errorMessage: 'This API is experimental. Please see the documentation for more details.' } };
      return rated === undefined ? { status: 404, body: { errorMessage: 'There is no feedback.' } } : { status: 200, body: { type: 'csat', rating: rated.rating, ...(rated.words === undefined ? {} : { comment: { body: rated.words } }) } };
    }
    switch (call.path) {
      case '/rest/api/3/field':
        return { status: 200, body: [{ id: 'summary' }, { id: 'customfield_10002', schema: { type: 'array', items: 'sd-customerorganization', custom: 'com.atlassian.servicedesk:sd-customer-organizations', customId: 10002 } }, { id: 'customfield_10031', schema: { type: 'sd-feedback', custom: 'com.atlassian.servicedesk:sd-request-feedback', customId: 10031 } }, { id: 'customfield_10032', searchable: true, clauseNames: ['cf[10032]', 'Satisfaction date'], schema: { type: 'datetime', custom: 'com.atlassian.servicedesk:sd-request-feedback-date', customId: 10032 } }] };
      case '/rest/api/3/search/jql':
        return search(call);
      case '/rest/api/3/search/approximate-count':
        return { status: 200, body: { count: visible().length } };
      case '/rest/api/3/issue/bulkfetch': {
        const { issueIdsOrKeys } = JSON.parse(call.body) as { issueIdsOrKeys: readonly string[] };
        return { status: 200, body: { issues: visible().filter((one) => issueIdsOrKeys.includes(one.id)).map(({ id }) => ({ id, key: `SUP-${id}`, fields: {} })), issueErrors: [] } };
      }
      default:
        return { status: 404, body: { errorMessages: ['Not found'] } };
    }
  };
  return {
    connector: 'jira',
    settings: { projects: 'SUP', customers: 'portal' },
    secrets: {},
    answer,
    speak: (text) => {
      const request = add(customer(), text, now());
      if (random() < 0.4) request.comments.push({ author: AGENT, text: 'We look into it.', isPublic: true, at: now() }, { author: AGENT, text: 'Known trouble.', isPublic: false, at: now() });
      if (random() < 0.2) for (let more = 0; more < 4; more += 1) request.comments.push({ author: request.reporter, text: `It happened again, number ${more}.`, isPublic: true, at: now() });
      if (given !== 'nothing' && Number(request.id) % RATES_EVERY === 0) request.rated = { at: now(), rating: 4, ...(given === 'words' ? { words: `Not solved: ${text}` } : {}) };
      return request.id;
    },
    speakLate: (text, at) => add(customer(), text, at).id,
    answerAsAgent: (text) => void add(AGENT, text, now()),
    sayMore: (id, text) => {
      const request = find(id);
      request.comments.push({ author: request.reporter, text, isPublic: true, at: now() });
      request.updatedAt = now();
    },
    rate: (id, rating, said) => void (find(id).rated = { at: now(), rating, ...(said === undefined ? {} : { words: said }) }),
    refuseFeedback: (status) => void (feedback = status),
    rewrite: (id, text) => {
      const [, message] = partedId(id);
      const { rated } = find(id);
      if (message === RATED && rated !== undefined) return void (find(id).rated = { ...rated, at: now(), words: text });
      const comment = message === undefined ? undefined : find(id).comments[Number(message) - FIRST_COMMENT];
      Object.assign(find(id), { updatedAt: now() });
      Object.assign(comment ?? find(id), { text });
    },
    isSilentOnDeletion: true,
    remove: (id) => void requests.delete(partedId(id)[0]),
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, requests.size)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: {
      rename: () => void (organisation = 'Acme Limited'),
      // A help centre's account that became a company's: the reporter's id changes and the requests count as changed.
      mergePeople: (from, into) => {
        for (const one of requests.values()) {
          if (one.reporter.accountId !== from) continue;
          const reporter = { ...one.reporter, accountId: into };
          Object.assign(one, { reporter, comments: one.comments.map((said) => (said.author.accountId === from ? { ...said, author: reporter } : said)), updatedAt: now() });
        }
      },
      move: (id) => void Object.assign(find(id), { project: 'elsewhere', updatedAt: now() }),
    },
    // That a link made or removed counts as a change of the issue is nowhere promised, so removing one does not:
    // https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/
    link: (id, issue) => {
      find(id).links.push(issue);
      find(id).updatedAt = now();
    },
    unlink: (id, issue) => {
      const { links } = find(id);
      links.splice(links.findIndex((one) => one.id === issue.id), 1);
    },
    authors: () => new Map([...requests.values()].flatMap(saidIn).map(([id, { author }]) => [id, author])),
    live: () => new Map([...requests.values()].flatMap(saidIn).map(([id, { text }]) => [id, text])),
  };
}

function saidIn({ id, reporter, text, createdAt, comments, rated }: Request): ReturnType<typeof partsOf> {
  if (reporter === AGENT) return [];
  const later = comments.flatMap((one, index) => (one.isPublic && one.author !== AGENT ? [{ id: String(FIRST_COMMENT + index), at: one.at, author: one.author.accountId, text: one.text }] : []));
  const beside = rated?.words === undefined ? [] : [{ id: RATED, at: rated.at, author: reporter.accountId, text: rated.words }];
  return partsOf(id, [{ id, at: createdAt, author: reporter.accountId, text: text.trim() }, ...[...later, ...beside].sort((a, b) => a.at - b.at)]);
}

function issueOf(one: Request, organisation: string): Record<string, unknown> {
  return {
    id: one.id, key: `SUP-${one.id}`, self: `https://acme.atlassian.net/rest/api/3/issue/${one.id}`,
    fields: {
      summary: 'A request', description: document(one.text), created: time(one.createdAt), updated: time(one.updatedAt), reporter: called(one.reporter), creator: called(one.reporter), status: { id: '10100', name: 'Waiting for support' },
      project: { key: one.project }, issuetype: { id: '10200', name: 'Bug report' }, labels: [], components: [], issuelinks: one.links.map((issue) => linkShape(issue)), customfield_10002: organisationsOf(one, organisation), customfield_10031: one.rated === undefined ? null : { rating: one.rated.rating }, customfield_10032: one.rated === undefined ? null : time(one.rated.at),
      comment: { comments: one.comments.map(commentOf).slice(0, COMMENTS_INLINE), total: one.comments.length, maxResults: COMMENTS_INLINE, startAt: 0 },
    },
  };
}

/** An issue has the fields that were asked for. */
function only(issue: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return { ...issue, fields: Object.fromEntries(Object.entries(issue['fields'] as object).filter(([name]) => names.includes(name))) };
}

/** Customers belong to three organisations, and some to none. */
function organisationsOf({ reporter }: Request, organisation: string): readonly Record<string, unknown>[] {
  const number = Number(/\d+$/.exec(reporter.accountId)?.[0] ?? 0) % 4;
  return number === 0 ? [] : [{ id: String(number), name: number === 3 ? organisation : `Firm ${number}`, _links: { self: `https://acme.atlassian.net/rest/servicedeskapi/organization/${number}` } }];
}

function linkShape({ id, key }: LinkedIssue): Record<string, unknown> {
  return { id: `9${id}`, type: { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' }, outwardIssue: { id, key, self: `https://acme.atlassian.net/rest/api/3/issue/${id}`, fields: { summary: 'An issue', status: { name: 'To Do' } } } };
}

function commentOf(one: Comment, index: number): Record<string, unknown> {
  return { id: String(FIRST_COMMENT + index), author: called(one.author), body: document(one.text), created: time(one.at), updated: time(one.at), jsdPublic: one.isPublic };
}

/** Lines behind `> ` are a quotation, as Jira's editor makes one of them. */
function document(text: string): Record<string, unknown> {
  const paragraph = (line: string): unknown => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] });
  return { type: 'doc', version: 1, content: text.split('\n').map((line) => (line.startsWith('> ') ? { type: 'blockquote', content: [paragraph(line.slice(2))] } : paragraph(line))) };
}

function time(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}

/** Jira tells everybody's name with their id. */
function called(person: Person): unknown {
  return { ...person, displayName: `Called ${person.accountId}` };
}
