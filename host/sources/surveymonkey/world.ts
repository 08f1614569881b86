import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Response {
  readonly id: string;
  readonly created: number;
  modified: number;
  text: string;
  readonly score: number;
  readonly recipient: string;
  isGone: boolean;
}

const HARBOR = { id: '519826404', title: 'Why did you leave?', key: 'surveymonkey-key', asksMore: true };
const [WHY, SCORE, CONTACT, WHEN, HOW_MANY, WHO] = ['7001', '7002', '7003', '7004', '7005', '7006'];
const NAME = 'Annegret Zimmerhackl';

export interface Survey {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  /** Asks besides how to reach who answers, since when, and how many they are; everybody enters the same. */
  readonly asksMore: boolean;
  /** Those of a time that is still to come are not there yet. */
  readonly responses: Response[];
}

/** One survey with a score and a written answer, responses by page number and last change, a limit of a hundred a page. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { ...HARBOR, responses: [] });

export function worldOf({ now, random }: WorldNeeds, { id: survey, title, key, asksMore, responses }: Survey): SourceWorld {
  let [isRevoked, sees, last, renamed] = [false, Number.POSITIVE_INFINITY, 0, 0];
  /** Whole seconds, as this vendor's times are. */
  const tick = (): number => (last = Math.max(Math.floor(now() / 1000) * 1000, last));
  const add = (text: string, created: number): string => {
    const id = String(118_000_000_00 + responses.length + 1);
    responses.push({ id, created, modified: tick(), text, score: Math.floor(random() * 11), recipient: random() < 0.5 ? '' : String(9_000 + Math.floor(random() * 40)), isGone: false });
    return id;
  };
  const find = (id: string): Response => {
    const response = responses.find((one) => one.id === id);
    if (response === undefined) throw new RangeError(`no response ${id}`);
    return response;
  };
  const list = ({ query }: Call): Reply => {
    const from = query.get('start_modified_at');
    if (from !== null && Number.isNaN(after(from))) return failed(400, '1000', 'Unable to process the request provided.');
    const [page, size] = [Number(query.get('page') ?? 1), Math.min(Number(query.get('per_page') ?? 50), 100)];
    const seen = responses.slice(0, sees).filter((one) => !one.isGone && one.created <= now() && (from === null || one.modified > after(from))).sort((a, b) => a.modified - b.modified || a.id.localeCompare(b.id));
    const self = `https://api.surveymonkey.com/v3/surveys/${survey}/responses/bulk`;
    return {
      status: 200,
      body: { data: seen.slice((page - 1) * size, page * size).map((one) => shape(survey, one, asksMore)), per_page: size, page, total: seen.length, links: { self, ...(page * size < seen.length ? { next: `${self}?page=${page + 1}&per_page=${size}` } : {}) } },
    };
  };
  const world: SourceWorld = {
    connector: 'surveymonkey',
    settings: { region: 'us', surveys: survey },
    secrets: { token: key },
    answer: (call) => {
      if (isRevoked || call.headers['authorization'] !== `Bearer ${key}`) return failed(401, '1010', 'The authorization token was not provided or was invalid.');
      if (call.path === `/v3/surveys/${survey}/details`) return { status: 200, body: details(survey, title, responses.filter((one) => one.created <= now()).length, renamed) };
      return call.path === `/v3/surveys/${survey}/responses/bulk` ? list(call) : failed(404, '1020', 'There was an error retrieving the requested resource.');
    },
    speak: (text) => add(text, now()),
    speakLate: (text, at) => add(text, at),
    // Nobody of ours answers in a survey; a response without words is what must not count.
    answerAsAgent: () => void add('', now()),
    rewrite: (id, text) => Object.assign(find(id), { text, modified: tick() }),
    remove: (id) => void (find(id).isGone = true),
    isSilentOnDeletion: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, responses.length)),
    // Pages are numbers: there is nothing to forget.
    forgetCheckpoints: () => undefined,
    identity: { rename: () => void (renamed += 1) },
    authors: () => new Map(responses.filter((one) => !one.isGone && one.text !== '' && one.recipient !== '').map((one) => [one.id, one.recipient])),
    live: () => new Map(responses.filter((one) => !one.isGone && one.text !== '').map((one) => [one.id, one.text])),
  };
  return world;
}

function shape(survey: string, response: Response, asksMore: boolean): unknown {
  const answers = response.text === '' ? [] : [{ id: WHY, answers: [{ text: response.text }] }];
  return {
    id: response.id, survey_id: survey, collector_id: '160253586', recipient_id: response.recipient, response_status: 'completed',
    date_created: stamp(response.created), date_modified: stamp(response.modified), analyze_url: `https://www.surveymonkey.com/analyze/browse/?respondent_id=${response.id}`, ip_address: '', custom_variables: {},
    pages: [{ id: '1', questions: [{ id: SCORE, answers: [{ choice_id: `c${response.score}`, row_id: 'r1' }] }, ...answers, ...(asksMore ? aside() : [])] }],
  };
}

/** What people enter beside their words: how to reach them, a day, a number. */
function aside(): readonly unknown[] {
  return [
    { id: CONTACT, answers: [{ row_id: 'c1', text: NAME }, { row_id: 'c2', text: 'Zimmerhackl GmbH' }, { row_id: 'c3', text: 'Am Wehr 4b' }, { row_id: 'c9', text: 'annegret@northwind.example' }] },
    { id: WHEN, answers: [{ row_id: 'd1', text: '05/06/2025' }] },
    { id: HOW_MANY, answers: [{ row_id: 'n1', text: '42' }] },
    { id: WHO, answers: [{ row_id: 'w1', text: NAME }] },
  ];
}

function details(survey: string, title: string, count: number, renamed: number): unknown {
  return {
    id: survey, title: renamed === 0 ? title : `${title} (${renamed})`, nickname: '', language: 'en', question_count: 6, page_count: 1, response_count: count,
    pages: [{ id: '1', questions: [
      { id: SCORE, family: 'matrix', subtype: 'rating', headings: [{ heading: 'How likely are you to recommend us?' }], answers: { rows: [{ id: 'r1' }], choices: Array.from({ length: 11 }, (_, weight) => ({ id: `c${weight}`, text: String(weight), weight })) } },
      { id: WHY, family: 'open_ended', subtype: 'essay', headings: [{ heading: 'What is the main reason?' }] },
      { id: CONTACT, family: 'demographic', subtype: 'international', headings: [{ heading: 'How may we reach you?' }], answers: { rows: [{ id: 'c1', type: 'name', text: 'Name' }, { id: 'c2', type: 'company', text: 'Company' }, { id: 'c3', type: 'address', text: 'Address' }, { id: 'c9', type: 'email', text: 'Email Address' }] } },
      { id: WHEN, family: 'datetime', subtype: 'date_only', headings: [{ heading: 'Since when?' }], answers: { rows: [{ id: 'd1', text: 'Day' }] } },
      { id: HOW_MANY, family: 'open_ended', subtype: 'numerical', headings: [{ heading: 'How many are you?' }], answers: { rows: [{ id: 'n1', text: 'People' }] } },
      { id: WHO, family: 'open_ended', subtype: 'multi', headings: [{ heading: 'Who answers?' }], answers: { rows: [{ id: 'w1', text: 'Your name:' }] } },
    ] }],
  };
}

function stamp(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', '+00:00');
}

/** "Modified after this date", taken at its word; written in whole seconds, which are UTC. */
function after(from: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(from) ? Date.parse(`${from}Z`) : Number.NaN;
}

function failed(status: number, id: string, message: string): Reply {
  return { status, body: { error: { id, http_status_code: status, name: 'Error', message, docs: '' } } };
}
