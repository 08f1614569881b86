import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { peopleOf } from '../_shared/persons-name';
import type { Review } from './schema';

/** The customer's comment is the record; ours is context and only changes the status. An edit moves the only time there is. */
export function toRecord(app: string): (review: z.output<typeof Review>) => SourceRecord | SkippedRecord {
  return ({ reviewId, authorName, comments }) => {
    const said = comments.find((one) => one.userComment !== undefined)?.userComment;
    if (said === undefined) return { externalId: reviewId, revision: '', reason: 'unreadable: userComment' };
    const at = new Date(Number(said.lastModified.seconds) * 1000 + Math.floor((said.lastModified.nanos ?? 0) / 1e6)).toISOString();
    // Old reviews have a title, set off by a tab; where Google translated, the customer's own words are kept.
    const [first = '', ...rest] = (said.originalText ?? said.text ?? '').trim().split('\t').map((part) => part.trim());
    const body = rest.join(' ').trim();
    const title = body === '' ? '' : first;
    const text = body === '' ? first : body;
    if (said.originalText === undefined && said.text === undefined) return { externalId: reviewId, revision: at, reason: 'unreadable: text', at };
    if (text === '') return { externalId: reviewId, revision: at, reason: 'no-words', at };
    const isAnswered = comments.some((one) => one.developerComment !== undefined);
    return {
      externalId: reviewId,
      revision: at,
      at,
      kind: 'said',
      text,
      ...peopleOf([authorName]),
      rating: said.starRating,
      status: isAnswered ? 'answered' : 'unanswered',
      routing: { app: [app], ...(said.deviceMetadata?.deviceClass === undefined ? {} : { device: [said.deviceMetadata.deviceClass] }) },
      ...(title === '' ? {} : { title }),
      ...(said.reviewerLanguage === undefined ? {} : { locale: said.reviewerLanguage.replaceAll('_', '-') }),
      ...(said.appVersionName === undefined ? {} : { version: said.appVersionName }),
    };
  };
}
