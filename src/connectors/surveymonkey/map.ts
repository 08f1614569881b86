import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { contactOf } from '../_shared/contact-label';
import { domainOfAddress } from '../_shared/domain-of';
import { surveyRecord } from '../_shared/survey-record';
import type { Asked, Details, Question, Questions, Response } from './schema';

/** Of each question of a survey: what its choices weigh, where it is a scale, else what it asks for. */
export function questionsOf(survey: z.output<typeof Details>): Questions {
  return Object.fromEntries(survey.pages.flatMap((page) => page.questions).map((question) => {
    const isScale = question.subtype === 'rating' || question.subtype === 'nps' || question.family === 'slider';
    return [question.id, isScale ? { weights: Object.fromEntries((question.answers?.choices ?? []).flatMap((choice) => (choice.weight === undefined ? [] : [[choice.id, choice.weight]]))) } : { asks: asksOf(question), rows: rowsOf(question) }];
  }));
}

/** Contact details, dates and numbers are no words; nor is what is entered where a maker's own text box asks for a name. */
function asksOf({ family, subtype, headings }: Question): Asked {
  if (family === 'demographic' || family === 'datetime' || (family === 'open_ended' && subtype === 'numerical')) return 'other';
  return family === 'open_ended' ? (contactOf(headings?.[0]?.heading) ?? 'words') : 'words';
}

function rowsOf({ family, answers }: Question): Readonly<Record<string, Asked>> {
  const rows = family === 'demographic' ? [...(answers?.rows ?? []), ...(answers?.choices ?? [])] : family === 'open_ended' ? (answers?.rows ?? []) : [];
  return Object.fromEntries(rows.flatMap((row): (readonly [string, Asked])[] => {
    const asks = family === 'demographic' ? (row.type === 'name' || row.type === 'email' ? row.type : 'other') : contactOf(row.text);
    return asks === undefined || row.id === undefined ? [] : [[row.id, asks]];
  }));
}

/** The written answers, "other" fields among them, and the first scale's value. */
export function toRecord(survey: string, questions: Questions, ours: ReadonlySet<string> = new Set()): (response: z.output<typeof Response>) => SourceRecord | SkippedRecord {
  return (response) => {
    const given = response.pages.flatMap((page) => page.questions);
    const entered = (asked: Asked): readonly string[] => given.flatMap((question) => {
      const known = questions[question.id];
      if (known !== undefined && 'weights' in known) return [];
      return question.answers.flatMap((answer) => (answer.text !== undefined && (known?.rows[answer.row_id ?? ''] ?? known?.asks ?? 'words') === asked ? [answer.text] : []));
    });
    const author = response.recipient_id === undefined || response.recipient_id === '' || response.recipient_id === '0' ? undefined : response.recipient_id;
    return surveyRecord({
      externalId: response.id,
      revision: response.date_modified,
      at: response.date_created,
      answers: entered('words'),
      score: scoreOf(questions, given),
      author,
      domain: domainOfAddress(entered('email')[0]),
      ours,
      names: entered('name'),
      url: response.analyze_url,
      routing: { survey: [survey], collector: response.collector_id === undefined ? [] : [response.collector_id] },
    });
  };
}

function scoreOf(questions: Questions, given: z.output<typeof Response>['pages'][number]['questions']): number | undefined {
  for (const question of given) {
    const known = questions[question.id];
    if (known === undefined || !('weights' in known)) continue;
    const [answer] = question.answers;
    const weight = answer?.choice_id === undefined ? undefined : known.weights[answer.choice_id];
    if (weight !== undefined) return weight;
    // A slider writes its value as text.
    if (answer?.text !== undefined && answer.text.trim() !== '' && Number.isFinite(Number(answer.text))) return Number(answer.text);
  }
  return undefined;
}
