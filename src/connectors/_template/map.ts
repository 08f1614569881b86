import type { z } from 'zod';
import type { GoneRecord, SkippedRecord, SourceRecord } from '../../domain/source-record';
import { peopleOf } from '../_shared/persons-name';
import type { Entry } from './schema';

/** Only the customer's words are a record; ours are context, and say so. */
export function toRecord(entry: z.output<typeof Entry>): SourceRecord | SkippedRecord | GoneRecord {
  const at = new Date(entry.createdAt).toISOString();
  const revision = new Date(entry.updatedAt).toISOString();
  if (entry.deleted === true) return { externalId: entry.id, revision };
  if (entry.author.isStaff) return { externalId: entry.id, revision, reason: 'agent-words', at };
  // A title is the customer's here, and may be all that they wrote.
  const title = entry.title.trim();
  if (`${title}${entry.body}`.trim() === '') return { externalId: entry.id, revision, reason: 'no-words', at };
  return {
    externalId: entry.id,
    revision,
    at,
    kind: 'said',
    text: entry.body,
    author: entry.author.id,
    ...peopleOf([entry.author.name]),
    ...(title === '' ? {} : { title }),
  };
}
