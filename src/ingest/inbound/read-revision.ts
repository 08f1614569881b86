import { readTime } from '../read-time';

export type ReadRevision = { readonly ok: true; readonly revision?: string } | { readonly ok: false; readonly field: 'revision' | 'updated_at'; readonly reason: string };

const DIGITS = 16;

/** Which version of itself a record is, as text that sorts: `revision` (a whole number), else `updated_at` (a time); neither is no version. */
export function readRevision({ revision, updated_at: updatedAt }: Readonly<Record<string, unknown>>): ReadRevision {
  if (revision !== undefined && revision !== null) {
    if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 0) return { ok: false, field: 'revision', reason: 'not a whole number' };
    return { ok: true, revision: String(revision).padStart(DIGITS, '0') };
  }
  if (updatedAt === undefined || updatedAt === null) return { ok: true };
  const at = typeof updatedAt === 'string' ? readTime(updatedAt) : undefined;
  return at === undefined ? { ok: false, field: 'updated_at', reason: 'not a date' } : { ok: true, revision: at };
}
