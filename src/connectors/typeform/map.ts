import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import type { Pseudonym } from '../../ports/pseudonym';
import { domainOfAddress, plainAddress } from '../_shared/domain-of';
import { surveyRecord } from '../_shared/survey-record';
import type { Asked, Response } from './schema';

/** Scales of Typeform: the first one that was answered is the score. */
const SCALES: ReadonlySet<string> = new Set(['opinion_scale', 'nps', 'rating']);

/** What a form carries of who answers; the name as the form's owner wrote it, whatever its case. */
const PERSON: ReadonlySet<string> = new Set(['email', 'user_id']);

interface Kept {
  readonly named: readonly string[];
  readonly ours: ReadonlySet<string>;
  readonly pseudonym: Pseudonym;
}

/**
 * @param readAt when this answer was given to us
 * @param askedBy what a question asks for, by its id
 * @param kept hidden fields that say where an answer belongs (any other may hold a person and goes no further), domains whose people are colleagues, and who stands for an address
 */
export function toRecord(form: string, readAt: string, askedBy: (field: string) => Asked, { named, ours, pseudonym }: Kept): (response: Response) => SourceRecord | SkippedRecord {
  return ({ token, submitted_at, answers, hidden }) => {
    const entered = (asked: Asked): readonly string[] => answers.flatMap((answer) => {
      const written = answer.type === 'text' ? answer.text : (answer.choice?.other ?? answer.choices?.other);
      return written !== undefined && (answer.type === 'text' ? askedBy(answer.field.id) : 'words') === asked ? [written] : [];
    });
    const address = answers.find((answer) => answer.type === 'email')?.email ?? entered('email')[0] ?? hiddenOf(hidden, 'email');
    const person = plainAddress(address);
    return surveyRecord({
      externalId: token,
      // Typeform says no time of a change: what was read last is the newest.
      revision: `${submitted_at} ${readAt}`,
      at: submitted_at,
      answers: entered('words'),
      names: entered('name'),
      score: answers.find((answer) => SCALES.has(answer.field.type ?? '') && answer.number !== undefined)?.number,
      author: hiddenOf(hidden, 'user_id') ?? (person === undefined ? undefined : pseudonym(person)),
      domain: domainOfAddress(address),
      ours,
      routing: { form: [form], ...Object.fromEntries(named.flatMap((name) => (PERSON.has(name.toLowerCase()) ? [] : factOf(name, hiddenOf(hidden, name))))) },
    });
  };
}

function factOf(name: string, value: string | undefined): readonly (readonly [string, readonly string[]])[] {
  return value === undefined ? [] : [[`hidden.${name}`, [value]]];
}

function hiddenOf(hidden: Response['hidden'], name: string): string | undefined {
  const value = Object.entries(hidden ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
