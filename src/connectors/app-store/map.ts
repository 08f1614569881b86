import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { peopleOf } from '../_shared/persons-name';
import type { Review } from './schema';

/**
 * A review is the customer's words; our response to it is context and only changes the status.
 * Apple says neither who wrote it (a nickname is a name) nor when it was edited: what was read last is the newest.
 */
export function toRecord(app: string, readAt: string): (review: z.output<typeof Review>) => SourceRecord | SkippedRecord {
  return ({ id, attributes, relationships }) => {
    const at = new Date(attributes.createdDate).toISOString();
    const revision = `${at} ${readAt}`;
    const [title, body] = [attributes.title?.trim() ?? '', attributes.body?.trim() ?? ''];
    if (title === '' && body === '') return { externalId: id, revision, reason: 'no-words', at };
    const territory = attributes.territory ?? undefined;
    return {
      externalId: id,
      revision,
      at,
      kind: 'said',
      text: body === '' ? title : body,
      ...peopleOf([attributes.reviewerNickname]),
      rating: attributes.rating,
      status: relationships?.response?.data === undefined ? 'unanswered' : 'answered',
      routing: { app: [app], ...(territory === undefined ? {} : { territory: [territory] }) },
      ...(title === '' || body === '' ? {} : { title }),
    };
  };
}
