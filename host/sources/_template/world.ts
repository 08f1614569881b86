import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld } from '../source-world';

interface Entry {
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  author: { readonly id: string; readonly isStaff: boolean };
  title: string;
  body: string;
  deleted?: boolean;
}

const KEY = 'template-key';
const LONGEST_TITLE = 60;
const PEOPLE = '/api/people/';

/** The source that the template connector reads: entries by time of change, fifty a page at most. */
export const openWorld: OpenWorld = ({ now }) => {
  const entries: Entry[] = [];
  let [isRevoked, sees, epoch, last, renamed] = [false, Number.POSITIVE_INFINITY, 0, 0, 0];
  const iso = (at = now()): string => new Date(at).toISOString();
  /** Times of change grow strictly here, as this vendor promises. */
  const tick = (): string => {
    last = Math.max(now(), last + 1);
    return iso(last);
  };
  const add = (body: string, isStaff: boolean, createdAt: string): string => {
    const id = String(entries.length + 1);
    // Where a title is the customer's, some write nothing else: words are sent wherever customers put them.
    const words = entries.length % 3 === 2 && body.length <= LONGEST_TITLE ? { title: body, body: '' } : { title: '', body };
    entries.push({ id, createdAt, updatedAt: tick(), author: { id: `u${id}`, isStaff }, ...words });
    return id;
  };
  const find = (id: string): Entry => {
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) throw new RangeError(`no entry ${id}`);
    return entry;
  };
  const nameOf = (author: string): string => `Person ${author}, name ${renamed}`;
  const shown = (one: Entry): unknown => ({ ...one, author: { ...one.author, name: nameOf(one.author.id) } });
  const person = (id: string): Reply => (entries.some((one) => one.author.id === id && one.deleted !== true) ? { status: 200, body: { name: nameOf(id) } } : { status: 404, body: { error: 'not found' } });
  const list = ({ query }: Call): Reply => {
    const ids = query.get('ids')?.split(',');
    if (ids !== undefined) return { status: 200, body: { entries: entries.slice(0, sees).filter((one) => one.deleted !== true && ids.includes(one.id)).map(shown), next: null, total: ids.length } };
    const since = query.get('since') ?? '';
    // A cursor stands behind a record, not at a place in the list: records that change while we page cannot slip through.
    const [made, behind] = (query.get('after') ?? `${epoch}|`).split('|');
    if (made !== String(epoch)) return { status: 400, body: { error: 'unknown cursor' } };
    const limit = Math.min(Number(query.get('limit') ?? 50), 50);
    const seen = entries.slice(0, sees).filter((one) => one.updatedAt >= since && one.updatedAt > (behind ?? '')).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
    const page = seen.slice(0, limit);
    const next = limit < seen.length ? `${epoch}|${page.at(-1)?.updatedAt}` : null;
    const asked = query.get('fields')?.split(',');
    const wanted = (one: unknown): unknown => (asked === undefined ? one : Object.fromEntries(Object.entries(one as object).filter(([name]) => asked.includes(name))));
    return { status: 200, body: { entries: page.map(shown).map(wanted), next, total: entries.slice(0, sees).filter((one) => one.deleted !== true).length } };
  };
  const world: SourceWorld = {
    connector: 'template',
    settings: { host: 'acme.example.com' },
    secrets: { token: KEY },
    answer: (call) => {
      if (isRevoked || call.headers['authorization'] !== `Bearer ${KEY}`) return { status: 401, body: { error: 'bad key' } };
      if (call.path === '/api/entries') return list(call);
      return call.path.startsWith(PEOPLE) ? person(decodeURIComponent(call.path.slice(PEOPLE.length))) : { status: 404, body: { error: 'not found' } };
    },
    speak: (text) => add(text, false, iso()),
    speakLate: (text, at) => add(text, false, iso(at)),
    answerAsAgent: (text) => void add(text, true, iso()),
    rewrite: (id, text) => Object.assign(find(id), { title: '', body: text, updatedAt: tick() }),
    remove: (id) => Object.assign(find(id), { deleted: true, title: '', body: '', updatedAt: tick() }),
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, entries.length)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: {
      rename: () => void (renamed += 1),
      mergePeople: (from, into) => {
        for (const one of entries) if (one.author.id === from) Object.assign(one, { author: { ...one.author, id: into }, updatedAt: tick() });
      },
    },
    authors: () => new Map(entries.filter((one) => !one.author.isStaff && one.deleted !== true).map((one) => [one.id, one.author.id])),
    live: () => new Map(entries.filter((one) => !one.author.isStaff && one.deleted !== true).map((one) => [one.id, one.title || one.body])),
  };
  return world;
};
