import { parseAt } from '../../domain/boundary';
import { SourceUnreadable } from '../../domain/source-errors';
import type { SourceRecord } from '../../domain/source-record';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { Ask, Connector } from '../../ports/connector';
import { NO_TURNS, nextInTurn } from '../_shared/in-turn';
import { listSetting } from '../_shared/list-setting';
import { movedTo, nextPlace, readNumbered } from '../_shared/numbered-pages';
import { OUR_DOMAINS, oursOf } from '../_shared/our-domains';
import { readEach } from '../_shared/read-each';
import { tooLargeAt } from '../_shared/smaller-pages';
import { testEach } from '../_shared/test-each';
import { typedFeed } from '../_shared/typed-feed';
import { askedToWait } from './asked-to-wait';
import { questionsOf, toRecord } from './map';
import { remedies } from './remedies';
import { Cursor, Details, Response, ResponsePage } from './schema';

/** The most that SurveyMonkey gives a page. */
const PAGE = 100;
const HOSTS: Readonly<Record<string, string>> = { us: 'api.surveymonkey.com', eu: 'api.eu.surveymonkey.com', ca: 'api.surveymonkey.ca' };

/** Written answers of chosen surveys: NPS, exit and churn reasons. */
export const surveyMonkey: Connector = {
  id: 'surveymonkey',
  name: 'SurveyMonkey',
  about: 'Written answers of your surveys (NPS, exit, churn), with the score that was ticked beside them.',
  nameless: 'The key may view surveys and responses, not contacts, so SurveyMonkey cannot be asked who answered.',
  limits: [
    'Only completed responses with written words become signals; a score alone says nothing that could be quoted. The others are counted.',
    'Who answered is known only where the survey was sent to a contact. What is entered as a name, an address, a date or a number is no signal and not kept.',
    'A private app may send 120 requests a minute and 500 a day: 12,000 responses take some 360 of them, and a few per survey.',
    'Several surveys are read in turn, each at least every four hours; the time on the card is that of the one which waits longest.',
    'Responses that are deleted are noticed when everything is read anew, every thirty days.',
  ],
  fields: [
    { name: 'region', label: 'Where your data is kept', help: 'As in the address you sign in at.', kind: 'choice', choices: [{ value: 'us', label: 'United States' }, { value: 'eu', label: 'Europe' }, { value: 'ca', label: 'Canada' }] },
    { name: 'surveys', label: 'Ids of the surveys', help: 'In the address of the survey’s design page.', kind: 'list', placeholder: '519826404', pattern: /^\d{6,15}(\s*,\s*\d{6,15}){0,19}$/ },
    { ...OUR_DOMAINS, isOptional: true, help: 'Who gives an address of these domains is no customer: what they answer is left out and counted.' },
    { name: 'token', label: 'Access token', help: 'Of a private app with the scopes View Surveys, View Responses and View Response Details, and nothing else.', kind: 'secret' },
  ],
  egress: Object.values(HOSTS),
  hosts: (settings) => [host(settings)],
  idSpace: host,
  pace: { requests: 60, perSeconds: 60 },
  slower: [{ path: /^/, requests: 450, perSeconds: 86_400 }],
  askedToWait,
  routes: ['survey', 'collector'],
  readsAll: true,

  remedies,
  async test(ask) {
    const found = await testEach(ask.settings['surveys'], async (survey) => {
      const details = parseAt('surveymonkey survey', Details, await get(ask, `/v3/surveys/${survey}/details`));
      // Answers need a right of their own, which not every plan has.
      await get(ask, `/v3/surveys/${survey}/responses/bulk`, { per_page: 1, page: 1, status: 'completed' });
      return `${details.title}: ${details.response_count ?? 'some'} responses`;
    });
    return { ok: true, found: found.join('; ') };
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const surveys = listSetting(ask.settings['surveys']);
    const since = checkpoint?.since ?? {};
    const waiting = checkpoint !== undefined && surveys.includes(checkpoint.survey) ? checkpoint : begin(surveys[0] ?? '', since, checkpoint);
    const cursor = { ...waiting, began: waiting.began ?? ask.now };
    const { survey, from } = cursor;
    const query = { sort_by: 'date_modified', sort_order: 'ASC', status: 'completed', start_modified_at: from === null ? undefined : justBefore(from) };
    const { place, page: answer } = await readNumbered(cursor, PAGE, async (page, size) => {
      const given = parseAt('surveymonkey responses', ResponsePage, await get(ask, `/v3/surveys/${survey}/responses/bulk`, { per_page: size, page, ...query }));
      if (given.page !== page) throw new SourceUnreadable(`page ${given.page} where page ${page} was asked for`);
      return given;
    });
    const asked = await askedIn(ask, cursor, answer?.data ?? []);
    const { items, skipped: unread } = readEach(answer?.data ?? [], Response, toRecord(survey, asked[survey]?.questions ?? {}, oursOf(ask.settings)));
    const skipped = answer === undefined ? [tooLargeAt(`${survey}-${from ?? ''}-${place.page}`)] : unread;
    const newest = [...items, ...skipped].reduce((latest, one) => (one.revision > latest ? one.revision : latest), cursor.newest ?? from ?? '');
    const seen = newest === '' ? null : newest;
    const next = nextPlace(place, answer !== undefined && answer.links.next === undefined, answer === undefined ? null : seen);
    if (next !== undefined) return { items, skipped, isLast: false, checkpoint: { ...movedTo(cursor, next), newest: seen, asked } };
    // The list that was asked for changes counts only what is in it.
    const { total } = parseAt('surveymonkey responses', ResponsePage, await get(ask, `/v3/surveys/${survey}/responses/bulk`, { per_page: 1, page: 1, status: 'completed' }));
    const turn = nextInTurn(ask, surveys, cursor.turns, { scope: survey, began: cursor.began, total });
    const read = seen === null ? since : { ...since, [survey]: seen };
    return { items, skipped, ...turn.page, checkpoint: begin(turn.next, read, { asked, turns: turn.turns }) };
  }),
};

/** "Modified after this date", which need not mean "then or later", in whole seconds of UTC: what changed in the second that was reached is asked for again. */
function justBefore(at: IsoTime): string {
  return isoTime(epochMs(at) - 1000).slice(0, 19);
}

function begin(survey: string, since: Cursor['since'], { asked, turns }: Pick<Cursor, 'asked' | 'turns'> = { asked: {}, turns: NO_TURNS }): Cursor {
  return { survey, from: since[survey] ?? null, page: 1, back: null, newest: since[survey] ?? null, began: null, since, asked, turns };
}

/** The questions are asked for again once a day, and at once where an answer is to one that we do not know. */
async function askedIn(ask: Ask, { survey, asked }: Cursor, responses: readonly unknown[]): Promise<Cursor['asked']> {
  if (responses.length === 0) return asked;
  const known = asked[survey];
  const isFresh = known !== undefined && Math.abs(epochMs(ask.now) - epochMs(known.at)) < DAY_IN_MS;
  if (isFresh && questionsIn(responses).every((id) => known.questions[id] !== undefined)) return asked;
  const details = parseAt('surveymonkey survey', Details, await get(ask, `/v3/surveys/${survey}/details`));
  return { ...asked, [survey]: { at: ask.now, questions: questionsOf(details) } };
}

/** Questions that these responses answer. */
function questionsIn(responses: readonly unknown[]): readonly string[] {
  return responses.flatMap((value) => Response.safeParse(value).data?.pages.flatMap((page) => page.questions.map((question) => question.id)) ?? []);
}

function host(settings: Readonly<Record<string, string>>): string {
  return HOSTS[settings['region'] ?? ''] ?? '';
}

function get(ask: Ask, path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<unknown> {
  return ask.http.json(`https://${host(ask.settings)}${path}`, { query, headers: { Authorization: `Bearer ${ask.secret('token')}` } });
}
