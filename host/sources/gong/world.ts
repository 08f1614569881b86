import { seenOf, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Spoken {
  readonly speakerId: string;
  text: string;
}

export interface Talk {
  readonly id: string;
  readonly started: number;
  readonly turns: Spoken[];
  readonly title?: string;
  readonly url?: string;
  /** Of the person from outside; none where it is empty. */
  readonly email?: string;
  isGone: boolean;
  workspace?: string;
}

export const HOST = 'us-12345.api.gong.io';
const HARBOR: Account = { access: 'Q4ABCDEFGHJKLMNP', secret: 'gong-secret', talks: [] };
const [CUSTOMER, OURS] = ['5550001', '5550002'];
export const CUSTOMER_SPEAKER = CUSTOMER;
const PAGE = 100;
/** Who is in the calls, in turn: the second is known by name alone. */
const ADDRESSES = ['ana@northwind.example', '', 'bea@northwind.example', 'Ana@Northwind.example'];
const OPENING = 'What I wanted to say is this.';

export interface Account {
  readonly access: string;
  readonly secret: string;
  /** Those of a time that is still to come are not there yet. */
  readonly talks: Talk[];
  /** What a person says before each thing they say; nothing where it is empty. */
  readonly opening?: string;
}

/** Calls by the time they began, a hundred a page, transcripts by call; "no calls found" with status 404, as Gong says it. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { ...HARBOR, talks: [], opening: OPENING });

export function worldOf({ now }: Pick<WorldNeeds, 'now'>, { access, secret, talks, opening = '' }: Account): SourceWorld {
  let [isRevoked, sees, epoch, renamed] = [false, Number.POSITIVE_INFINITY, 0, 0];
  const add = (text: string, started: number, speakerId = CUSTOMER): string => {
    const id = String(7_782_342_274_000_000_000n + BigInt(talks.length + 1));
    talks.push({ id, started: Math.floor(started / 1000) * 1000, turns: [{ speakerId, text }], email: ADDRESSES[talks.length % ADDRESSES.length] ?? '', isGone: false });
    return `${id}#0`;
  };
  const find = (externalId: string): Talk => {
    const talk = talks.find((one) => one.id === externalId.split('#')[0]);
    if (talk === undefined) throw new RangeError(`no call ${externalId}`);
    return talk;
  };
  const list = (asked: Readonly<Record<string, unknown>>): Reply => {
    const filter = asked['filter'] as { fromDateTime?: string; toDateTime?: string; callIds?: string[] };
    const isAsked = (talk: Talk): boolean => (filter.callIds === undefined ? talk.started >= Date.parse(filter.fromDateTime ?? '') && talk.started < Date.parse(filter.toDateTime ?? '') : filter.callIds.includes(talk.id));
    const [made = '', from = '0'] = typeof asked['cursor'] === 'string' ? asked['cursor'].split('.') : [String(epoch), '0'];
    if (made !== String(epoch)) return failed(400, 'Invalid cursor');
    const seen = talks.slice(0, sees).filter((one) => !one.isGone && one.started <= now() && isAsked(one)).sort((a, b) => a.started - b.started || a.id.localeCompare(b.id));
    if (seen.length === 0) return failed(404, 'No calls found corresponding to the provided filters');
    const end = Number(from) + PAGE;
    return { status: 200, body: { requestId: 'r1', records: { totalRecords: seen.length, currentPageSize: PAGE, currentPageNumber: 0, ...(end < seen.length ? { cursor: `${epoch}.${end}` } : {}) }, calls: seen.slice(Number(from), end).map((one) => shape(one, renamed)) } };
  };
  const transcripts = (asked: Readonly<Record<string, unknown>>): Reply => {
    const ids = (asked['filter'] as { callIds: string[] }).callIds;
    const found = talks.filter((one) => !one.isGone && ids.includes(one.id));
    if (found.length === 0) return failed(404, 'No transcripts found corresponding to the provided filters');
    return { status: 200, body: { requestId: 'r2', records: { totalRecords: found.length, currentPageSize: found.length, currentPageNumber: 0 }, callTranscripts: found.map((one) => ({ callId: one.id, transcript: one.turns.map((turn, place) => spoken(turn, place, opening)) })) } };
  };
  const world: SourceWorld = {
    connector: 'gong',
    settings: { host: HOST, accessKey: access },
    secrets: { secret },
    answer: ({ method, path, headers, body }) => {
      if (isRevoked || headers['authorization'] !== `Basic ${Buffer.from(`${access}:${secret}`).toString('base64')}`) return failed(401, 'Access denied');
      if (method !== 'POST') return failed(405, 'Method not allowed');
      const asked = JSON.parse(body) as Record<string, unknown>;
      if (path === '/v2/calls/extensive') return list(asked);
      return path === '/v2/calls/transcript' ? transcripts(asked) : failed(404, 'Not found');
    },
    speak: (text) => add(text, now()),
    speakLate: (text, at) => add(text, at),
    answerAsAgent: (text) => {
      const last = talks.at(-1);
      if (last === undefined) add(text, now(), OURS);
      else last.turns.push({ speakerId: OURS, text });
    },
    rewrite: (id, text) => {
      const turn = find(id).turns[Number(id.split('#')[1])];
      if (turn !== undefined) turn.text = text;
    },
    remove: (id) => void (find(id).isGone = true),
    isSilentOnDeletion: true,
    isSilentOnEdits: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, talks.length)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: { rename: () => void (renamed += 1), move: (id) => void (find(id).workspace = 'elsewhere') },
    authors: () => new Map(talks.flatMap((talk) => (talk.isGone ? [] : talk.turns.flatMap((turn, seq) => (turn.speakerId === CUSTOMER ? [[`${talk.id}#${seq}`, authorOf(talk)] as const] : []))))),
    live: () => new Map(talks.flatMap((talk) => (talk.isGone ? [] : talk.turns.flatMap((turn, seq) => (turn.speakerId === CUSTOMER ? [[`${talk.id}#${seq}`, `${opening} ${turn.text.trim()}`.trim()] as const] : []))))),
  };
  return world;
}

function authorOf({ id, email = '' }: Talk): string {
  return email === '' ? `${id}/${CUSTOMER}` : email;
}

function shape(talk: Talk, renamed: number): unknown {
  return {
    metaData: { id: talk.id, started: new Date(talk.started).toISOString().replace('.000Z', 'Z'), title: talk.title ?? 'Quarterly review', url: talk.url ?? `https://us-12345.app.gong.io/call?id=${talk.id}`, direction: 'Conference', language: 'eng', ...(talk.workspace === undefined ? {} : { workspaceId: talk.workspace }), isPrivate: false, duration: 1800 },
    parties: [
      { id: '1', speakerId: CUSTOMER, affiliation: 'External', ...(talk.email === undefined || talk.email === '' ? {} : { emailAddress: talk.email }), name: `Ana ${renamed}` },
      { id: '2', speakerId: OURS, affiliation: 'Internal', emailAddress: 'bo@harbor.example', name: 'Bo' },
    ],
  };
}

/** People say little in one breath: a sentence stands before each, as it would in a call. */
function spoken({ speakerId, text }: Spoken, place: number, opening: string): unknown {
  const start = place * 10_000;
  return { speakerId, topic: null, sentences: [...(opening === '' ? [] : [{ start, end: start + 2_000, text: opening }]), { start: opening === '' ? start : start + 2_000, end: start + 8_000, text }] };
}

function failed(status: number, error: string): Reply {
  return { status, body: { requestId: 'r0', errors: [error] } };
}
