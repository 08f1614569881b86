import type { LinkVerdict } from '../../domain/evidence';
import type { ReadCorpus } from '../text/read-corpus';
import { newConfirmations, type Confirmations } from './confirmations';
import type { DecisionRow } from './decision-log';
import { factorAt } from './factors';
import { oddsOf } from './confidence';
import { refit, START_WEIGHTS, scoreOf, type Example, type Weights } from './link-model';
import { NO_SHIFT, refitOdds, type DecidedOdds, type OddsShift } from './refit-odds';

/** Candidates of one signal: issue rows and their factor rows one after another. */
export interface Candidates {
  readonly issues: readonly number[];
  readonly rows: Float32Array;
}

/** What has been learned from people's decisions up to a moment. */
export interface LinkMemory {
  readonly confirmations: Confirmations;
  readonly rejections: Confirmations;
  readonly verdictOn: (signal: number, issue: number) => LinkVerdict | undefined;
  readonly weights: () => Weights;
  /** How this product's own decisions shift confidence. */
  readonly shift: () => OddsShift;
  /** Keeps how a signal was ranked before anyone decided about it, to learn from when someone does. */
  readonly remember: (signal: number, candidates: Candidates) => void;
  readonly learn: (decision: DecisionRow) => void;
}

const FEWEST_EXAMPLES = 12;
const MOST_EXAMPLES = 400;
const MOST_CANDIDATES = 60;
const REFIT_GROWTH = 1.15;
/** Pairs of lower log-odds were never suggested to anyone: their decisions say nothing about suggestions. */
const UNSEEN_BELOW = -3;
const SHIFT_EVERY = 10;

/** What an earlier walk learned: weights of the factors, and how confidence shifts. */
export interface Learned {
  readonly weights: Weights;
  readonly shift: OddsShift;
}

/** @param learned what to begin with; without rankings to learn from it stays as it is */
export function newLinkMemory(corpus: ReadCorpus, learned: Learned = { weights: START_WEIGHTS, shift: NO_SHIFT }): LinkMemory {
  const confirmations = newConfirmations(corpus);
  const rejections = newConfirmations(corpus);
  const verdicts = new Map<number, Map<number, LinkVerdict>>();
  const pending = new Map<number, Candidates>();
  const examples: Example[] = [];
  const decided: DecidedOdds[] = [];
  let { shift, weights } = learned;
  let fittedOn = FEWEST_EXAMPLES / REFIT_GROWTH;
  return {
    confirmations,
    rejections,
    verdictOn: (signal, issue) => verdicts.get(signal)?.get(issue),
    weights: () => weights,
    shift: () => shift,
    remember: (signal, candidates) => void pending.set(signal, candidates),
    learn({ signal, issue, verdict, atMs }) {
      verdicts.set(signal, (verdicts.get(signal) ?? new Map<number, LinkVerdict>()).set(issue, verdict));
      const ranked = pending.get(signal);
      const place = ranked?.issues.indexOf(issue) ?? -1;
      const odds = ranked === undefined || place === -1 ? undefined : oddsOf(ranked)[place];
      if (odds !== undefined && odds > UNSEEN_BELOW && verdict !== 'related') {
        decided.push({ odds, isRight: verdict === 'confirmed' });
        if (decided.length % SHIFT_EVERY === 0) shift = refitOdds(decided);
      }
      if (verdict === 'rejected') rejections.add(signal, issue, atMs);
      if (verdict !== 'confirmed') return;
      confirmations.add(signal, issue, atMs);
      const example = ranked === undefined ? undefined : exampleOf(ranked, issue, weights);
      if (example !== undefined) examples.push(example);
      if (examples.length < fittedOn * REFIT_GROWTH) return;
      weights = refit(START_WEIGHTS, examples.slice(-MOST_EXAMPLES));
      fittedOn = examples.length;
    },
  };
}

/** The confirmed candidate beside the strongest others; undefined when the right one was not among the candidates. */
function exampleOf({ issues, rows }: Candidates, issue: number, weights: Weights): Example | undefined {
  const right = issues.indexOf(issue);
  if (right === -1) return undefined;
  const width = weights.length;
  if (rows[right * width + factorAt('exact-key')] !== 0) return undefined;
  const strongest = issues
    .map((_, at) => ({ at, score: scoreOf(weights, rows, at * width) }))
    .filter(({ at }) => at !== right)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES - 1);
  const kept = new Float32Array((strongest.length + 1) * width);
  [{ at: right }, ...strongest].forEach(({ at }, slot) => kept.set(rows.subarray(at * width, (at + 1) * width), slot * width));
  return { rows: kept, candidates: strongest.length + 1, confirmed: [0] };
}
