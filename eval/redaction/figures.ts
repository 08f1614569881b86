import { figure, type Figure } from '../report';
import { rateWithInterval, shareWithInterval } from '../statistics';
import { dialogueRecall, madeRecall, presidioFigures, realTexts, type Recall } from './measure';

const SAMPLES = 2_000;
const SEED = 'redaction';
const TEXT = ['text'];
/** Name, file, and the fields with the words: customers' questions, reviews, answers, dialogues and calls, and what developers write. */
const REAL: readonly (readonly [string, string, (readonly string[])?])[] = [
  ['year', 'thunderbird/feedback_12m_en.jsonl.gz'],
  ['languages', 'thunderbird/feedback_2023_2024_all_locales.jsonl.gz'],
  ['browser', 'firefox_sumo/feedback_2021-04_2021-08_en.jsonl.gz'],
  ['bank', 'themes_banking77/train.jsonl.gz', TEXT],
  ['reviews', 'linking_feature_reviews/reviews.jsonl.gz', TEXT],
  ['answers', 'verbatims_jupyter/ux2015_4questions.jsonl.gz', TEXT],
  ['survey', 'verbatims_jupyter/survey2020_text.jsonl.gz', TEXT],
  ['calls', 'calls_earnings21/calls.jsonl.gz', ['turns']],
  ['titles', 'thunderbird/issues.jsonl.gz', ['title']],
  ['issues', 'issues_gitbugs/hadoop_issues.jsonl.gz', ['Summary', 'Description']],
];
const DIALOGUES = 'calls_multidogo/customer_turns.jsonl.gz';

/** Recall by kind on sentences that we made and on the public set; what is taken out of real questions. Prints what was missed. */
export function redactionFigures(): Figure[] {
  const presidio = presidioFigures();
  const recalls = [...madeRecall(SAMPLES, SEED), ...presidio.recalls, ...dialogueRecall(DIALOGUES)];
  for (const { kind, set, missed } of recalls) if (missed.length > 0 && kind !== 'name' && kind !== 'address') console.log(`missed ${kind} (${set}): ${JSON.stringify(missed)}`);
  const real = REAL.map(([name, file, fields]) => ({ name, ...realTexts(file, fields) }));
  for (const { name, texts, words, ms, taken } of real) {
    const kinds = Map.groupBy(taken, ({ kind }) => kind);
    console.log(`${name}: ${texts} texts, ${words} words, ${(ms / 1000).toFixed(1)} s; taken: ${[...kinds].map(([kind, all]) => `${kind} ${all.length}`).join(', ')}`);
    for (const [kind, all] of kinds) for (const { shown } of all.slice(0, 3)) console.log(`  ${kind}: ${shown}`);
  }
  return [
    ...recalls.map(recallFigure),
    figure('redaction.false.presidio', 'redaction: taken without reason per 1,000 words (presidio)', rateWithInterval(presidio.falseOnes.length, presidio.words / 1000), { goal: '≤ 1', isCost: true }),
    ...real.map(({ name, taken, words }) => figure(`redaction.doubtful.${name}`, `redaction: taken that is no full name, per 1,000 words (real questions, ${name})`, rateWithInterval(taken.filter((one) => !one.isFullName).length, words / 1000), { goal: '≤ 1', isCost: true })),
    ...real.map(({ name, taken, words }) => figure(`redaction.taken.${name}`, `redaction: taken at all per 1,000 words (real questions, ${name})`, rateWithInterval(taken.length, words / 1000), { isCost: true })),
  ];
}

function recallFigure({ kind, set, found, of }: Recall): Figure {
  const isReported = kind === 'name' || kind === 'address' || set === 'invented';
  return figure(`redaction.recall.${set}.${kind}`, `redaction: recall of ${kind} (${set}, ${of})`, shareWithInterval(found, of), isReported ? {} : { goal: '≥ 0.99' });
}
