import type { Searchability, ThemeIssue } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { ReadCorpus } from '../text/read-corpus';
import { codeNames, isUpkeep } from './developer-title';
import { factorAt } from './factors';

const ONE_SENTENCE = factorAt('one-sentence');
const MATCHED = factorAt('matched-words');
const EXACT_KEY = factorAt('exact-key');
const EXACT_MARK = factorAt('exact-mark');
const LOOKALIKE_SHARE = 0.35;
const LOOKALIKE_WORDS = Math.log(2.5);
const FEWEST_WORDS = 2;
const SPOKEN_SHARE = 0.9;
const SPOKEN_BY = { least: 2, share: 0.0005 };
const PROVEN = { links: 30, recall: 0.95 };

/** Recall when titles speak like customers and nothing looks alike, and when one of the doubts stands. Measured on known links. */
const RECALL = { clear: 0.95, lookalikes: 0.5, doubtful: 0.3 };

/** What the search for evidence itself showed. */
export interface SearchTrace {
  /** Signals per issue that come near in wording, shown or not. */
  readonly lookalikes: Int32Array;
  /** Issues with evidence good enough to show, or confirmed. */
  readonly hasEvidence: Uint8Array;
  /** Known links of the product, and how many of them the search for evidence finds by text alone. */
  readonly known: { readonly links: number; readonly found: number };
  /** 1 for issues that have signals near in an embedding model's space, whatever their words. */
  readonly nearByMeaning: Uint8Array;
}

/** From this strength on a theme holds most of an issue's nearest signals: customers talk about it in words of their own. */
const BRIDGED_FROM = 0.5;

/** A signal that holds a good part of the title in one sentence, names the issue, or holds the same code: close enough that its silence would not mean "nobody". */
export function isLookalike(rows: Float32Array, base: number): boolean {
  if (rows[base + EXACT_KEY] !== 0 || rows[base + EXACT_MARK] !== 0) return true;
  return rows[base + ONE_SENTENCE]! >= LOOKALIKE_SHARE && rows[base + MATCHED]! >= LOOKALIKE_WORDS;
}

/**
 * Whether an issue's customers could have been found. Silence is believed only when the title speaks customers' language and
 * no signal even comes near: by words, by meaning, or by a theme that most of its nearest signals are in. Where something comes near
 * and cannot be told apart, or the title is a developer's, we abstain. A recall proven on known links excuses nearness by words alone,
 * for words are what it was measured with.
 */
export function searchabilityOf(corpus: ReadCorpus, issues: readonly Issue[], trace: SearchTrace, bridges: readonly ThemeIssue[]): Searchability[] {
  const { links, found } = trace.known;
  const isProven = links >= PROVEN.links && found / links >= PROVEN.recall;
  const bridged = new Set(bridges.filter(({ strength }) => strength >= BRIDGED_FROM).map(({ issue }) => issue));
  return issues.map((issue, row) => {
    const { words, share } = spokenShare(corpus, row);
    const reasons: string[] = [];
    if (isUpkeep(issue.summary) || codeNames(issue.summary).length > 0) reasons.push('developer-title');
    if (words < FEWEST_WORDS) reasons.push('too-short');
    else if (share < SPOKEN_SHARE) reasons.push('rare-words');
    const isNear = (trace.lookalikes[row]! > 0 && !isProven) || trace.nearByMeaning[row] === 1 || bridged.has(issue.id);
    const isCloudy = isNear && trace.hasEvidence[row] === 0;
    if (isCloudy) reasons.push('measured-recall');
    const recall = reasons.length === 0 ? RECALL.clear : isCloudy && reasons.length === 1 ? RECALL.lookalikes : RECALL.doubtful;
    return { issue: issue.id, searchable: reasons.length === 0, recall: links >= PROVEN.links ? Math.min(recall, found / links) : recall, reasons };
  });
}

/** Distinct words of the issue that carry weight, and the share of that weight in words that customers use. */
function spokenShare(corpus: ReadCorpus, row: number): { words: number; share: number } {
  const { starts, columns } = corpus.issues.counts;
  const least = Math.max(SPOKEN_BY.least, corpus.signals.counts.rows * SPOKEN_BY.share);
  let words = 0;
  let all = 0;
  let spoken = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
    const weight = corpus.termWeight[columns[at]!]!;
    if (weight === 0) continue;
    words += 1;
    all += weight;
    if (corpus.signalsPerTerm[columns[at]!]! >= least) spoken += weight;
  }
  return { words, share: all === 0 ? 0 : spoken / all };
}
