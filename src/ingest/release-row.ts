import { z } from 'zod';
import type { Release } from '../domain/release';
import { Id, readShort, Short, Time } from './fields';
import { readList } from './issue-row';
import { readTime } from './read-time';
import { refused, type RowKind, type RowResult } from './row-kind';

/** A release as a file gives it. */
export type ReleaseRow = Required<Pick<Release, 'name' | 'releasedAt' | 'issues'>>;

const ReleaseShape = z.object({
  name: Short.min(1),
  releasedAt: Time,
  issues: z.array(Id).exactOptional().describe('Keys of the issues that shipped in it.'),
});

export const releaseRows: RowKind<ReleaseRow> = { schema: ReleaseShape, lists: ['issues'], numbers: [], toRow };

function toRow(value: Readonly<Record<string, unknown>>): RowResult<ReleaseRow> {
  const given = ReleaseShape.parse(value);
  const name = readShort(given.name);
  if (name === undefined) return refused('name', 'empty');
  const releasedAt = readTime(given.releasedAt);
  if (releasedAt === undefined) return refused('releasedAt', 'not a date');
  return { ok: true, notes: [], row: { name, releasedAt, issues: readList(given.issues?.map(String)) } };
}
