import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceAnswerTooLarge, SourceCheckpointLost, SourceRefused, SourceUnreadable } from '../../domain/source-errors';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { epochMs, isoTime } from '../../domain/time';
import type { Ask, Connector, FeedAsk } from '../../ports/connector';
import type { HttpAnswer } from '../../ports/http';
import { plainAddress } from '../_shared/domain-of';
import { inSmallerPages, tooLarge } from '../_shared/smaller-pages';
import { typedFeed } from '../_shared/typed-feed';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { toRecords } from './map';
import { remedies } from './remedies';
import { Call, CallPage, Cursor, Nothing, Transcript, TranscriptPage } from './schema';

/** Calls whose transcripts are asked for at once, as many as a page of calls has: an hour of speech is some sixty kilobytes. */
const CALLS_AT_ONCE = 100;
/** A call is shown when it is over and its transcript hours after that: calls that began in the last four hours are looked for again with every poll… */
const LATE_MS = 4 * 3_600_000;
/** …and those of the last day, with whatever their transcripts are by then, every six hours. */
const DAY_MS = 86_400_000;
const WHOLE_DAY_EVERY_MS = 5.5 * 3_600_000;
/** Calls remembered as heard: more than four hours of any team. */
const REMEMBERED = 1_000;

type CallAnswer = z.output<typeof CallPage>;

/** Recorded sales and success calls: what people from outside said, turn by turn. */
export const gong: Connector = {
  id: 'gong',
  name: 'Gong',
  about: 'Calls: the turns that people from outside your company spoke. Your own colleagues’ words are context and are not kept.',
  limits: [
    'Who is a customer is what Gong says of each speaker (external). A speaker whom Gong cannot place is left out and counted.',
    'Whoever has an e-mail address in Gong is one customer in all their calls; a speaker without one counts as somebody new in each call, and a request by address does not find them.',
    'Turns in which several people spoke at once are left out: whose words they were is not sure.',
    'Private calls are not read; of one that is made private later the turns go when it is looked at again.',
    'That Gong corrects who spoke, or a call is made private, is noticed within six hours up to a day after the call; later than that only when everything is read anew, within thirty days.',
    'A call whose transcript is there four hours after it began is read with the next hourly poll; a later one within six hours, up to a day after the call.',
    'At most three requests a second, 90 requests a minute and 10,000 a day: 1,000 calls take 20 requests.',
  ],
  fields: [
    { name: 'host', label: 'Address of the API', help: 'Admin center → Settings → Ecosystem → API: the base address, without https://.', kind: 'host', placeholder: 'us-12345.api.gong.io', pattern: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)?api\.gong\.io$/ },
    { name: 'accessKey', label: 'Access key', help: 'Of an API key that may read calls (basic, extensive) and transcripts, and nothing else.', kind: 'text', placeholder: 'Q4AXXXXXXXXXXXX', pattern: /^[A-Z0-9]{10,64}$/ },
    { name: 'secret', label: 'Access key secret', help: 'Gong shows it once.', kind: 'secret' },
  ],
  egress: ['api.gong.io', '*.api.gong.io'],
  hosts: (settings) => [settings['host'] ?? ''],
  idSpace: (settings) => settings['host'] ?? '',
  pace: { requests: 90, perSeconds: 60 },
  slower: [{ path: /^/, requests: 9_500, perSeconds: 86_400 }, { path: /^/, requests: 3, perSeconds: 1 }],
  routes: ['workspace'],

  remedies,
  async test(ask) {
    const answer = await fetchCalls(ask, { from: isoTime(epochMs(ask.now) - 30 * DAY_MS), to: ask.now, cursor: null });
    // Transcripts need a right of their own; asked of one call, where there is any.
    const one = answer.calls.flatMap((value) => Call.safeParse(value).data ?? [])[0];
    if (one !== undefined) await fetchTranscripts(ask, [one.metaData.id]);
    return { ok: true, found: `${answer.records.totalRecords ?? answer.calls.length} calls in the last thirty days` };
  },

  async probe(ask) {
    if (ask.canaries.length === 0) return {};
    const callIds = [...new Set(ask.canaries.map(callOf))];
    const { calls } = parseAt('gong calls', CallPage, await post(ask, '/v2/calls/extensive', { filter: { callIds }, contentSelector: { exposedFields: { parties: true } } }));
    const seen = new Set(calls.flatMap((value) => { const call = Call.safeParse(value); return call.success ? [call.data.metaData.id] : []; }));
    return { found: ask.canaries.filter((record) => seen.has(callOf(record))) };
  },

  /** Gong knows a speaker by the call, and so do we: by the address they have there, or as `call/speaker`. */
  async person(ask, author, record) {
    const callId = callOf(record);
    const { calls } = parseAt('gong calls', CallPage, await post(ask, '/v2/calls/extensive', { filter: { callIds: [callId] }, contentSelector: { exposedFields: { parties: true } } }));
    const party = calls.flatMap((value) => Call.safeParse(value).data?.parties ?? []).find((one) => {
      const address = plainAddress(one.emailAddress);
      return author === `${callId}/${one.speakerId ?? ''}` || (address !== undefined && author === ask.pseudonym(address));
    });
    return party?.name;
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, async (ask, checkpoint) => {
    const { window, page } = await firstThatFits(ask, checkpoint === undefined || checkpoint.to === null ? beginWindow(ask, checkpoint) : { ...checkpoint, to: checkpoint.to });
    const calls = page.calls.map((value, index) => ({ index, parsed: Call.safeParse(value) }));
    const skipped: SkippedRecord[] = calls.flatMap(({ index, parsed }) => (parsed.success ? [] : [unreadable(undefined, `${window.cursor ?? ''}-${index}`, fieldOf(parsed.error))]));
    const readable = calls.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
    const open = readable.filter((call) => call.metaData.isPrivate !== true);
    const closed = readable.filter((call) => call.metaData.isPrivate === true);
    skipped.push(...closed.map((call) => ({ externalId: call.metaData.id, revision: ask.now, reason: 'out-of-scope', at: call.metaData.started })));
    const wanted = open.filter((call) => !window.heard.includes(call.metaData.id));
    const { found: transcripts, tooLong } = await fetchTranscripts(ask, wanted.map((call) => call.metaData.id));
    const mapped = wanted.flatMap((call) => {
      if (tooLong.has(call.metaData.id)) return [tooLarge({ externalId: call.metaData.id, at: call.metaData.started })];
      const transcript = transcripts.get(call.metaData.id);
      if (transcript === undefined && (transcripts.has(call.metaData.id) || transcripts.has(NOBODYS))) return [{ externalId: call.metaData.id, revision: '', reason: 'unreadable: transcript', at: call.metaData.started }];
      return transcript === undefined ? [{ externalId: call.metaData.id, revision: ask.now, reason: 'no-transcript-yet', at: call.metaData.started }] : toRecords(call, transcript, ask.now, ask.pseudonym);
    });
    const next = page.records.cursor ?? null;
    const unread = new Set(mapped.flatMap((one) => ('reason' in one && one.reason.startsWith('unreadable') ? [callOf(one.externalId)] : [])));
    const isHeard = (id: string): boolean => (transcripts.get(id)?.transcript.length ?? 0) > 0 && !unread.has(id);
    const heard = [...window.heard, ...wanted.map(({ metaData: { id } }) => id).filter(isHeard)].slice(-REMEMBERED);
    return {
      items: mapped.flatMap((one) => ('reason' in one ? [] : [one])),
      // Who spoke may be corrected later, turns be put together, a call be made private: what was a customer's turn is none then.
      wholeGroups: wanted.map(({ metaData: { id } }) => id).filter(isHeard),
      goneGroups: closed.map(({ metaData: { id } }) => id),
      skipped: [...skipped, ...mapped.flatMap((one) => ('reason' in one ? [one] : []))],
      ...afterPage({ ...window, heard }, next),
    };
  }),
};

/** The next window: the last hours, without asking again for what was heard, or the last day with all of it. A clock that went back begins with the day. */
function beginWindow(ask: FeedAsk, last: Cursor | undefined): Cursor & { readonly to: string } {
  if (last === undefined) return { from: ask.since, to: ask.now, cursor: null, heard: [], readTo: null, dayAt: ask.now };
  const readTo = epochMs(last.readTo ?? last.from);
  const sinceDay = epochMs(ask.now) - epochMs(last.dayAt);
  const isDay = sinceDay < 0 || sinceDay >= WHOLE_DAY_EVERY_MS;
  const from = isoTime(isDay ? Math.min(readTo, epochMs(last.dayAt)) - DAY_MS : readTo - LATE_MS);
  return { ...last, from: from > (ask.firstSince ?? '') ? from : (ask.firstSince ?? ask.since), to: ask.now, cursor: null, ...(isDay ? { heard: [], dayAt: ask.now } : {}) };
}

type Window = Cursor & { readonly to: string };

/** Where the next page begins: in this window, in what was left of a larger one, or with the next round. */
function afterPage({ until, ...window }: Window, next: string | null): { readonly checkpoint: Cursor; readonly isLast: boolean } {
  if (next !== null) return { checkpoint: { ...window, ...(until === undefined ? {} : { until }), cursor: next }, isLast: false };
  if (until !== undefined) return { checkpoint: { ...window, from: window.to, to: until, cursor: null }, isLast: false };
  return { checkpoint: { ...window, to: null, cursor: null, readTo: window.to }, isLast: true };
}

/** How many calls a page has is Gong's choice: where that is more than we take at once, fewer days are asked for. @throws SourceAnswerTooLarge where one second is */
async function firstThatFits(ask: Ask, window: Window): Promise<{ readonly window: Window; readonly page: CallAnswer }> {
  try {
    return { window, page: await fetchCalls(ask, window) };
  } catch (error) {
    const half = Math.floor((epochMs(window.to) - epochMs(window.from)) / 2_000) * 1_000;
    if (!(error instanceof SourceAnswerTooLarge) || half <= 0) throw error;
    return firstThatFits(ask, { ...window, to: isoTime(epochMs(window.from) + half), cursor: null, until: window.until ?? window.to });
  }
}

/** The call that a turn belongs to. */
function callOf(record: string): string {
  return record.split('#')[0] ?? '';
}

async function fetchCalls(ask: Ask, { from, to, cursor }: { readonly from: string; readonly to: string; readonly cursor: string | null }): Promise<CallAnswer> {
  const body = { filter: { fromDateTime: from, toDateTime: to }, contentSelector: { exposedFields: { parties: true } }, ...(cursor === null ? {} : { cursor }) };
  try {
    return parseAt('gong calls', CallPage, await post(ask, '/v2/calls/extensive', body));
  } catch (cause) {
    if (cursor !== null && cause instanceof SourceRefused && cause.status === 400) throw new SourceCheckpointLost('Gong no longer knows this page', { cause });
    throw cause;
  }
}

interface Transcripts {
  /** By call; undefined where the transcript came and cannot be read, so that one bad call does not cost the others. */
  readonly found: ReadonlyMap<string, z.output<typeof Transcript> | undefined>;
  /** Calls whose transcript alone is larger than we take at once. */
  readonly tooLong: ReadonlySet<string>;
}

/** A part of them that is larger than we take at once is asked for in smaller ones. */
async function fetchTranscripts(ask: Ask, ids: readonly string[]): Promise<Transcripts> {
  const found = new Map<string, z.output<typeof Transcript> | undefined>();
  const tooLong = new Set<string>();
  for (let at = 0, step = CALLS_AT_ONCE; at < ids.length; at += step) {
    const { size, page } = await inSmallerPages(CALLS_AT_ONCE, (each) => transcriptsOf(ask, ids.slice(at, at + each)));
    step = size;
    if (page === undefined) tooLong.add(ids[at] ?? '');
    for (const value of page ?? []) {
      const one = Transcript.safeParse(value);
      if (one.success) found.set(one.data.callId, one.data);
      else found.set(callIdOf(value), undefined);
    }
  }
  return { found, tooLong };
}

async function transcriptsOf(ask: Ask, callIds: readonly string[]): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = parseAt('gong transcripts', TranscriptPage, await post(ask, '/v2/calls/transcript', { filter: { callIds }, ...(cursor === undefined ? {} : { cursor }) }));
    values.push(...page.callTranscripts);
    if (cursor !== undefined && page.records.cursor === cursor) throw new SourceUnreadable('Gong gave the same page of transcripts twice');
    cursor = page.records.cursor;
  } while (cursor !== undefined);
  return values;
}

/** Where a transcript that cannot be read does not even say whose it is, every call without one may be it. */
const NOBODYS = '';

function callIdOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'callId' in value && typeof value.callId === 'string' ? value.callId : NOBODYS;
}

/** Gong answers 404 with a sentence where nothing fits the filter; any other 404 is an address that is not there. */
async function post({ settings, secret, http }: Ask, path: string, body: unknown): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${settings['accessKey'] ?? ''}:${secret('secret')}`).toString('base64')}`;
  const answer = await http.json(`https://${settings['host'] ?? ''}${path}`, { method: 'POST', body, headers: { authorization }, maxBytes: 20_000_000, isNothing });
  return answer ?? { calls: [], callTranscripts: [], records: {} };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceUnreadable('an answer that is not JSON', { cause });
  }
}

function isNothing({ status, text }: HttpAnswer): boolean {
  return status === 404 && Nothing.safeParse(parseJson(text)).data?.errors.some((one) => /^no (?:calls|transcripts?) (?:were )?found/iu.test(one)) === true;
}
