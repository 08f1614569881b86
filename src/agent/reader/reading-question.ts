import { z } from 'zod';
import { visibleText } from '../../domain/quote-proof';
import { NEED_KINDS, STANCES } from '../../domain/reading';
import type { Signal } from '../../domain/signal';
import type { ModelAsk } from '../../ports/model';

/** Changes with every word of the question: another version is another reading. */
export const READING_VERSION = 'reading-1';
/** Issues in one question; more make a second one. */
export const ISSUES_PER_QUESTION = 8;
/** Code units of a text that are read. What a person writes about one thing is shorter; the rest is mostly what was pasted. */
export const LONGEST_READ = 6_000;
const LONGEST_SUMMARY = 160;

/** Short, because it is paid for with every signal; position k of `i` is the k-th work item. One signal a question: what one customer writes cannot touch another's labels. */
export const READING_TASK =
  'Judge text, # items: JSON k:problem|wish|question|praise|other v:pain 0-3 n:need q:quote i:[[supports|contradicts|unrelated,quote]]';

function schemaFor(issues: number) {
  const words = z.string().max(2_000).nullable();
  return z.strictObject({
    k: z.enum(NEED_KINDS),
    v: z.number().int().min(0).max(3),
    n: z.string().max(1_000).nullable(),
    q: words,
    i: z.array(z.tuple([z.enum(STANCES), words])).length(issues),
  });
}
type ReadingSchema = ReturnType<typeof schemaFor>;
export type ReadingReply = z.output<ReadingSchema>;
/** Made once: a schema costs more than a parse. */
const SCHEMAS: readonly ReadingSchema[] = Array.from({ length: ISSUES_PER_QUESTION + 1 }, (_, issues) => schemaFor(issues));

/** Positions stand for the issues: an id is never taken from a model. @throws RangeError for more than ISSUES_PER_QUESTION */
export function readingSchema(issues: number): ReadingSchema {
  const schema = SCHEMAS[issues];
  if (schema === undefined) throw new RangeError(`${issues} issues in one question`);
  return schema;
}

export interface AskedIssue {
  readonly id: string;
  readonly summary: string;
}

/** What the model sees of a signal: its visible words, cut where a pasted rest begins. */
export function readableText(signal: Pick<Signal, 'title' | 'text'>): { readonly text: string; readonly hidden: number } {
  const whole = [signal.title, signal.text].filter((part) => part !== undefined && part !== '').join('\n');
  const { text, hidden } = visibleText(whole);
  return { text: text.slice(0, LONGEST_READ), hidden };
}

export function readingQuestion(signal: Pick<Signal, 'id' | 'title' | 'text'>, issues: readonly AskedIssue[]): ModelAsk<ReadingSchema> {
  const items = issues.map(({ summary }) => `# ${visibleText(summary).text.replace(/\s+/g, ' ').slice(0, LONGEST_SUMMARY)}`);
  return {
    name: 'read-signal',
    schema: readingSchema(issues.length),
    task: READING_TASK,
    describesShape: true,
    material: [readableText(signal).text, ...items].join('\n'),
    about: signal.id,
    longestReply: 120 + issues.length * 120,
  };
}
