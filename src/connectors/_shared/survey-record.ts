import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { plainOf } from '../../domain/text-of-html';
import { isWithin } from './our-domains';
import { peopleOf } from './persons-name';

export interface SurveyResponse extends Pick<SourceRecord, 'externalId' | 'revision' | 'at' | 'routing'> {
  /** What was written, in the order of the survey. */
  readonly answers: readonly string[];
  /** What was ticked on a scale; shown beside the words, never as a goal. */
  readonly score: number | undefined;
  readonly author?: string | undefined;
  readonly domain?: string | undefined;
  /** Domains whose people are colleagues. */
  readonly ours?: ReadonlySet<string>;
  /** Names that were entered where a name was asked for: no words, and taken out of them. */
  readonly names?: readonly string[];
  readonly url?: string | undefined;
}

/**
 * One response is one record: its written answers in the order of the survey. The questions are ours, so they are no part of the customer's
 * words, not even as a title: they would be quoted. Nor is what was entered to be reached or called by. A response without words is skipped: a score alone says nothing quotable.
 */
export function surveyRecord({ externalId, revision, at, routing, answers, score, author, domain, ours = new Set(), names, url }: SurveyResponse): SourceRecord | SkippedRecord {
  const written = answers.map((words) => plainOf(words).trim()).filter((words) => words !== '');
  if (written.length === 0) return { externalId, revision, at, reason: 'no-words' };
  if (isWithin(ours, domain)) return { externalId, revision, at, reason: 'agent-words' };
  return {
    externalId,
    revision,
    at,
    kind: 'said',
    text: written.join('\n\n'),
    ...peopleOf([...(names ?? []), ...(names !== undefined && names.length > 1 ? [names.join(' ')] : [])]),
    ...(score === undefined ? {} : { rating: score }),
    ...(author === undefined ? {} : { author }),
    ...(domain === undefined ? {} : { account: { domain } }),
    ...(url === undefined ? {} : { url }),
    ...(routing === undefined ? {} : { routing }),
  };
}
