import { z } from 'zod';
import type { InboundOutcome, InboundSource, WaitingSignal } from '../../domain/inbound';
import { signalId } from '../../domain/signal';
import type { Pseudonym } from '../../ports/pseudonym';
import { Id, readId } from '../fields';
import { originOf } from '../accounts/origin';
import { readRows } from '../read-rows';
import { readRevision } from './read-revision';
import { keptId, redactSignal } from '../redact/redact-signal';
import { signalRows } from '../signal-row';

/** Records of one request, and bytes of its body. */
export const MOST_RECORDS = 500;
export const MOST_BYTES = 400_000;
const DEEPEST = 8;

const Body = z.union([
  z.array(z.record(z.string(), z.unknown())),
  z.strictObject({ signals: z.array(z.record(z.string(), z.unknown())).default([]), gone: z.array(Id).default([]) }),
]);

export type ReadDelivery =
  | { readonly ok: true; readonly signals: readonly WaitingSignal[]; readonly gone: readonly string[] }
  | { readonly ok: false; readonly outcome: InboundOutcome; readonly detail?: string };

/**
 * What a body holds: an array of signals, or `{"signals": […], "gone": […]}`; an empty one says that the sender lives. All of it or nothing:
 * one record that cannot be read refuses the request and is named. Redacted here, before anything is kept.
 */
export function readDelivery(source: InboundSource, body: string, pseudonym: Pseudonym): ReadDelivery {
  const value = parsed(body);
  if (value === undefined) return { ok: false, outcome: 'not-json' };
  const shape = Body.safeParse(value);
  if (!shape.success) return { ok: false, outcome: 'wrong-record', detail: 'an array of signals, or {"signals": […], "gone": […]}, is expected' };
  const { signals, gone } = Array.isArray(shape.data) ? { signals: shape.data, gone: [] } : shape.data;
  if (signals.length + gone.length > MOST_RECORDS) return { ok: false, outcome: 'too-many', detail: `${signals.length + gone.length} records, at most ${MOST_RECORDS}` };
  const read = readRows(signalRows, { format: 'jsonl', text: signals.map((one) => JSON.stringify(one)).join('\n'), firstLine: 1 });
  const problem = read.remarks.find((remark) => remark.note !== true);
  if (problem !== undefined) return { ok: false, outcome: 'wrong-record', detail: `record ${problem.line}, ${problem.field}: ${problem.reason}` };
  const revisions = signals.map(readRevision);
  const unordered = revisions.findIndex((one) => !one.ok);
  const bad = revisions[unordered];
  if (bad?.ok === false) return { ok: false, outcome: 'wrong-record', detail: `record ${unordered + 1}, ${bad.field}: ${bad.reason}` };
  const ids = gone.map(readId);
  const wrong = ids.indexOf(undefined);
  if (wrong !== -1) return { ok: false, outcome: 'wrong-record', detail: `gone ${wrong + 1}: not an id` };
  return {
    ok: true,
    signals: read.rows.map(({ row: { source: _named, ...row } }, index) => {
      const order = revisions[index];
      return {
        signal: redactSignal({ ...row, source: source.id, id: signalId(source.id, row.externalId), visibility: source.visibility }, pseudonym),
        origin: originOf(row),
        ...(order?.ok === true && order.revision !== undefined ? { revision: order.revision } : {}),
      };
    }),
    // As their signals are kept.
    gone: ids.flatMap((id) => (id === undefined ? [] : [keptId(id, pseudonym)])),
  };
}

/** Undefined where it is no JSON, or deeper than any record needs: a depth bomb must not reach code that walks it. */
function parsed(body: string): unknown {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    if (isText) {
      if (char === '\\') at += 1;
      else if (char === '"') isText = false;
    } else if (char === '"') isText = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > DEEPEST) return undefined;
    } else if (char === ']' || char === '}') depth -= 1;
  }
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
