import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Review {
  readonly reviewId: string;
  text: string;
  lastModified: number;
  readonly starRating: number;
  readonly version: string;
  readonly language?: string;
  isAnswered: boolean;
  isHidden: boolean;
}

const APP = 'com.harbor.mail';

export interface App {
  readonly id: string;
  /** Private key of the service account, PKCS 8 in PEM. */
  readonly privateKey: string;
  /** Those of a time that is still to come are not there yet. */
  readonly reviews: Review[];
}

const ACCOUNT = 'reader@harbor-mail.iam.gserviceaccount.com';
const WEEK_MS = 7 * 86_400_000;
const UNSEEN_MS = 3 * 86_400_000;

/** The Play Developer API's reviews: the last week only, newest change first, a token of a service account. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { id: APP, privateKey: newKey(), reviews: [] });

export function newKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function worldOf({ now, random }: WorldNeeds, { id: app, privateKey, reviews }: App): SourceWorld {
  const publicKey = createPublicKey(privateKey);
  const account = createHash('sha256').update(privateKey).digest('hex').slice(0, 8);
  const tokens = new Map<string, number>();
  let [isRevoked, sees, epoch, renamed] = [false, Number.POSITIVE_INFINITY, 0, 0];
  const add = (text: string, at: number): string => {
    const reviewId = `gp:AOq${(reviews.length + 1).toString(36).padStart(6, '0')}`;
    reviews.push({ reviewId, text, lastModified: at, starRating: 1 + Math.floor(random() * 5), version: '5.4', isAnswered: false, isHidden: false });
    return reviewId;
  };
  const find = (id: string): Review => {
    const review = reviews.find((one) => one.reviewId === id);
    if (review === undefined) throw new RangeError(`no review ${id}`);
    return review;
  };
  const shown = (): Review[] => reviews.slice(0, sees).filter((one) => !one.isHidden && one.lastModified <= now() && now() - one.lastModified <= WEEK_MS);
  const grant = ({ body }: Call): Reply => {
    const form = new URLSearchParams(body);
    const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as Record<string, unknown>;
    const isGood = form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' && verify('sha256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url')) && said['iss'] === ACCOUNT && said['scope'] === 'https://www.googleapis.com/auth/androidpublisher' && said['aud'] === 'https://oauth2.googleapis.com/token';
    if (!isGood || isRevoked) return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
    // Accounts of one host are told apart by their tokens; apps of one account share them.
    const token = `ya29.${account}.${tokens.size + 1}`;
    tokens.set(token, now() + 3_600_000);
    return { status: 200, body: { access_token: token, expires_in: 3599, token_type: 'Bearer' } };
  };
  const list = ({ query }: Call): Reply => {
    const [made = '', from = '0'] = (query.get('token') ?? `${epoch}.0`).split('.');
    if (made !== String(epoch)) return failed(400, 'Invalid page token');
    const limit = Math.min(Number(query.get('maxResults') ?? 10), 100);
    const seen = shown().sort((a, b) => b.lastModified - a.lastModified || b.reviewId.localeCompare(a.reviewId));
    const page = seen.slice(Number(from), Number(from) + limit);
    const end = Number(from) + limit;
    return { status: 200, body: { ...(page.length === 0 ? {} : { reviews: page.map((one) => (query.get('fields')?.startsWith('reviews/reviewId,') === true ? { reviewId: one.reviewId } : shape(one, renamed))) }), ...(end < seen.length ? { tokenPagination: { nextPageToken: `${epoch}.${end}` } } : {}) } };
  };
  const world: SourceWorld = {
    connector: 'google-play',
    settings: { apps: app },
    secrets: { serviceAccount: JSON.stringify({ type: 'service_account', client_email: ACCOUNT, private_key: privateKey }) },
    answer: (call) => {
      if (call.host === 'oauth2.googleapis.com') return call.method === 'POST' && call.path === '/token' ? grant(call) : failed(404, 'Not found');
      const until = tokens.get((call.headers['authorization'] ?? '').replace('Bearer ', ''));
      if (isRevoked || until === undefined || until < now()) return failed(401, 'Request had invalid authentication credentials.');
      return call.path === `/androidpublisher/v3/applications/${app}/reviews` ? list(call) : failed(404, `No application was found for the given package name.`);
    },
    speak: (text) => add(text, now()),
    speakLate: (text, at) => add(text, at),
    answerAsAgent: () => {
      const last = reviews.at(-1);
      if (last !== undefined) last.isAnswered = true;
    },
    rewrite: (id, text) => Object.assign(find(id), { text, lastModified: now() }),
    // What has left the week, or leaves it before a reader comes by again, goes unseen: no reader could know.
    remove: (id) => {
      if (now() - find(id).lastModified <= WEEK_MS - UNSEEN_MS) find(id).isHidden = true;
    },
    isSilentOnDeletion: true,
    isWindowed: true,
    tellsOnlyLastChange: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, reviews.length)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: { rename: () => void (renamed += 1) },
    // Google says a name and no id.
    authors: () => new Map(),
    live: () => new Map(reviews.filter((one) => !one.isHidden).map((one) => [one.reviewId, one.text])),
  };
  return world;
}

function shape(review: Review, renamed: number): unknown {
  const lastModified = { seconds: String(Math.floor(review.lastModified / 1000)), nanos: (review.lastModified % 1000) * 1_000_000 };
  return {
    reviewId: review.reviewId,
    authorName: `A name ${renamed}`,
    comments: [
      { userComment: { text: review.text, lastModified, starRating: review.starRating, reviewerLanguage: review.language ?? 'en', appVersionName: review.version, appVersionCode: 540, device: 'klte', androidOsVersion: 34, thumbsUpCount: 0, thumbsDownCount: 0, deviceMetadata: { deviceClass: 'FORM_FACTOR_PHONE' } } },
      ...(review.isAnswered ? [{ developerComment: { text: 'Thank you', lastModified } }] : []),
    ],
  };
}

function failed(code: number, message: string): Reply {
  return { status: code, body: { error: { code, message, status: 'FAILED' } } };
}
