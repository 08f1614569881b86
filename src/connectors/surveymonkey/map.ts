import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { surveyRecord } from '../_shared/survey-record';
import type { Details, Response } from './schema';

type Survey = z.output<typeof Details>;

/** What of a survey is needed to read its responses. */
export interface SurveyShape {
  readonly id: string;
  readonly questions: ReadonlyMap<string, { readonly isScale: boolean; readonly weights: ReadonlyMap<string, number> }>;
}

export function shapeOf(survey: Survey): SurveyShape {
  const questions = survey.pages.flatMap((page) => page.questions).map((question) => [question.id, {
    isScale: question.subtype === 'rating' || question.subtype === 'nps' || question.family === 'slider',
    weights: new Map((question.answers?.choices ?? []).flatMap((choice) => (choice.weight === undefined ? [] : [[choice.id, choice.weight] as const]))),
  }] as const);
  return { id: survey.id, questions: new Map(questions) };
}

/** The written answers, "other" fields among them, and the first scale's value. */
export function toRecord(shape: SurveyShape): (response: z.output<typeof Response>) => SourceRecord | SkippedRecord {
  return (response) => {
    const given = response.pages.flatMap((page) => page.questions);
    const answers = given.flatMap((question) => {
      const known = shape.questions.get(question.id);
      if (known?.isScale === true) return [];
      return question.answers.flatMap((answer) => (answer.text === undefined ? [] : [answer.text]));
    });
    const author = response.recipient_id === undefined || response.recipient_id === '' || response.recipient_id === '0' ? undefined : response.recipient_id;
    return surveyRecord({
      externalId: response.id,
      revision: response.date_modified,
      at: response.date_created,
      answers,
      score: scoreOf(shape, given),
      author,
      url: response.analyze_url,
      routing: { survey: [shape.id], collector: response.collector_id === undefined ? [] : [response.collector_id] },
    });
  };
}

function scoreOf(shape: SurveyShape, given: z.output<typeof Response>['pages'][number]['questions']): number | undefined {
  for (const question of given) {
    const known = shape.questions.get(question.id);
    if (known?.isScale !== true) continue;
    const [answer] = question.answers;
    const weight = answer?.choice_id === undefined ? undefined : known.weights.get(answer.choice_id);
    if (weight !== undefined) return weight;
    // A slider writes its value as text.
    if (answer?.text !== undefined && answer.text.trim() !== '' && Number.isFinite(Number(answer.text))) return Number(answer.text);
  }
  return undefined;
}
