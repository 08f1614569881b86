import { SHOWN_FROM } from '../src/domain/evidence';
import { understand } from '../src/understand/understand';
import { calibrationOf, excessWithInterval } from './confidence/calibration';
import { judgeSpokenTitles } from './confidence/spoken-titles';
import { engineOptions } from './engine-options';
import { agreementOf, agreementSaid, judgements, pairOf, rightness, type Judgement } from './judgements';
import { evidenceBothWays, understandRealYear, yearBefore } from './judge/real-year';
import { averagePrecision, precisionAt, rankFeatureReviews } from './linking/feature-reviews';
import { rankHadoopDuplicates } from './linking/hadoop';
import { hitAt, rankThunderbirdQuestions } from './linking/hit-rates';
import { silenceOnSupportedBugs } from './linking/silence';
import { LEAST_STANDING, standingAssignments, standingLabels } from './judge/standing';
import { figure, notJudged, type Figure } from './report';
import { meanWithInterval, normalInterval, ratioWithInterval, resampled } from './statistics';
import { themeBanking77 } from './themes/banking77';
import { themeIdsKept } from './themes/ids-kept';
import { scoreThemes } from './themes/shared-scorer';

/** Questions to bugs with only earlier links, against the method to beat on the same questions. */
export function linkingFigures(): Figure[] {
  const ranked = rankThunderbirdQuestions();
  const goals = { 1: '.24', 3: '.34', 10: '.44' } as const;
  return ([1, 3, 10] as const).flatMap((k) => {
    const own = hitAt(ranked.map((one) => one.rank), k);
    const reference = hitAt(ranked.map((one) => one.referenceRank), k);
    const gain = meanWithInterval(own.map((one, at) => one - (reference[at] ?? 0)));
    return [figure(`hit${k}`, `questions → bugs, prequential, hit@${k}`, meanWithInterval(own), { goal: goals[k], note: `n=${own.length}; fusion with confirmations ${meanWithInterval(reference).value.toFixed(3)}` }), figure(`hit${k}-gain`, `  paired gain over the fusion`, gain, { goal: 'low > 0' })];
  });
}

export function silenceFigures(): Figure[] {
  const { cases, abstained } = silenceOnSupportedBugs();
  const wrong = cases.map((one) => (one.searchable && !one.found ? 1 : 0));
  return [
    figure('supported-called-unsupported', 'supported bugs that could be called unsupported', meanWithInterval(wrong), { goal: '≤ .05', isCost: true, note: `n=${cases.length}; searchable, and no true question in its rows` }),
    figure('abstained-supported', '  abstained on these bugs', meanWithInterval(cases.map((one) => (one.searchable ? 0 : 1))), { isCost: true }),
    figure('abstained-all', '  abstained on all bugs', meanWithInterval(abstained), { isCost: true }),
    figure('true-question-in-rows', '  a true question in the 100 rows', meanWithInterval(cases.map((one) => (one.found ? 1 : 0))), { note: 'BM25 .43' }),
  ];
}

export function reviewFigures(): Figure[] {
  const ranked = rankFeatureReviews();
  return [figure('reviews-ap', 'feature query → reviews, condensed AP', meanWithInterval(ranked.map((one) => averagePrecision(one.relevant))), { goal: '.78', note: 'BM25 .698; 12 queries' }), figure('reviews-p10', '  P@10', meanWithInterval(ranked.map((one) => precisionAt(one.relevant, 10))), { goal: '.72', note: 'BM25 .629' })];
}

export function duplicateFigures(): Figure[] {
  const ranks = rankHadoopDuplicates();
  const reciprocal = ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)));
  return [...([1, 5, 10] as const).map((k) => figure(`hadoop-${k}`, `Hadoop duplicates R@${k}`, meanWithInterval(hitAt(ranks, k)), { note: `n=${ranks.length}` })), figure('hadoop-mrr', '  MRR', meanWithInterval(reciprocal), { note: 'fusion .739' })];
}

/** Bins of fewer pairs say little of calibration. */
const LEAST_CALIBRATED = 600;

/** Enough for a standard error (Efron and Tibshirani 1993: 50 to 200); each is scored by the shared tool. */
const THEME_RESAMPLES = 60;

export function themeFigures(): Figure[] {
  const { assignments, labels } = themeBanking77();
  const scores = scoreThemes(assignments, labels);
  const kept = themeIdsKept();
  // The partition stays and its messages are drawn again, each as a message of its own.
  const drawn = resampled(assignments.map((one, at) => ({ theme: one.theme, label: labels[at] ?? '' })), THEME_RESAMPLES, (rows) => scoreThemes(rows.map(({ theme }, at) => ({ signal: String(at), fit: 1, ...(theme === undefined ? {} : { theme }) })), rows.map((row) => row.label)));
  return [
    figure('banking-nmi', 'Banking77, own number of themes, NMI', normalInterval(scores.nmi, drawn.map((one) => one.nmi)), { goal: '.73', note: `${scores.themes} themes, coverage ${scores.coverage}` }),
    figure('banking-ari', '  ARI', normalInterval(scores.ari, drawn.map((one) => one.ari)), { goal: '.44' }),
    figure('banking-acc', '  ACC', normalInterval(scores.acc, drawn.map((one) => one.acc)), { goal: '.55' }),
    figure('theme-ids', 'theme ids kept when 10 % more arrives', meanWithInterval(kept.themes), { goal: '.95' }),
    figure('theme-ids-signals', '  signals that keep their theme', meanWithInterval(kept.signals)),
  ];
}

/**
 * What blind judges said of pairs, assignments and labels of the real year, the backlog alone and as the app holds it. None of
 * these pairs was used to fit confidence; those that were are in `judgements/fitted.jsonl`, of other issues and an earlier time.
 */
export function judgedFigures(): Figure[] {
  const { understanding } = understandRealYear();
  const [byOne, byTwo] = [judgements('pairs'), judgements('hosted')];
  const pairs = [...byOne, ...byTwo, ...judgements('real-year')];
  const right = new Map(pairs.map((one) => [pairOf(one), rightness(one)]));
  const evidence = evidenceBothWays(understanding);
  const shown = evidence.filter((row) => row.shown);
  const judgedShown = shown.flatMap((row) => right.get(`${row.issue} ${row.signal}`) ?? []);
  const known = new Set(pairs.filter((one) => rightness(one) > 0.5).map((one) => String(one.of['issue'])));
  const served = [...known].filter((issue) => shown.some((row) => row.issue === issue));
  const rows = evidence.flatMap((row) => {
    const verdict = right.get(`${row.issue} ${row.signal}`);
    return verdict === undefined ? [] : [{ confidence: row.confidence, right: verdict }];
  });
  const calibration = calibrationOf(rows);
  // Apart: one judge reading twice agrees with itself far more than two judges agree with each other.
  const agreement = `two judges: ${agreementSaid(agreementOf(byTwo))}; one judge twice: ${agreementSaid(agreementOf(byOne))}`;
  const themed = understanding.assignments.map((one) => (one.theme === undefined ? 0 : 1));
  return [
    shownFigure({ id: 'shown-precision', what: `precision of shown suggestions (from ${SHOWN_FROM})`, goal: '.80' }, judgedShown, shown.length, agreement),
    figure('shown-coverage', '  issues with a right pair that show one', meanWithInterval([...known].map((issue) => (served.includes(issue) ? 1 : 0))), { goal: '.50', note: `${known.size} issues` }),
    rows.length < LEAST_CALIBRATED ? notJudged('calibration', '  ECE minus that of perfect calibration', `${rows.length} judged pairs stand in the evidence, ${LEAST_CALIBRATED} are needed`, '.02') : figure('calibration', '  ECE minus that of perfect calibration', excessWithInterval(rows), { goal: '.02', isCost: true, note: `ECE ${calibration.ece.toFixed(3)} on ${calibration.pairs} judged pairs; said → right: ${calibration.bins.map((bin) => `${bin.confidence.toFixed(2)} → ${bin.right.toFixed(2)}`).join(', ')}` }),
    readFigure({ id: 'themes-assignments', what: 'real year, assignments right', goal: '.85' }, judgements('assignments'), standingAssignments(judgements('assignments'), understanding)),
    readFigure({ id: 'themes-labels', what: 'real year, labels right', goal: '.90' }, judgements('labels'), standingLabels(judgements('labels'), understanding)),
    figure('themed', '  signals in a theme', meanWithInterval(themed), { goal: '.80' }),
    yearBeforeFigure(),
    ...spokenFigures(),
  ];
}

interface Asked {
  readonly id: string;
  readonly what: string;
  readonly goal?: string;
}

/** A figure of what was read: of what the engine still says alone, and none where that is too little of it. */
export function readFigure({ id, what, goal }: Asked, all: readonly Judgement[], standing: readonly Judgement[]): Figure {
  const engines = [...new Set(all.map((one) => one.engine ?? 'no commit'))].join(', ');
  const note = `${standing.length} of ${all.length} stand, read of ${engines}; ${agreementSaid(agreementOf(standing))}`;
  if (all.length === 0 || standing.length < LEAST_STANDING * all.length) return notJudged(id, what, `${note}: draw and read again (eval/judgements)`, goal);
  return figure(id, what, meanWithInterval(standing.map(rightness)), { note, ...(goal === undefined ? {} : { goal }) });
}

/** A figure of the pairs that are shown now, each by what was read of it; none where too few of them were read. */
export function shownFigure({ id, what, goal }: Asked, judged: readonly number[], shown: number, agreement: string): Figure {
  const note = `${judged.length} of ${shown} shown pairs judged; ${agreement}`;
  if (shown === 0 || judged.length < LEAST_STANDING * shown) return notJudged(id, what, note, goal);
  return figure(id, what, meanWithInterval(judged), { note, ...(goal === undefined ? {} : { goal }) });
}

/** What would have been shown the year before: part of it was fitted on, by a milder judge, so it is no test of the fit but a second look at what is shown. */
function yearBeforeFigure(): Figure {
  const all = judgements('earlier-year');
  const right = new Map(all.map((one) => [pairOf(one), rightness(one)]));
  const shown = understand(yearBefore(), engineOptions()).evidence.filter((row) => row.shown);
  const judged = shown.flatMap((row) => right.get(`${row.issue} ${row.signal}`) ?? []);
  return shownFigure({ id: 'shown-precision-before', what: '  the year before' }, judged, shown.length, agreementSaid(agreementOf(all)));
}

/** The made-up tenant, whose titles a customer could have written: right by construction when signal and issue are about one need. */
function spokenFigures(): Figure[] {
  const titles = judgeSpokenTitles();
  const needed = titles.filter((one) => one.isNeeded);
  return [
    figure('spoken-precision', 'made-up tenant with customers\' titles: precision of shown', ratioWithInterval(titles.map((one) => ({ above: one.right, below: one.shown }))), { goal: '.80', note: `${titles.reduce((sum, one) => sum + one.shown, 0)} shown pairs; issues drawn whole` }),
    figure('spoken-coverage', '  open issues about a need that show a right one', meanWithInterval(needed.map((one) => (one.right > 0 ? 1 : 0))), { goal: '.50', note: `${needed.length} issues` }),
  ];
}
