import { SourceAddressRefused, SourceForbidden, SourceNotThere, SourceRateLimited, SourceRefused, SourceUnauthorised, SourceUnreachable, SourceUnreadable } from '../../domain/source-errors';
import type { Random } from '../../domain/random';
import type { Clock } from '../../ports/clock';
import type { Connector, Pace } from '../../ports/connector';
import type { Http, HttpAnswer, HttpRequest, SourceHttp, SourceRequest } from '../../ports/http';
import type { Sleep } from '../../ports/sleep';
import { checkAddress } from './check-address';
import type { SentBook } from '../sources/sent-book';
import { alone, keepPace, type Sent } from './keep-pace';
import { limitsOf } from './limits-of';
import { readJson } from './read-json';
import { utf8Bytes } from './utf8-bytes';
import { secondsAsked } from './wait-asked';

export interface EdgeNeeds {
  /** The world outside; for a connector that reads Jira, the way into Jira. */
  readonly http: Http;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: Random;
  /** Somebody waits before a screen: each request is tried once, no wait that a source asks for is waited out, and nothing goes on after this moment (`clock.monotonicMs`). */
  readonly endsAtMs?: number;
  /** What this connection sent, also in other runs, and where this one writes it down; absent where nothing is kept. */
  readonly book?: SentBook;
}

const TIMEOUT_MS = 20_000;
/** Of one request that a screen waits for. */
const SCREEN_TIMEOUT_MS = 8_000;
/** With the parsed objects beside it, far below the 256 MB of a function. */
const MAX_BYTES = 16_000_000;
const ATTEMPTS = 4;
const BACKOFF = { baseMs: 500, mostMs: 8_000 };
const REDIRECTS = 3;
/** A wait up to this long is waited out; a longer one ends the run, and the next begins after it. */
const PATIENCE_SECONDS = 60;
/** All such waits of one run together: a run has 900 s at most. */
const MOST_WAITED_SECONDS = 420;
/** A source that asks again and again for a second means more: each time costs a request of what it allows. */
const MOST_WAITS = 14;
/**
 * The platform allows 100 requests outside a minute of an invocation's run time; some room is left.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const PLATFORM_PACE: Pace = { requests: 90, perSeconds: 60 };

/** One connection's way to its source for one run. */
export function openSourceHttp(needs: EdgeNeeds, connector: Connector, settings: Readonly<Record<string, string>>): SourceHttp {
  const hosts = connector.hosts(settings);
  const limits = limitsOf(connector).map((limit) => ({ ...limit, wait: keepPace(needs.book?.shared(limit) ?? alone(limit.pace), needs) }));
  const platform = connector.isJira === true ? undefined : keepPace(alone(PLATFORM_PACE), needs);
  let weighed: Sent[] = [];
  const weigh = (amount: number): void => {
    for (const one of weighed) one.amount = Math.max(1, Math.min(one.amount, amount));
    weighed = [];
  };
  let [count, received] = [0, 0];
  const exchange = async (request: HttpRequest): Promise<HttpAnswer> => {
    weighed = [];
    const counted: Sent[] = [];
    for (const limit of [...limits].reverse()) {
      if (limit.path?.test(pathOf(request.url)) === false) continue;
      const sent = await limit.wait();
      needs.book?.note(limit, sent);
      counted.push(sent);
      if (limit.pace.each !== undefined) weighed.push(sent);
    }
    await platform?.();
    // What waited for one limit after another is sent now.
    for (const one of counted) one.atMs = needs.clock.monotonicMs();
    count += 1;
    const answer = await needs.http.send(request);
    received += utf8Bytes(answer.text);
    // A refusal gives nothing that would count.
    if (answer.status >= 300) weigh(1);
    return answer;
  };
  const edge: Edge = { needs, exchange, check: connector.isJira === true ? checkPath : (address) => checkAddress(address, hosts).href, asked: connector.askedToWait, waited: { seconds: 0, times: 0 } };
  return {
    requests: () => count,
    received: () => received,
    weigh,
    send: (url, request = {}) => sendPatiently(edge, url, request),
    json: async (url, request = {}) => {
      const answer = await sendPatiently(edge, url, { ...request, headers: { accept: 'application/json', ...request.headers } });
      if (request.isNothing?.(answer) === true) return undefined;
      if (answer.status < 200 || answer.status > 299) throw refusalOf(answer);
      return readJson(answer);
    },
  };
}

interface Edge {
  readonly needs: EdgeNeeds;
  readonly exchange: (request: HttpRequest) => Promise<HttpAnswer>;
  /** The address as it may be called. @throws SourceAddressRefused */
  readonly check: (address: string) => string;
  readonly asked: Connector['askedToWait'];
  readonly waited: { seconds: number; times: number };
}

/** Again after failures that may pass, with full jitter between (each wait is random up to a doubling limit), and after waits that were asked for. */
async function sendPatiently(edge: Edge, url: string, request: SourceRequest): Promise<HttpAnswer> {
  const { clock, sleep, random } = edge.needs;
  let failures = 0;
  for (;;) {
    const answer = await sendOnce(edge, url, hurried(edge.needs, request));
    if (!(answer instanceof SourceUnreachable)) {
      const wait = waitOf(edge, answer, clock.now());
      if (wait === undefined && answer.status < 500) return answer;
      if (wait !== undefined) {
        if (edge.needs.endsAtMs !== undefined || wait > PATIENCE_SECONDS || edge.waited.seconds + wait > MOST_WAITED_SECONDS || edge.waited.times >= MOST_WAITS) throw new SourceRateLimited(wait);
        edge.waited.seconds += wait;
        edge.waited.times += 1;
        await sleep(wait * 1000);
        continue;
      }
    }
    failures += 1;
    if (failures >= ATTEMPTS || edge.needs.endsAtMs !== undefined) throw answer instanceof SourceUnreachable ? answer : new SourceUnreachable(`the source answered ${answer.status}`);
    await sleep(Math.ceil(random() * Math.min(BACKOFF.mostMs, BACKOFF.baseMs * 2 ** failures)));
  }
}

/** @throws SourceUnreachable when whoever waits has waited long enough */
function hurried({ clock, endsAtMs }: EdgeNeeds, request: SourceRequest): SourceRequest {
  if (endsAtMs === undefined) return request;
  const left = endsAtMs - clock.monotonicMs();
  if (left <= 0) throw new SourceUnreachable('the source takes longer than a screen can wait');
  return { ...request, timeoutMs: Math.min(request.timeoutMs ?? TIMEOUT_MS, SCREEN_TIMEOUT_MS, left) };
}

function waitOf({ asked }: Edge, answer: HttpAnswer, now: string): number | undefined {
  const own = asked?.(answer, now);
  if (own !== undefined) return own;
  if (answer.status === 429 || (answer.status === 503 && answer.headers['retry-after'] !== undefined)) return secondsAsked(answer, now);
  return undefined;
}

/** One answer with its redirects followed, or the failure that may pass. */
async function sendOnce(edge: Edge, url: string, { method = 'GET', query = {}, headers = {}, body, form, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS }: SourceRequest): Promise<HttpAnswer | SourceUnreachable> {
  let address = edge.check(withQuery(url, query));
  const content = contentOf(body, form);
  let sent: Readonly<Record<string, string>> = { ...lowered(headers), ...(content === undefined ? {} : { 'content-type': content.type }) };
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    let answer: HttpAnswer;
    try {
      answer = await edge.exchange({ method, url: address, headers: sent, timeoutMs, maxBytes, ...(content === undefined ? {} : { body: content.text }) });
    } catch (error) {
      if (error instanceof SourceUnreachable) return error;
      throw error;
    }
    if (![301, 302, 303, 307, 308].includes(answer.status)) return answer;
    if (method !== 'GET' || address.startsWith('/')) throw new SourceUnreadable('redirected where an answer was due');
    const next = edge.check(absolute(answer.headers['location'] ?? '', address));
    // A key is for the host it was made for.
    if (new URL(next).host !== new URL(address).host) sent = withoutKeys(sent);
    address = next;
  }
  throw new SourceUnreadable('redirected too often');
}

function contentOf(body: unknown, form: SourceRequest['form']): { readonly type: string; readonly text: string } | undefined {
  if (form !== undefined) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  return body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) };
}

function withQuery(url: string, query: NonNullable<SourceRequest['query']>): string {
  const parts = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${encode(name)}=${encode(String(value))}`]));
  return parts.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${parts.join('&')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}

function absolute(location: string, from: string): string {
  return location.startsWith('/') && !location.startsWith('//') ? new URL(location, from).href : location;
}

function lowered(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function withoutKeys(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => ['accept', 'content-type', 'user-agent'].includes(name)));
}

/** A path of Jira's own REST interface. */
function checkPath(address: string): string {
  if (!/^\/rest\/[!#-;=?-[\]_a-z~]*$/.test(address) || address.includes('..') || address.includes('//')) throw new SourceAddressRefused('not a path of Jira');
  return address;
}

function pathOf(url: string): string {
  return url.startsWith('/') ? (url.split('?')[0] ?? url) : new URL(url).pathname;
}

/** What a refusal means. A source's own words are left out: they may quote a key or a person. */
export function refusalOf({ status }: HttpAnswer): Error {
  if (status === 401) return new SourceUnauthorised('the source does not accept the key');
  if (status === 403) return new SourceForbidden('the key may not read this');
  if (status === 404 || status === 410) return new SourceNotThere(`nothing there (${status})`);
  return new SourceRefused(status, `refused with ${status}`);
}
