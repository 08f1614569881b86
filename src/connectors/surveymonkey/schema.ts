import { z } from 'zod';
import { Turns } from '../_shared/in-turn';
import { maybe } from '../_shared/maybe';
import { NumberedPlace } from '../_shared/numbered-pages';

const Time = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys-id-details: which question is words, which is a score. */
const Question = z.object({
  id: z.string(),
  family: z.string(),
  subtype: maybe(z.string()),
  headings: maybe(z.array(z.object({ heading: maybe(z.string()) }))),
  answers: maybe(
    z.object({
      choices: maybe(z.array(z.object({ id: z.string(), text: maybe(z.string()), weight: maybe(z.number()), type: maybe(z.string()) }))),
      // Of contact details each row says of what type it is.
      rows: maybe(z.array(z.object({ id: maybe(z.string()), text: maybe(z.string()), type: maybe(z.string()) }))),
    }),
  ),
});

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys-id-details */
export const Details = z.object({ id: z.string(), title: z.string(), pages: z.array(z.object({ questions: z.array(Question) })), response_count: maybe(z.int().min(0)) });

/** Words, a choice, a place in a matrix or a file; an answer of none of them is one whose form we do not know. */
const Answer = z
  .object({ text: maybe(z.string()), choice_id: maybe(z.string()), other_id: maybe(z.string()), row_id: maybe(z.string()), col_id: maybe(z.string()), download_url: maybe(z.string()) })
  .refine((answer) => Object.values(answer).some((value) => value !== undefined), { path: ['text'] });

/** https://api.surveymonkey.com/v3/docs#api-endpoints-get-surveys-id-responses-bulk */
export const Response = z.object({
  id: z.string().min(1).max(100),
  survey_id: maybe(z.string()),
  collector_id: maybe(z.string()),
  recipient_id: maybe(z.string()),
  date_created: Time,
  date_modified: Time,
  response_status: z.string(),
  analyze_url: maybe(z.string()),
  custom_variables: maybe(z.record(z.string(), z.unknown())),
  pages: z.array(
    z.object({
      questions: z.array(z.object({ id: z.string(), answers: z.array(Answer) })),
    }),
  ),
});

export const ResponsePage = z.object({ data: z.array(z.unknown()), total: z.int().min(0), page: z.int().min(1), links: z.object({ next: maybe(z.string()) }) });

const Asked = z.enum(['words', 'name', 'email', 'other']);
/** By question: the weight of each choice where it is a scale; else what it asks for, and what rows of it ask for that ask for something else. */
const Questions = z.record(z.string(), z.union([z.object({ weights: z.record(z.string(), z.number()) }), z.object({ asks: Asked, rows: z.record(z.string(), Asked) })]));
export type Asked = z.output<typeof Asked>;
export type Question = z.output<typeof Question>;
export type Questions = z.output<typeof Questions>;

/**
 * Surveys in turn. `from`, `page` and `back`: the place in its list; `newest`: the last change seen in this reading, which began at `began`; `since`: per survey,
 * where its last reading ended; `asked`: per survey, its questions as they were at a moment.
 */
export const Cursor = z.object({
  ...NumberedPlace.shape, survey: z.string(), newest: z.string().nullable().default(null), began: z.string().nullable().default(null), since: z.record(z.string(), z.string()),
  asked: z.record(z.string(), z.object({ at: z.string(), questions: Questions })).default({}), turns: Turns,
});
export type Cursor = z.output<typeof Cursor>;
