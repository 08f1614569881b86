import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld } from '../source-world';

interface Entry {
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  author: { readonly id: string; readonly isStaff: boolean };
  body: string;
  deleted?: boolean;
}

const KEY = 'template-key';

/** The source that the template connector reads: entries by time of change, fifty a page at most. */
export const openWorld: OpenWorld = ({ now }) => {
  const entries: Entry[] = [];
  let [isRevoked, sees, epoch, last] = [false, Number.POSITIVE_INFINITY, 0, 0];
  const iso = (at = now()): string => new Date(at).toISOString();
  /** Times of change grow strictly here, as this vendor promises. */
  const tick = (): string => {
    last = Math.max(now(), last + 1);
    return iso(last);
  };
  const add = (body: string, isStaff: boolean, createdAt: string): string => {
    const id = String(entries.length + 1);
    entries.push({ id, createdAt, updatedAt: tick(), author: { id: `u${id}`, isStaff }, body });
    return id;
  };
  const find = (id: string): Entry => {
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) throw new RangeError(`no entry ${id}`);
    return entry;
  };
  const list = ({ query }: Call): Reply => {
    const since = query.get('since') ?? '';
    // A cursor stands behind a record, not at a place in the list: records that change while we page cannot slip through.
    const [made, behind] = (query.get('after') ?? `${epoch}|`).split('|');
    if (made !== String(epoch)) return { status: 400, body: { error: 'unknown cursor' } };
    const limit = Math.min(Number(query.get('limit') ?? 50), 50);
    const seen = entries.slice(0, sees).filter((one) => one.updatedAt >= since && one.updatedAt > (behind ?? '')).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
    const page = seen.slice(0, limit);
    const next = limit < seen.length ? `${epoch}|${page.at(-1)?.updatedAt}` : null;
    return { status: 200, body: { entries: page, next, total: entries.slice(0, sees).filter((one) => one.deleted !== true).length } };
  };
  const world: SourceWorld = {
    connector: 'template',
    settings: { host: 'acme.example.com' },
    secrets: { token: KEY },
    answer: (call) => {
      if (isRevoked || call.headers['authorization'] !== `Bearer ${KEY}`) return { status: 401, body: { error: 'bad key' } };
      return call.path === '/api/entries' ? list(call) : { status: 404, body: { error: 'not found' } };
    },
    speak: (text) => add(text, false, iso()),
    speakLate: (text, at) => add(text, false, iso(at)),
    answerAsAgent: (text) => void add(text, true, iso()),
    rewrite: (id, text) => Object.assign(find(id), { body: text, updatedAt: tick() }),
    remove: (id) => Object.assign(find(id), { deleted: true, body: '', updatedAt: tick() }),
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, entries.length)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: {
      mergePeople: (from, into) => {
        for (const one of entries) if (one.author.id === from) Object.assign(one, { author: { ...one.author, id: into }, updatedAt: tick() });
      },
    },
    authors: () => new Map(entries.filter((one) => !one.author.isStaff && one.deleted !== true).map((one) => [one.id, one.author.id])),
    live: () => new Map(entries.filter((one) => !one.author.isStaff && one.deleted !== true).map((one) => [one.id, one.body])),
  };
  return world;
};
