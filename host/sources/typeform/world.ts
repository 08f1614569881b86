import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Response {
  readonly token: string;
  readonly submitted: number;
  text: string;
  readonly score: number;
  readonly user?: string;
  readonly email?: string;
  isGone: boolean;
}

const LEAVING: Form = { id: 'u6nXL7', title: 'Leaving?', why: 'What made you leave?', key: 'tfp_typeform-key', responses: [] };

/** Contact details are one question with a field for each part: https://www.typeform.com/developers/create/reference/create-form/ */
const CONTACT = {
  id: 'f3', title: 'How may we reach you?', type: 'contact_info',
  properties: { fields: [{ id: 'f3a', title: 'First name', subfield_key: 'first_name', type: 'short_text' }, { id: 'f3b', title: 'Last name', subfield_key: 'last_name', type: 'short_text' }, { id: 'f3c', title: 'Company', subfield_key: 'company', type: 'short_text' }] },
};

export interface Form {
  readonly id: string;
  readonly title: string;
  /** The question that is answered in words. */
  readonly why: string;
  readonly key: string;
  /** Those of a time that is still to come are not there yet. */
  readonly responses: Response[];
}

/** One form's responses, newest first, `before` a token, two hundred a page here as asked. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { ...LEAVING, responses: [] });

export function worldOf({ now, random }: WorldNeeds, { id: form, title, why, key, responses }: Form): SourceWorld {
  let [isRevoked, sees, renamed] = [false, Number.POSITIVE_INFINITY, 0];
  const add = (text: string, submitted: number): string => {
    const token = `tok${(responses.length + 1).toString(36).padStart(12, '0')}`;
    responses.push({ token, submitted: Math.floor(submitted / 1000) * 1000, text, score: Math.floor(random() * 11), ...(random() < 0.5 ? {} : { user: `m-${Math.floor(random() * 40)}` }), isGone: false });
    return token;
  };
  const find = (token: string): Response => {
    const response = responses.find((one) => one.token === token);
    if (response === undefined) throw new RangeError(`no response ${token}`);
    return response;
  };
  const list = ({ query }: Call): Reply => {
    const [since, before, size] = [query.get('since'), query.get('before'), Math.min(Number(query.get('page_size') ?? 25), 1000)];
    const all = responses.slice(0, sees).filter((one) => !one.isGone && one.submitted <= now() && (since === null || one.submitted >= Date.parse(since))).sort((a, b) => b.submitted - a.submitted || b.token.localeCompare(a.token));
    const start = before === null ? 0 : all.findIndex((one) => one.token === before) + 1;
    return { status: 200, body: { items: all.slice(start, start + size).map((one) => (query.has('fields') ? { ...(shape(one) as object), answers: [] } : shape(one))), total_items: all.length, page_count: Math.ceil(all.length / size) } };
  };
  const world: SourceWorld = {
    connector: 'typeform',
    settings: { region: 'us', forms: form },
    secrets: { token: key, webhookSecret: 'typeform-webhook' },
    answer: (call) => {
      if (isRevoked || call.headers['authorization'] !== `Bearer ${key}`) return failed(401, 'AUTHENTICATION_FAILED', 'Authentication credentials not found on the Request Headers');
      if (call.path === `/forms/${form}`) return { status: 200, body: { id: form, title: renamed === 0 ? title : `${title} (${renamed})`, fields: [{ id: 'f1', title: why, type: 'long_text' }, { id: 'f2', title: 'Would you recommend us?', type: 'nps' }, CONTACT, { id: 'f4', title: 'Your name?', type: 'short_text' }] } };
      return call.path === `/forms/${form}/responses` ? list(call) : failed(404, 'FORM_NOT_FOUND', 'Non existing form with uid');
    },
    speak: (text) => add(text, now()),
    speakLate: (text, at) => add(text, at),
    answerAsAgent: () => void add('', now()),
    // A response cannot be changed by who gave it: the vendor's own redaction is the nearest, and it keeps the token.
    rewrite: (token, text) => void (find(token).text = text),
    remove: (token) => void (find(token).isGone = true),
    isSilentOnDeletion: true,
    isSilentOnEdits: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, responses.length)),
    forgetCheckpoints: () => undefined,
    identity: { rename: () => void (renamed += 1) },
    authors: () => new Map(responses.flatMap((one) => (!one.isGone && one.text !== '' && (one.user ?? one.email) !== undefined ? [[one.token, one.user ?? one.email ?? ''] as const] : []))),
    live: () => new Map(responses.filter((one) => !one.isGone && one.text !== '').map((one) => [one.token, one.text])),
  };
  return world;
}

function shape(response: Response): unknown {
  const at = new Date(response.submitted).toISOString().replace('.000Z', 'Z');
  const words = response.text === '' ? [] : [{ type: 'text', text: response.text, field: { id: 'f1', ref: 'why', type: 'long_text' } }];
  return { landing_id: response.token, token: response.token, response_id: response.token, landed_at: at, submitted_at: at, hidden: { ...(response.user === undefined ? {} : { user_id: response.user }), ...(response.email === undefined ? {} : { email: response.email }) }, answers: [{ type: 'number', number: response.score, field: { id: 'f2', ref: 'nps', type: 'nps' } }, ...words, ...aside()] };
}

/** What people enter beside their words. */
function aside(): readonly unknown[] {
  return [['f3a', 'Annegret'], ['f3b', 'Zimmerhackl'], ['f3c', 'Zimmerhackl GmbH'], ['f4', 'Annegret Zimmerhackl']].map(([id, text]) => ({ type: 'text', text, field: { id, ref: id, type: 'short_text' } }));
}

function failed(status: number, code: string, description: string): Reply {
  return { status, body: { code, description } };
}
