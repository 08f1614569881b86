import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { seenOf, type Call, type OpenWorld, type Reply, type SourceWorld, type WorldNeeds } from '../source-world';

export interface Review {
  readonly id: string;
  readonly createdDate: string;
  readonly title?: string;
  body: string;
  readonly rating: number;
  readonly territory: string;
  isAnswered: boolean;
  isHidden: boolean;
}

const APP = '682658836';

export interface App {
  readonly id: string;
  readonly name: string;
  /** Private key of the API, PKCS 8 in PEM. */
  readonly privateKey: string;
  /** Those of a time that is still to come are not there yet. */
  readonly reviews: Review[];
}
const ISSUER = '57246542-96fe-1a63-e053-0824d011072a';
const KEY_ID = '2X9R4HXF34';
const MOST = 200;

/** App Store Connect's customer reviews: newest first, a cursor in the link to the next page, tokens signed with ES256 and at most twenty minutes old. */
export const openWorld: OpenWorld = (needs) => worldOf(needs, { id: APP, name: 'Harbor Mail', privateKey: newKey(), reviews: [] });

export function newKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function worldOf({ now, random }: WorldNeeds, { id: app, name, privateKey, reviews }: App): SourceWorld {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  let [isRevoked, sees, epoch, renamed] = [false, Number.POSITIVE_INFINITY, 0, 0];
  const add = (body: string, at: number): string => {
    const id = `0000${(reviews.length + 1).toString(16).padStart(4, '0')}-b08c-0014-729e-fbd500000000`;
    reviews.push({ id, createdDate: new Date(at).toISOString().replace('.000Z', 'Z'), body, rating: 1 + Math.floor(random() * 5), territory: random() < 0.5 ? 'USA' : 'DEU', isAnswered: false, isHidden: false });
    return id;
  };
  const find = (id: string): Review => {
    const review = reviews.find((one) => one.id === id);
    if (review === undefined) throw new RangeError(`no review ${id}`);
    return review;
  };
  const list = ({ query }: Call): Reply => {
    const [made = '', from = '0'] = (query.get('cursor') ?? `${epoch}.0`).split('.');
    if (made !== String(epoch)) return refused(400, 'PARAMETER_ERROR.INVALID', 'cursor');
    const limit = Math.min(Number(query.get('limit') ?? 50), MOST);
    const seen = reviews.slice(0, sees).filter((one) => !one.isHidden && Date.parse(one.createdDate) <= now()).sort((a, b) => b.createdDate.localeCompare(a.createdDate) || b.id.localeCompare(a.id));
    const end = Number(from) + limit;
    const self = `https://api.appstoreconnect.apple.com/v1/apps/${app}/customerReviews`;
    return {
      status: 200,
      body: {
        data: seen.slice(Number(from), end).map((one) => (query.get('fields[customerReviews]') === 'createdDate' ? { type: 'customerReviews', id: one.id, attributes: { createdDate: one.createdDate } } : shape(one, renamed))),
        links: { self, ...(end < seen.length ? { next: `${self}?cursor=${epoch}.${end}&limit=${limit}` } : {}) },
        meta: { paging: { total: seen.length, limit } },
      },
    };
  };
  const world: SourceWorld = {
    connector: 'app-store',
    settings: { apps: app, issuer: ISSUER, keyId: KEY_ID },
    secrets: { privateKey },
    answer: (call) => {
      if (isRevoked || !isSigned(call.headers['authorization'], now(), publicKey)) return refused(401, 'NOT_AUTHORIZED', 'Provide a properly configured and signed bearer token');
      if (call.path === `/v1/apps/${app}`) return { status: 200, body: { data: { type: 'apps', id: app, attributes: { name } }, links: {} } };
      return call.path === `/v1/apps/${app}/customerReviews` ? list(call) : refused(404, 'NOT_FOUND', 'The specified resource does not exist');
    },
    speak: (text) => add(text, now()),
    speakLate: (text, at) => add(text, at),
    // Our own answer hangs below the customer's review; it is no record of its own.
    answerAsAgent: () => {
      const last = reviews.at(-1);
      if (last !== undefined) last.isAnswered = true;
    },
    rewrite: (id, text) => void (find(id).body = text),
    remove: (id) => void (find(id).isHidden = true),
    isSilentOnDeletion: true,
    isSilentOnEdits: true,
    revoke: (revoked) => void (isRevoked = revoked),
    narrow: (sight) => void (sees = seenOf(sight, reviews.length)),
    forgetCheckpoints: () => void (epoch += 1),
    identity: { rename: () => void (renamed += 1) },
    // Apple says nobody's id.
    authors: () => new Map(),
    live: () => new Map(reviews.filter((one) => !one.isHidden).map((one) => [one.id, one.body])),
  };
  return world;
}

function shape(review: Review, renamed: number): unknown {
  return {
    type: 'customerReviews',
    id: review.id,
    attributes: { rating: review.rating, title: review.title ?? 'From a customer', body: review.body, reviewerNickname: `nick${renamed}`, createdDate: review.createdDate, territory: review.territory },
    relationships: { response: { data: review.isAnswered ? { type: 'customerReviewResponses', id: `r-${review.id}` } : null, links: {} } },
  };
}

function refused(status: number, code: string, detail: string): Reply {
  return { status, body: { errors: [{ status: String(status), code, title: code, detail }] } };
}

/** Header, claims, lifetime and signature, as Apple's page on tokens lists them. */
function isSigned(header: string | undefined, now: number, publicKey: string): boolean {
  const [head = '', claims = '', signature = ''] = (header ?? '').replace(/^Bearer /, '').split('.');
  if (signature === '') return false;
  const key = createPublicKey(publicKey);
  const isOurs = verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  const [top, said] = [head, claims].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);
  const [issuedAt, expiresAt] = [Number(said?.['iat']), Number(said?.['exp'])];
  return isOurs && top?.['kid'] === KEY_ID && top['alg'] === 'ES256' && said?.['iss'] === ISSUER && said['aud'] === 'appstoreconnect-v1' && expiresAt - issuedAt <= 1200 && expiresAt * 1000 > now;
}
