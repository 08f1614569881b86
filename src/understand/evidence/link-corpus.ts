import { SHOWN_FROM, type EvidenceRow, type Link } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';
import type { Corpus, EngineOptions } from '../engine';
import type { ReadCorpus } from '../text/read-corpus';
import { newCiter, textOf, type Cite } from './cite';
import { confidences } from './confidence';
import { decisionLog, type DecisionRow } from './decision-log';
import { newEvidenceTable, type EvidenceTable } from './evidence-table';
import { exactView } from './exact-view';
import { expandIssues } from './expand-issues';
import type { Linker } from './gather-candidates';
import { impactsOf } from './impacts';
import { lettersOf, mentionFinder, wordsOf } from './issue-mentions';
import { issueShapes } from './issue-shapes';
import { newQuoteCheck, type QuoteCheck } from './quote-check';
import type { Candidates, Learned, LinkMemory } from './link-memory';
import { scoreOf, START_WEIGHTS, weightsOf } from './link-model';
import { meaningOf } from './meaning';
import { issueDates } from './pair-history';
import { FACTOR_COUNT, newPairReader } from './pair-reader';
import { newPhrases } from './phrases';
import { reasonBits, reasonNames } from './reasons';
import { NO_SHIFT } from './refit-odds';
import { issueRetriever, rememberingRetriever, signalRetriever, type Retrieve } from './retrieve';
import { isLookalike, type SearchTrace } from './searchability';
import { walkSignals } from './walk-signals';

/**
 * Weights for ranking the signals of one issue: text only, since dates say nothing about which customers mean it. One
 * sentence that holds the title outweighs many scattered words, a kindred word standing for a missing one.
 */
export const EVIDENCE_WEIGHTS = weightsOf({ lexical: 1, 'title-coverage': 3, 'one-sentence': 6, 'need-sentence': 4, 'shared-terms': 2, latent: 0.5, spelling: 1, 'customer-words': 1, 'confirmed-neighbour': 8, 'confirmed-likeness': 1, 'exact-key': 30, 'exact-mark': 4, phrase: 4, 'rejected-neighbour': -6, meaning: 0.01 });

/** Rows that get a quote beside those shown: an open issue's list is read, a closed one's is glanced at. */
const CITED = { open: 25, done: 5 };
const CONFIRMED_CONFIDENCE = 0.99;
/** Of a pair that would be shown, were its quote about the need: possible, and no more. */
const HELD_BACK = 0.5;

export interface LinkedCorpus {
  readonly links: readonly Link[];
  readonly evidence: readonly EvidenceRow[];
  readonly retrieveSignals: Retrieve;
  readonly trace: SearchTrace;
  /** What linking later arrivals needs of this one; worked out when asked for. */
  readonly leave: () => LinkingLeft;
}

/** What one linking of everything knows and a later one of a few signals cannot find out for itself. */
export interface LinkingLeft extends Learned {
  /** Score of the last signal that each issue's own search takes; 0 where it takes all that share a word. */
  readonly floors: Float32Array;
  readonly exactCounts: readonly (readonly [mark: string, signals: number])[];
  /** Whether customers use the letters of a project's keys as a word, by those letters. */
  readonly letters: readonly (readonly [letters: string, isWord: boolean])[];
}

const NOTHING_LEFT: LinkingLeft = { weights: START_WEIGHTS, shift: NO_SHIFT, floors: new Float32Array(0), exactCounts: [], letters: [] };

/** Links of every signal, evidence of every issue. */
export function linkCorpus(read: ReadCorpus, corpus: Corpus, options: EngineOptions): LinkedCorpus {
  if (corpus.issues.length === 0) return { links: [], evidence: [], retrieveSignals: () => [], trace: { lookalikes: new Int32Array(0), hasEvidence: new Uint8Array(0), known: { links: 0, found: 0 }, nearByMeaning: new Uint8Array(0) }, leave: () => NOTHING_LEFT };
  const signalRows = new Map(corpus.signals.map((signal, row) => [signal.id, row]));
  const issueRows = new Map(corpus.issues.map((issue, row) => [issue.id, row]));
  const decisions = decisionLog(corpus.decisions, signalRows, issueRows);
  const impacts = impactsOf(read);
  const expansion = expandIssues(read, impacts);
  const perIssue = Math.ceil(options.evidencePerIssue * 1.2);
  const retrieveSignals = rememberingRetriever(signalRetriever(read, impacts, expansion), corpus.issues.length, perIssue);
  const meaning = corpus.vectors === undefined ? undefined : meaningOf(corpus, corpus.vectors);
  const exact = exactView(corpus.signals, corpus.issues);
  const shapes = issueShapes(read, corpus.issues);
  const isWord = wordsOf(corpus.signals);
  const mentioned = mentionFinder(corpus.issues, isWord);
  const linker: Linker = {
    signals: corpus.signals,
    retrieveIssues: issueRetriever(read, impacts, expansion),
    reader: newPairReader({ corpus: read, impacts, shapes, expansion }),
    dates: issueDates(corpus.issues),
    linksPerSignal: options.linksPerSignal,
    mentioned,
    phrases: newPhrases(read, corpus.signals, corpus.issues),
    ...(exact === undefined ? {} : { exact }),
    ...(meaning === undefined ? {} : { meaning }),
  };
  const sizes = { issues: corpus.issues.length, signals: corpus.signals.length, perIssue };
  const given = confirmedByIssue(options.prequential ? [] : decisions);
  for (const near of [meaning?.signalsNear, exact?.signalsNear]) for (const [issue, signals] of near ?? []) given.set(issue, new Set([...(given.get(issue) ?? []), ...signals]));
  const table = newEvidenceTable(sizes, retrieveSignals, given);
  const links: Link[] = [];
  const found: FoundElsewhere = new Map();
  const lookalikes = new Int32Array(corpus.issues.length);
  const memory = walkSignals({ corpus: read, linker, decisions, prequential: options.prequential, asked: table.issuesOf }, (signal, candidates, now) => {
    const ranked = rankIssues(candidates, now, options.linksPerSignal);
    const confidence = confidencesOf(signal, candidates, now);
    ranked.forEach((one, index) => {
      links.push({ signal: corpus.signals[signal]!.id, issue: corpus.issues[one.issue]!.id, rank: index + 1, score: one.score, confidence: confidence[one.at]! });
    });
    fillEvidence({ table, signal, candidates, confidence, best: ranked[0]?.at, found });
    candidates.issues.forEach((issue, at) => (lookalikes[issue]! += isLookalike(candidates.rows, at * FACTOR_COUNT) ? 1 : 0));
  });
  const evidence = evidenceRows({ corpus, table, options, memory, found, cite: newCiter(read, corpus.signals, mentioned, exact), speaksFor: newQuoteCheck(read, shapes.core, corpus.issues.map((issue) => issue.summary)) });
  const leave = (): LinkingLeft => ({
    weights: memory.weights(),
    shift: memory.shift(),
    floors: Float32Array.from(corpus.issues, (_, row) => retrieveSignals(row, perIssue)[perIssue - 1]?.score ?? 0),
    exactCounts: exact?.counts() ?? [],
    letters: [...new Set(corpus.issues.map((issue) => lettersOf(issue.key)))].map((letters) => [letters, isWord(letters)]),
  });
  const hasEvidence = new Uint8Array(corpus.issues.length);
  for (const row of evidence) if (row.shown) hasEvidence[issueRows.get(row.issue) ?? -1] = 1;
  return { links, evidence, retrieveSignals, trace: { lookalikes, hasEvidence, known: knownRecall(decisions, retrieveSignals, options.evidencePerIssue), nearByMeaning: Uint8Array.from(corpus.issues, (_, row) => (meaning?.doubted.has(row) === true ? 1 : 0)) }, leave };
}

/** How many confirmed links stand among the signals that text alone retrieves for their issue. */
function knownRecall(decisions: readonly DecisionRow[], retrieve: Retrieve, most: number): SearchTrace['known'] {
  const retrieved = new Map<number, Set<number>>();
  const confirmed = decisions.filter((one) => one.verdict === 'confirmed');
  const found = confirmed.filter(({ issue, signal }) => {
    const rows = retrieved.get(issue) ?? new Set(retrieve(issue, most).map((one) => one.row));
    retrieved.set(issue, rows);
    return rows.has(signal);
  });
  return { links: confirmed.length, found: found.length };
}

/** Pairs that the signal's own ranking found and the issue's search did not. */
type FoundElsewhere = Map<number, JudgedPair[]>;

/** A pair as evidence of its issue. */
export interface JudgedPair {
  readonly signal: number;
  readonly score: number;
  readonly confidence: number;
  /** Bits of `reasonNames`. */
  readonly reasons: number;
}

function confirmedByIssue(decisions: readonly DecisionRow[]): Map<number, Set<number>> {
  const byIssue = new Map<number, Set<number>>();
  for (const { issue, signal, verdict } of decisions) if (verdict === 'confirmed') byIssue.set(issue, (byIssue.get(issue) ?? new Set()).add(signal));
  return byIssue;
}

/** Probability of each candidate; what a person confirmed is sure. */
export function confidencesOf(signal: number, candidates: Candidates, memory: LinkMemory): Float32Array {
  return confidences(candidates, memory.shift()).map((one, at) => (memory.verdictOn(signal, candidates.issues[at]!) === 'confirmed' ? CONFIRMED_CONFIDENCE : one));
}

export function judgedPair(signal: number, { rows }: Candidates, at: number, confidence: Float32Array): JudgedPair {
  const base = at * FACTOR_COUNT;
  return { signal, score: scoreOf(EVIDENCE_WEIGHTS, rows, base), confidence: confidence[at]!, reasons: reasonBits(rows, base) };
}

/** The best candidates, best first, ties by issue. */
export function rankIssues({ issues, rows }: Candidates, memory: LinkMemory, most: number): { issue: number; at: number; score: number }[] {
  const weights = memory.weights();
  const best: { issue: number; at: number; score: number }[] = [];
  for (let at = 0; at < issues.length; at += 1) {
    const [issue, score] = [issues[at]!, scoreOf(weights, rows, at * FACTOR_COUNT)];
    const last = best.at(-1);
    if (best.length === most && last !== undefined && (score < last.score || (score === last.score && issue > last.issue))) continue;
    let place = best.length;
    while (place > 0 && (score > best[place - 1]!.score || (score === best[place - 1]!.score && issue < best[place - 1]!.issue))) place -= 1;
    best.splice(place, 0, { issue, at, score });
    if (best.length > most) best.pop();
  }
  return best;
}

function fillEvidence({ table, signal, candidates, confidence, best, found }: { table: EvidenceTable; signal: number; candidates: Candidates; confidence: Float32Array; best: number | undefined; found: FoundElsewhere }): void {
  const asked = table.issuesOf(signal);
  const slots = new Map(asked.map((issue, index) => [issue, table.slotOf(signal, index)]));
  candidates.issues.forEach((issue, at) => {
    const slot = slots.get(issue);
    if (slot === undefined && at !== best) return;
    const judged = judgedPair(signal, candidates, at, confidence);
    if (slot === undefined) {
      const known = found.get(issue);
      if (known === undefined) found.set(issue, [judged]);
      else known.push(judged);
      return;
    }
    table.score[slot] = judged.score;
    table.confidence[slot] = judged.confidence;
    table.reasons[slot] = judged.reasons;
  });
}

interface Judged extends RowMaking {
  readonly corpus: Corpus;
  readonly table: EvidenceTable;
  readonly options: EngineOptions;
  readonly found: FoundElsewhere;
}

function evidenceRows({ corpus, table, options, found, ...making }: Judged): EvidenceRow[] {
  return corpus.issues.flatMap((issue, row) => {
    const judged = [
      ...table.slotsOfIssue(row).map((slot) => ({ signal: table.signalOf(slot), score: table.score[slot]!, confidence: table.confidence[slot]!, reasons: table.reasons[slot]! })),
      ...(found.get(row) ?? []),
    ];
    return bestFirst(judged.filter((one) => isEvidence(one, row, making.memory))).slice(0, options.evidencePerIssue).map((one, index) => evidenceRow(one, { issue, row, rank: index + 1 }, corpus.signals[one.signal]!, making));
  });
}

export interface RowMaking {
  readonly memory: LinkMemory;
  readonly cite: Cite;
  readonly speaksFor: QuoteCheck;
}

export function isEvidence({ signal, score }: JudgedPair, issue: number, memory: LinkMemory): boolean {
  return score > 0 && memory.verdictOn(signal, issue) !== 'rejected';
}

/** Ties by signal, in place. */
export function bestFirst(judged: JudgedPair[]): JudgedPair[] {
  return judged.sort((a, b) => b.score - a.score || a.signal - b.signal);
}

/** Whether a row gets a quote though it is not shown. */
export function isCited({ statusCategory }: Pick<Issue, 'statusCategory'>, rank: number): boolean {
  return rank <= (statusCategory === 'done' ? CITED.done : CITED.open);
}

/** One row of an issue's list: quoted where it is read, shown where the pair is likely and the quote is about the need. */
export function evidenceRow(pair: JudgedPair, { issue, row, rank }: { readonly issue: Issue; readonly row: number; readonly rank: number }, signal: SaidSignal, { memory, cite, speaksFor }: RowMaking): EvidenceRow {
  const reasons = reasonNames(pair.reasons);
  const couldBeShown = pair.confidence >= SHOWN_FROM;
  const citation = isCited(issue, rank) || couldBeShown ? cite(pair.signal, row, reasons) : undefined;
  const isHeldBack = couldBeShown && memory.verdictOn(pair.signal, row) !== 'confirmed' && citation !== undefined && !speaksFor(reasons.includes('exact-key') ? `${signal.title ?? ''}\n${signal.text}` : textOf(signal, citation), row);
  const shown = couldBeShown && citation !== undefined && !isHeldBack;
  const base = { issue: issue.id, signal: signal.id, rank, score: pair.score, confidence: isHeldBack ? HELD_BACK : pair.confidence, shown, reasons };
  return citation === undefined ? base : { ...base, citation };
}
