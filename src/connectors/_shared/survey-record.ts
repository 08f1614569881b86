import type { SkippedRecord, SourceRecord } from '../../domain/source-record';

export interface SurveyAnswer {
  readonly question: string;
  readonly words: string;
}

export interface SurveyResponse extends Pick<SourceRecord, 'externalId' | 'revision' | 'at' | 'routing'> {
  readonly answers: readonly SurveyAnswer[];
  /** What was ticked on a scale; shown beside the words, never as a goal. */
  readonly score: number | undefined;
  readonly author?: string | undefined;
  readonly domain?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * One response is one record: its written answers in the order of the survey. The questions are ours, so they are no part of the customer's
 * words: one question stands as the title, several are left out. A response without words is skipped: a score alone says nothing quotable.
 */
export function surveyRecord({ externalId, revision, at, routing, answers, score, author, domain, url }: SurveyResponse): SourceRecord | SkippedRecord {
  const written = answers.map(({ question, words }) => ({ question: question.trim(), words: words.trim() })).filter(({ words }) => words !== '');
  const [only] = written;
  if (only === undefined) return { externalId, revision, at, reason: 'no-words' };
  return {
    externalId,
    revision,
    at,
    kind: 'said',
    text: written.map(({ words }) => words).join('\n\n'),
    ...(written.length === 1 && only.question !== '' ? { title: only.question.slice(0, 200) } : {}),
    ...(score === undefined ? {} : { rating: score }),
    ...(author === undefined ? {} : { author }),
    ...(domain === undefined ? {} : { account: { domain } }),
    ...(url === undefined ? {} : { url }),
    ...(routing === undefined ? {} : { routing }),
  };
}
