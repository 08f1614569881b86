import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { domainOfAddress } from '../_shared/domain-of';
import { surveyRecord } from '../_shared/survey-record';
import type { Response } from './schema';

/** Scales of Typeform: the first one that was answered is the score. */
const SCALES: ReadonlySet<string> = new Set(['opinion_scale', 'nps', 'rating']);

/** @param readAt when this answer was given to us */
export function toRecord(form: string, readAt: string): (response: Response) => SourceRecord | SkippedRecord {
  return ({ token, submitted_at, answers, hidden }) => {
    const words = answers.flatMap((answer) => {
      const written = answer.type === 'text' ? answer.text : answer.choice?.other;
      return written ?? [];
    });
    const address = answers.find((answer) => answer.type === 'email')?.email ?? (typeof hidden?.['email'] === 'string' ? hidden['email'] : undefined);
    return surveyRecord({
      externalId: token,
      // Typeform says no time of a change: what was read last is the newest.
      revision: `${submitted_at} ${readAt}`,
      at: submitted_at,
      answers: words,
      score: answers.find((answer) => SCALES.has(answer.field.type ?? '') && answer.number !== undefined)?.number,
      author: typeof hidden?.['user_id'] === 'string' ? hidden['user_id'] : undefined,
      domain: domainOfAddress(address),
      routing: { form: [form], ...Object.fromEntries(Object.entries(hidden ?? {}).flatMap(([name, value]) => (name !== 'email' && name !== 'user_id' && typeof value === 'string' ? [[`hidden.${name}`, [value]]] : []))) },
    });
  };
}
