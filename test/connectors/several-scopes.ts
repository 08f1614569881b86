import type { OpenWorld, Reply, SourceWorld, WorldNeeds } from '../../host/sources/source-world';
import { newKey as appleKey, worldOf as appStore } from '../../host/sources/app-store/world';
import { worldOf as github } from '../../host/sources/github/world';
import { newKey as googleKey, worldOf as googlePlay } from '../../host/sources/google-play/world';
import { worldOf as surveyMonkey } from '../../host/sources/surveymonkey/world';
import { worldOf as typeform } from '../../host/sources/typeform/world';

/** Ids of records go by their place in a vendor's list: those of the next scope begin this much later. */
const APART = 2_000;

type OpenScope = (needs: WorldNeeds, scope: string, place: number) => SourceWorld;

/** Connectors of several scopes: the field they stand in, three of them, and how one is opened. */
const SCOPED: Readonly<Record<string, { readonly field: string; readonly scopes: readonly string[]; readonly open: () => OpenScope }>> = {
  'app-store': {
    field: 'apps', scopes: ['682658836', '682658837', '682658838'],
    open: () => {
      const privateKey = appleKey();
      const none = { id: '', createdDate: '2020-01-01T00:00:00Z', body: '', rating: 1, territory: 'USA', isAnswered: false, isHidden: true };
      return (needs, id, place) => appStore(needs, { id, name: id, privateKey, reviews: Array.from({ length: place * APART }, () => ({ ...none })) });
    },
  },
  github: { field: 'repositories', scopes: ['harbor/mail', 'harbor/mobile', 'harbor/docs'], open: () => (needs, repo) => github(needs, { repo, key: 'github_pat_key', issues: [] }) },
  'google-play': {
    field: 'apps', scopes: ['com.harbor.mail', 'com.harbor.mobile', 'com.harbor.docs'],
    open: () => {
      const privateKey = googleKey();
      const none = { reviewId: '', text: '', lastModified: 0, starRating: 1, version: '1', isAnswered: false, isHidden: true };
      return (needs, id, place) => googlePlay(needs, { id, privateKey, reviews: Array.from({ length: place * APART }, () => ({ ...none })) });
    },
  },
  surveymonkey: {
    field: 'surveys', scopes: ['519826404', '519826405', '519826406'],
    open: () => {
      const none = { id: '', created: 0, modified: 0, text: '', score: 0, recipient: '', isGone: true };
      return (needs, id, place) => surveyMonkey(needs, { id, title: 'Why did you leave?', key: 'surveymonkey-key', asksMore: true, responses: Array.from({ length: place * APART }, () => ({ ...none })) });
    },
  },
  typeform: {
    field: 'forms', scopes: ['u6nXL7', 'u6nXL8', 'u6nXL9'],
    open: () => {
      const none = { token: '', submitted: 0, text: '', score: 0, isGone: true };
      return (needs, id, place) => typeform(needs, { id, title: id, why: 'Why?', key: 'tfp_typeform-key', responses: Array.from({ length: place * APART }, () => ({ ...none })) });
    },
  },
};

export const scopedFolders = (): readonly string[] => Object.keys(SCOPED);

/** One vendor with three apps, repositories, forms or surveys; what is said goes to one after the other. `scopes` are the worlds of each. */
export function openSeveral(folder: string): { readonly openWorld: OpenWorld; readonly scopes: readonly SourceWorld[] } {
  const scoped = SCOPED[folder];
  if (scoped === undefined) throw new RangeError(`${folder} has one scope`);
  const scopes: SourceWorld[] = [];
  const openWorld: OpenWorld = (needs) => {
    const open = scoped.open();
    scopes.push(...scoped.scopes.map((scope, place) => open(needs, scope, place)));
    const [first] = scopes;
    if (first === undefined) throw new RangeError('no scope');
    let turn = -1;
    const changedAt = new Map<string, number>();
    const noted = (id: string): string => (changedAt.set(id, needs.now()), id);
    const inTurn = (): SourceWorld => scopes[(turn += 1) % scopes.length] ?? first;
    const holding = (id: string): SourceWorld => scopes.find((world) => world.live().has(id)) ?? first;
    const all = <Value>(of: (world: SourceWorld) => ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => new Map(scopes.flatMap((world) => [...of(world)]));
    const { rename, move } = first.identity;
    return {
      ...first,
      settings: { ...first.settings, [scoped.field]: scoped.scopes.join(', ') },
      answer: (call) => {
        const place = scoped.scopes.findIndex((scope) => call.path.includes(scope) || call.body.includes(`"${scope.split('/')[1] ?? scope}"`));
        // A token that one of them gives is good for all.
        const answers = place < 0 ? scopes.map((world) => world.answer(call)) : [];
        const own = answers[0] ?? (scopes[place] ?? first).answer({ ...call, headers: { ...call.headers, authorization: (call.headers['authorization'] ?? '').replace(scoped.scopes[0] ?? '', scoped.scopes[place] ?? '') } });
        return call.path === '/graphql' && own.status === 200 ? merged([own, ...scopes.map((world) => world.answer(call))]) : own;
      },
      speak: (text) => noted(inTurn().speak(text)),
      speakLate: (text, at) => noted(inTurn().speakLate(text, at)),
      answerAsAgent: (text) => inTurn().answerAsAgent(text),
      rewrite: (id, text) => holding(id).rewrite(noted(id), text),
      remove: (id) => holding(id).remove(noted(id)),
      changedAt: (id) => changedAt.get(id) ?? 0,
      revoke: (isRevoked) => scopes.forEach((world) => world.revoke(isRevoked)),
      narrow: (sees) => scopes.forEach((world) => world.narrow(sees)),
      forgetCheckpoints: () => scopes.forEach((world) => world.forgetCheckpoints()),
      identity: {
        ...(rename === undefined ? {} : { rename: () => scopes.forEach((world) => world.identity.rename?.()) }),
        ...(move === undefined ? {} : { move: (id) => holding(id).identity.move?.(id) }),
      },
      live: () => all((world) => world.live()),
      authors: () => all((world) => world.authors()),
    };
  };
  return { openWorld, scopes };
}

/** One GraphQL request asks for single things of any scope: what one of them has is found. */
function merged(replies: readonly Reply[]): Reply {
  const bodies = replies.map((reply) => reply.body as { readonly data: Readonly<Record<string, unknown>> });
  const named = bodies.flatMap(({ data }) => Object.entries(data)).filter(([name]) => /^c\d+$/.test(name));
  const isFound = (one: unknown): boolean => Object.values(one as object).some((value) => value !== null);
  const canaries = new Map([...named].sort(([, a], [, b]) => Number(isFound(a)) - Number(isFound(b))));
  const missing = [...canaries].filter(([, one]) => !isFound(one)).map(([name, one]) => ({ type: 'NOT_FOUND', path: [name, Object.keys(one as object)[0]], message: 'Could not resolve' }));
  const lists = bodies.flatMap(({ data }) => (Array.isArray(data['nodes']) ? [data['nodes'] as readonly unknown[]] : []));
  if (lists[0] !== undefined) return { status: 200, body: { data: { nodes: lists[0].map((_, place) => lists.map((list) => list[place]).find((one) => one !== null) ?? null) } } };
  return { status: 200, body: { data: { ...bodies[0]?.data, ...Object.fromEntries(canaries) }, ...(missing.length === 0 ? {} : { errors: missing }) } };
}
