import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { surveyRecord } from '../_shared/survey-record';
import type { Details, Questions, Response } from './schema';

/** Of each question of a survey: what its choices weigh, where it is a scale; null where it is answered in words. */
export function questionsOf(survey: z.output<typeof Details>): Questions {
  return Object.fromEntries(survey.pages.flatMap((page) => page.questions).map((question) => {
    const isScale = question.subtype === 'rating' || question.subtype === 'nps' || question.family === 'slider';
    return [question.id, isScale ? Object.fromEntries((question.answers?.choices ?? []).flatMap((choice) => (choice.weight === undefined ? [] : [[choice.id, choice.weight]]))) : null];
  }));
}

/** The written answers, "other" fields among them, and the first scale's value. */
export function toRecord(survey: string, questions: Questions): (response: z.output<typeof Response>) => SourceRecord | SkippedRecord {
  return (response) => {
    const given = response.pages.flatMap((page) => page.questions);
    const answers = given.flatMap((question) => {
      if (isScale(questions[question.id])) return [];
      return question.answers.flatMap((answer) => (answer.text === undefined ? [] : [answer.text]));
    });
    const author = response.recipient_id === undefined || response.recipient_id === '' || response.recipient_id === '0' ? undefined : response.recipient_id;
    return surveyRecord({
      externalId: response.id,
      revision: response.date_modified,
      at: response.date_created,
      answers,
      score: scoreOf(questions, given),
      author,
      url: response.analyze_url,
      routing: { survey: [survey], collector: response.collector_id === undefined ? [] : [response.collector_id] },
    });
  };
}

function isScale(weights: Questions[string] | undefined): weights is Readonly<Record<string, number>> {
  return weights !== undefined && weights !== null;
}

function scoreOf(questions: Questions, given: z.output<typeof Response>['pages'][number]['questions']): number | undefined {
  for (const question of given) {
    const weights = questions[question.id];
    if (!isScale(weights)) continue;
    const [answer] = question.answers;
    const weight = answer?.choice_id === undefined ? undefined : weights[answer.choice_id];
    if (weight !== undefined) return weight;
    // A slider writes its value as text.
    if (answer?.text !== undefined && answer.text.trim() !== '' && Number.isFinite(Number(answer.text))) return Number(answer.text);
  }
  return undefined;
}
