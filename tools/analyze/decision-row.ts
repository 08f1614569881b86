import { z } from 'zod';
import type { LinkDecision } from '../../src/domain/evidence';
import { Id, Short, Time } from '../../src/ingest/fields';
import { readTime } from '../../src/ingest/read-time';
import { refused, type RowKind, type RowResult } from '../../src/ingest/row-kind';

const DecisionShape = z.object({
  signal: Id,
  issue: Id,
  at: Time,
  verdict: z.enum(['confirmed', 'rejected', 'related']).exactOptional(),
  by: Short.exactOptional(),
});

export const decisionRows: RowKind<LinkDecision> = { schema: DecisionShape, lists: [], numbers: [], toRow };

function toRow(value: Readonly<Record<string, unknown>>): RowResult<LinkDecision> {
  const given = DecisionShape.parse(value);
  const at = readTime(given.at);
  if (at === undefined) return refused('at', 'not a date');
  return { ok: true, notes: [], row: { signal: String(given.signal).trim(), issue: String(given.issue).trim(), verdict: given.verdict ?? 'confirmed', at, by: given.by ?? 'file' } };
}
