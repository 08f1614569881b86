import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Gap } from '../../domain/coverage';
import { SourceCheckpointLost, SourceRefused } from '../../domain/source-errors';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { Ask, Connector } from '../../ports/connector';
import { NO_TURNS, nextInTurn } from '../_shared/in-turn';
import { listSetting } from '../_shared/list-setting';
import { readEach } from '../_shared/read-each';
import { inSmallerPages, tooLarge } from '../_shared/smaller-pages';
import { testEach } from '../_shared/test-each';
import { typedFeed } from '../_shared/typed-feed';
import { idInLink } from './id-in-link';
import { toRecord } from './map';
import { remedies } from './remedies';
import { BareReview, Cursor, Review, ReviewPage } from './schema';
import { fetchToken, isKeyFile, TOKEN_HOST } from './token';

const HOST = 'androidpublisher.googleapis.com';
const PAGE = 100;
/** "Only reviews from last week": https://developers.google.com/android-publisher/reply-to-reviews */
const WINDOW_DAYS = 7;
const HOUR_MS = 3_600_000;
const SUDDEN = 5;
/** As long as coverage itself goes without a reading: turns are shorter. */
const JUST_READ_MS = 6 * HOUR_MS;
/** Newest reviews that are looked for in the next round. */
const MARKS = 20;

/** Reviews of chosen apps that were written or edited in the last week. */
export const googlePlay: Connector = {
  id: 'google-play',
  name: 'Google Play',
  about: 'Reviews of your apps: stars, words, language, app version, device class.',
  nameless: 'Google tells a nickname and no person.',
  limits: [
    'Google shows only reviews of the last seven days. Everything before the first connection is a gap until you bring it as a file (Play Console → Reviews → Download) and say which of its days the file holds.',
    'The whole week is read once a day, and what is new every hour: a review that was taken back is noticed within a day.',
    'Several apps are read in turn, each at least every four hours; the time on the card is that of the one which waits longest.',
    'Google cannot be asked for older reviews: that it shows us less than before is noticed by the newest twenty, and by the whole week once a day.',
    'Reviews without words, and those of alpha and beta versions, are not given to us.',
    'Google gives a name and no id for who wrote a review, so each review counts as one customer.',
    'Five reviews or more that are all gone before their week is over count as not shown to us, until Google shows one again or you say that it is really so.',
    'An edited review carries the time of its edit.',
    'At most 200 requests an hour: a week of 12,000 reviews takes 240 of them, half of them for tokens.',
  ],
  fields: [
    { name: 'apps', label: 'Package names', help: 'As in the address of the app in the Play Store, after id=.', kind: 'list', placeholder: 'com.example.app', pattern: /^[A-Za-z]\w*(\.[A-Za-z]\w*)+(\s*,\s*[A-Za-z]\w*(\.[A-Za-z]\w*)+){0,19}$/ },
    { name: 'serviceAccount', label: 'Key of a service account', help: 'The whole JSON file. The account needs “Reply to reviews” for these apps in the Play Console, and nothing else.', kind: 'secret' },
  ],
  egress: [HOST, TOKEN_HOST],
  hosts: () => [HOST, TOKEN_HOST],
  pace: { requests: 180, perSeconds: 3600 },
  routes: ['app', 'device'],
  idInLink,
  windowDays: WINDOW_DAYS,
  // One more reading of a week costs little, and a review that was taken back can only be missed while it would be shown.
  rereadDays: 2,

  remedies,
  async test(ask) {
    if (!(await isKeyFile(ask.secret('serviceAccount')))) return { ok: false, field: 'serviceAccount', problem: 'This is not the JSON file of a service account. Paste all of it, from { to }.' };
    const token = await fetchToken(ask);
    const counts = await testEach(ask.settings['apps'], async (app) => {
      const { reviews } = await fetchReviews(ask, token, app, null, 1);
      return `${app}: ${(reviews ?? []).length === 0 ? 'readable, no review in the last seven days' : 'readable'}`;
    });
    return { ok: true, found: counts.join('; '), warnings: ['What was written more than seven days ago can only come as a file.'] };
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const apps = listSetting(ask.settings['apps']);
    const isSame = checkpoint !== undefined && apps.includes(checkpoint.app);
    const app = isSame ? checkpoint.app : (apps[0] ?? '');
    const token = isSame ? checkpoint.next : null;
    const began = isSame && token !== null ? checkpoint.began : ask.now;
    const key = await fetchToken(ask);
    const { page: whole } = await inSmallerPages(PAGE, (size) => fetchReviews(ask, key, app, token, size));
    const page = whole ?? (await fetchReviews(ask, key, app, token, 1, 'reviews/reviewId,tokenPagination'));
    const { items, skipped } = whole === undefined ? readEach(page.reviews ?? [], BareReview, ({ reviewId }) => tooLarge({ externalId: reviewId }), idOf) : readEach(whole.reviews ?? [], Review, toRecord(app), idOf);
    const next = page.tokenPagination?.nextPageToken ?? null;
    const { readTo, shown, until, marks, turns } = checkpoint ?? withoutCheckpoint(ask, apps);
    const under = isSame && token !== null ? checkpoint : { seen: 0, head: null, found: [] };
    const known = marks[app] ?? [];
    const all = [...items, ...skipped];
    const seen = under.seen + (page.reviews ?? []).length;
    const found = [...under.found, ...known.filter(({ id }) => all.some((one) => one.externalId === id)).map(({ id }) => id)];
    const head = under.head ?? newestOf(all);
    // Newest change first: behind a page on which nothing is newer than what was read, all was read. The whole week is read again every day all the same.
    const isKnown = all.length > 0 && all.every(({ at }) => at !== undefined && at <= (until[app] ?? ''));
    if (next !== null && !isKnown) return { items, skipped, isLast: false, checkpoint: { app, next, began, seen, readTo, shown, until, marks, head, found, turns } };
    const weekAgo = isoTime(epochMs(began) - (WINDOW_DAYS * DAY_IN_MS - HOUR_MS));
    // Those of one burst leave the week together, and are seen to: the newest was just there, and is a week old. Else none at once may be a right that was taken away.
    const newestKnown = known[0]?.at;
    const hasLeft = newestKnown !== undefined && newestKnown < weekAgo && (readTo[app] ?? '') >= isoTime(epochMs(began) - JUST_READ_MS);
    const isEmptied = seen === 0 && (shown[app] ?? 0) >= SUDDEN && !hasLeft;
    const turn = nextInTurn(ask, apps, turns, { scope: app, began });
    const asked = known.filter(({ at }) => at >= weekAgo).map(({ id }) => id);
    const newest = head[0]?.at ?? '';
    return {
      items,
      skipped,
      ...turn.page,
      ...(asked.length === 0 ? {} : { canaries: { asked, found } }),
      ...(isEmptied ? { isEmptied } : {}),
      gaps: gapsBefore(readTo[app] ?? (checkpoint === undefined ? undefined : ask.firstSince) ?? ask.since, began, readTo[app] === undefined),
      checkpoint: {
        app: turn.next, next: null, began, seen: 0, head: null, found: [], turns: turn.turns, readTo: { ...readTo, [app]: began }, shown: { ...shown, [app]: seen },
        until: newest > (until[app] ?? '') ? { ...until, [app]: newest } : until, marks: { ...marks, [app]: head },
      },
    };
  }),
};

const NOTHING_READ: Pick<Cursor, 'readTo' | 'shown' | 'until' | 'marks' | 'turns'> = { readTo: {}, shown: {}, until: {}, marks: {}, turns: NO_TURNS };

/** At the very beginning nothing was read; where the checkpoint was lost, each app was until the last round. */
function withoutCheckpoint({ since, firstSince }: Pick<Ask, 'since' | 'firstSince'>, apps: readonly string[]): typeof NOTHING_READ {
  const isLost = firstSince !== undefined && since > firstSince;
  return isLost ? { ...NOTHING_READ, readTo: Object.fromEntries(apps.map((app) => [app, since])) } : NOTHING_READ;
}

/** Those that have to be shown next time too, unless they were taken back. */
function newestOf(all: readonly (SourceRecord | SkippedRecord)[]): Cursor['marks'][string] {
  return all.flatMap(({ externalId: id, at }) => (at === undefined ? [] : [{ id, at }])).sort((a, b) => (a.at > b.at ? -1 : 1)).slice(0, MARKS);
}

/** What lies between the last whole round and the oldest review that Google still shows was never shown to us. */
function gapsBefore(from: IsoTime, began: IsoTime, isFirst: boolean): readonly Gap[] {
  const to = isoTime(epochMs(began) - WINDOW_DAYS * DAY_IN_MS);
  if (from >= to) return [];
  return [{ from, to, reason: isFirst ? 'Google Play shows only the last seven days: bring older reviews as a file' : 'not read for more than the seven days that Google Play shows' }];
}

async function fetchReviews(ask: Ask, token: string, app: string, cursor: string | null, limit: number, fields?: string): Promise<z.output<typeof ReviewPage>> {
  const query = { maxResults: limit, fields, ...(cursor === null ? {} : { token: cursor }) };
  try {
    return parseAt('google-play', ReviewPage, await ask.http.json(`https://${HOST}/androidpublisher/v3/applications/${app}/reviews`, { query, headers: { Authorization: `Bearer ${token}` } }));
  } catch (cause) {
    if (cursor !== null && cause instanceof SourceRefused && cause.status === 400) throw new SourceCheckpointLost('Google no longer knows this page', { cause });
    throw cause;
  }
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'reviewId' in value && typeof value.reviewId === 'string' ? value.reviewId : undefined;
}
