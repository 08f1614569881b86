import type { Call, Reply } from './source-world';

/** What goes wrong between the source and us, whatever the vendor. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A page of HTML, an empty body or half a document, each with status 200. */
  | { readonly kind: 'html' | 'empty-body' | 'half' | 'wrong-type' }
  /** No answer, or one that breaks off. */
  | { readonly kind: 'hang' | 'reset' }
  /** The same answer as the last one to this path. */
  | { readonly kind: 'repeat' }
  /** One row in the middle of the answer's longest list has nothing but its id. */
  | { readonly kind: 'bad-row' }
  /** A field of the answer, chosen by chance, is gone or of another type. */
  | { readonly kind: 'drift'; readonly how: 'gone' | 'null' | 'renamed' | 'retyped' };

/** What arrives: an answer as text, or nothing. */
export type Arrival = { readonly kind: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string } | { readonly kind: 'nothing'; readonly why: 'hang' | 'reset' };

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Carries calls to a source and its answers back, with faults on request. */
export function openWire(answer: (call: Call) => Reply, faultFor: (call: Call) => Fault | undefined, random: () => number): (call: Call) => Arrival {
  const last = new Map<string, Arrival>();
  return (call) => {
    const fault = faultFor(call);
    if (fault?.kind === 'hang' || fault?.kind === 'reset') return { kind: 'nothing', why: fault.kind };
    if (fault?.kind === 'status') return { kind: 'answer', status: fault.status, headers: { ...JSON_TYPE, ...fault.headers }, text: '{"error":"fault"}' };
    const before = last.get(call.path);
    if (fault?.kind === 'repeat' && before !== undefined) return before;
    const arrival = arrivalOf(answer(call), fault, random);
    if (fault === undefined) last.set(call.path, arrival);
    return arrival;
  };
}

function arrivalOf({ status, headers = {}, body }: Reply, fault: Fault | undefined, random: () => number): Arrival {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const whole = { kind: 'answer' as const, status, headers: { ...JSON_TYPE, ...headers }, text };
  switch (fault?.kind) {
    case 'html':
      return { ...whole, status: 200, headers: { 'content-type': 'text/html' }, text: '<!doctype html><title>Sign in</title>' };
    case 'empty-body':
      return { ...whole, status: 200, text: '' };
    case 'half':
      return { ...whole, status: 200, text: text.slice(0, Math.floor(text.length / 2)) };
    case 'wrong-type':
      return { ...whole, status: 200, headers: { 'content-type': 'application/octet-stream' } };
    case 'bad-row':
      return { ...whole, text: JSON.stringify(withBadRow(JSON.parse(text))) };
    case 'drift':
      return { ...whole, text: JSON.stringify(drifted(JSON.parse(text), fault.how, random)) };
    default:
      return whole;
  }
}

/** The document with one field, anywhere in it, changed. */
function drifted(value: unknown, how: (Fault & { kind: 'drift' })['how'], random: () => number): unknown {
  const places = fieldsIn(value);
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return value;
  const { owner, name } = place;
  if (how === 'gone' || how === 'renamed') {
    if (how === 'renamed') owner[`${name}_v2`] = owner[name];
    delete owner[name];
  } else owner[name] = how === 'null' ? null : typeof owner[name] === 'object' ? 'another type' : { another: 'type' };
  return value;
}

const ROW_IDS = ['id', 'number', 'token', 'reviewId', 'response_id', 'callId', 'type', 'key'];
/** A list of records, rather than the few parts of one. */
const LEAST_ROWS = 10;

function withBadRow(value: unknown): unknown {
  const rows = listsIn(value).sort((a, b) => b.length - a.length)[0];
  if (rows === undefined || rows.length < LEAST_ROWS) return value;
  const place = Math.floor(rows.length / 2);
  const row = rows[place];
  if (typeof row === 'object' && row !== null) rows[place] = Object.fromEntries(Object.entries(row).filter(([name]) => ROW_IDS.includes(name)));
  return value;
}

/** Lists of records, not those inside records. */
export function listsIn(value: unknown): unknown[][] {
  if (Array.isArray(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsIn) : [];
}

function fieldsIn(value: unknown): { owner: Record<string, unknown>; name: string }[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.entries(owner).flatMap(([name, inner]) => [{ owner, name }, ...fieldsIn(inner)]);
}
