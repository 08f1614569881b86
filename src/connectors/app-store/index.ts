import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceCheckpointLost, SourceRefused, SourceUnreadable } from '../../domain/source-errors';
import type { SourceRecord } from '../../domain/source-record';
import type { Ask, Connector } from '../../ports/connector';
import { NO_TURNS, nextInTurn } from '../_shared/in-turn';
import { listSetting } from '../_shared/list-setting';
import { readEach } from '../_shared/read-each';
import { inSmallerPages, tooLarge } from '../_shared/smaller-pages';
import { testEach } from '../_shared/test-each';
import { typedFeed } from '../_shared/typed-feed';
import { toRecord } from './map';
import { remedies } from './remedies';
import { AppAnswer, BareReview, Cursor, Review, ReviewPage } from './schema';
import { isKey, signToken } from './token';

const HOST = 'api.appstoreconnect.apple.com';
/** The most that Apple gives a page. */
const PAGE = 200;

/** Reviews of chosen apps, newest first, back to where the last round began. */
export const appStore: Connector = {
  id: 'app-store',
  name: 'Apple App Store',
  about: 'Reviews of your apps: stars, title, words, territory.',
  nameless: 'Apple tells a nickname and no person.',
  limits: [
    'Apple does not say which version of the app a review is about.',
    'Apple does not say who wrote a review, so each review counts as one customer.',
    'Apple does not report edits: an older review that was edited or removed is noticed when everything is read anew, every seven days.',
    'Several apps are read in turn, each at least every four hours; the time on the card is that of the one which waits longest.',
    'Stars without words are not given to us.',
    'At most 3,500 requests an hour for all users of the key: 12,000 reviews take 60 of them.',
  ],
  fields: [
    { name: 'apps', label: 'Apple IDs of the apps', help: 'The numbers under App Information → General Information → Apple ID.', kind: 'list', placeholder: '682658836', pattern: /^\d{5,15}(\s*,\s*\d{5,15}){0,19}$/ },
    { name: 'issuer', label: 'Issuer ID', help: 'Users and Access → Integrations → App Store Connect API.', kind: 'text', placeholder: '57246542-96fe-1a63-e053-0824d011072a', pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i },
    { name: 'keyId', label: 'Key ID', help: 'Of a team key with the role Customer Support: it reads reviews and little else.', kind: 'text', placeholder: '2X9R4HXF34', pattern: /^[A-Z0-9]{8,12}$/ },
    { name: 'privateKey', label: 'Private key', help: 'The whole content of the .p8 file that Apple let you download once.', kind: 'secret' },
  ],
  egress: [HOST],
  hosts: () => [HOST],
  pace: { requests: 50, perSeconds: 60 },
  routes: ['app', 'territory'],
  readsAll: true,
  rereadDays: 7,

  remedies,
  async test(ask) {
    if (!(await isKey(ask.secret('privateKey')))) return { ok: false, field: 'privateKey', problem: 'This is not the content of a .p8 file. Paste all of it, from -----BEGIN PRIVATE KEY----- to the end.' };
    const names = await testEach(ask.settings['apps'], async (app) => {
      const { data } = parseAt('app-store', AppAnswer, await get(ask, `/v1/apps/${app}`, { 'fields[apps]': 'name' }));
      const { meta } = await fetchReviews(ask, app, null, 1);
      const total = meta?.paging.total;
      return total === undefined ? data.attributes.name : `${data.attributes.name}: ${total} reviews with words`;
    });
    return { ok: true, found: names.join('; ') };
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const apps = listSetting(ask.settings['apps']);
    const app = checkpoint !== undefined && apps.includes(checkpoint.app) ? checkpoint.app : (apps[0] ?? '');
    const isSame = checkpoint?.app === app;
    const began = (isSame ? checkpoint.began : null) ?? ask.now;
    const at = isSame ? checkpoint.next : null;
    const { page: whole } = await inSmallerPages(PAGE, (limit) => fetchReviews(ask, app, at, limit));
    const page = whole ?? (await fetchReviews(ask, app, at, 1, { 'fields[customerReviews]': 'createdDate' }));
    const { items, skipped } = whole === undefined ? readEach(page.data, BareReview, ({ id, attributes }) => tooLarge({ externalId: id, at: new Date(attributes.createdDate).toISOString() })) : readEach(whole.data, Review, toRecord(app, ask.now));
    const until = checkpoint?.until ?? {};
    // The first round reads everything there is: only then can Apple's own count be compared with ours.
    const stop = until[app] ?? '';
    const times = [...items, ...skipped].flatMap((one) => one.at ?? []);
    const from = (isSame ? checkpoint.from : null) ?? times.reduce<string | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
    const next = cursorOf(page);
    // Newest first: behind anything older than the newest of the last round, all has been read.
    const isAppRead = next === null || times.some((at) => at < stop);
    const turns = checkpoint?.turns;
    if (!isAppRead) return { items, skipped, isLast: false, checkpoint: { app, next, from, until, began, turns: turns ?? NO_TURNS } };
    const turn = nextInTurn(ask, apps, turns, { scope: app, began, total: page.meta?.paging.total });
    return { items, skipped, ...turn.page, checkpoint: { app: turn.next, next: null, from: null, until: from === null ? until : { ...until, [app]: from }, began: null, turns: turn.turns } };
  }),
};

async function fetchReviews(ask: Ask, app: string, cursor: string | null, limit: number, what: Readonly<Record<string, string>> = { include: 'response' }): Promise<z.output<typeof ReviewPage>> {
  const query = { limit, sort: '-createdDate', ...what, ...(cursor === null ? {} : { cursor }) };
  try {
    return parseAt('app-store', ReviewPage, await get(ask, `/v1/apps/${app}/customerReviews`, query));
  } catch (cause) {
    if (cursor !== null && cause instanceof SourceRefused && cause.status === 400) throw new SourceCheckpointLost('Apple no longer knows this page', { cause });
    throw cause;
  }
}

async function get(ask: Ask, path: string, query: Readonly<Record<string, string | number>>): Promise<unknown> {
  return ask.http.json(`https://${HOST}${path}`, { query, headers: { Authorization: `Bearer ${await signToken(ask)}` } });
}

/** Only the cursor is taken from Apple's link: the address itself is always ours. */
function cursorOf({ links }: z.output<typeof ReviewPage>): string | null {
  if (links.next === undefined) return null;
  const cursor = URL.canParse(links.next) ? new URL(links.next).searchParams.get('cursor') : null;
  if (cursor === null || cursor === '') throw new SourceUnreadable('the link to the next page has no cursor');
  return cursor;
}
