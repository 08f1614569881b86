import type { Link } from '../../domain/evidence';
import type { SaidSignal } from '../../domain/signal';
import { newCiter } from '../evidence/cite';
import { exactView } from '../evidence/exact-view';
import { gatherCandidates, type Linker } from '../evidence/gather-candidates';
import { mentionFinder } from '../evidence/issue-mentions';
import { confidencesOf, isEvidence, judgedPair, rankIssues, type JudgedPair, type RowMaking } from '../evidence/link-corpus';
import { issueDates } from '../evidence/pair-history';
import { FACTOR_COUNT, newPairReader } from '../evidence/pair-reader';
import { newPhrases } from '../evidence/phrases';
import { newQuoteCheck } from '../evidence/quote-check';
import { isLookalike } from '../evidence/searchability';
import type { OpenIncrement } from './open-increment';

/** Which rows are looked at. */
export interface LookingAt {
  readonly signals: ReadonlySet<number>;
  /** New or changed: their lists are made anew. */
  readonly issues: ReadonlySet<number>;
  /** Judged for these issues only: what their search finds now, and what stood in their lists. */
  readonly others: ReadonlySet<number>;
  /** Words of every signal that is judged, at least. */
  readonly words: ReadonlyMap<number, SaidSignal>;
}

/** What was found about one issue. */
export interface Found {
  readonly pairs: JudgedPair[];
  /** A signal that is looked at comes near in wording, shown or not. */
  isNear: boolean;
}

export interface Judged {
  readonly links: readonly Link[];
  /** By issue row. */
  readonly found: ReadonlyMap<number, Found>;
  readonly making: RowMaking;
  readonly signals: readonly SaidSignal[];
}

/**
 * Judges the pairs that changes can have touched, with the factors, candidates and bounds of a whole run: each signal that is looked at against
 * every issue whose own search would take it, and each issue that is looked at against the signals its search finds. No vectors take part.
 */
export function judgeChanges(open: OpenIncrement, { signals: looked, issues: fresh, others, words }: LookingAt): Judged {
  const signals = open.ids.map((id, row): SaidSignal => words.get(row) ?? { id, source: '', externalId: '', at: '', kind: 'said', text: '', visibility: 'open' });
  const { linker, making } = linkerOf(open, signals);
  const asking = new Map<number, number[]>();
  for (const issue of fresh) for (const signal of [...open.ownSearch(issue), ...(open.confirmed.get(issue) ?? [])]) asking.set(signal, [...(asking.get(signal) ?? []), issue]);
  const links: Link[] = [];
  const found = new Map<number, Found>();
  for (const issue of fresh) found.set(issue, { pairs: [], isNear: false });
  for (const signal of new Set([...looked, ...others])) {
    const asked = new Set([...askedBy(open, signal, fresh), ...(asking.get(signal) ?? [])]);
    const candidates = gatherCandidates(linker, open.memory, signal, [...asked]);
    const ranked = rankIssues(candidates, open.memory, open.limits.linksPerSignal);
    const confidence = confidencesOf(signal, candidates, open.memory);
    const isLooked = looked.has(signal);
    if (isLooked) ranked.forEach((one, index) => links.push({ signal: open.ids[signal]!, issue: open.issues[one.issue]!.id, rank: index + 1, score: one.score, confidence: confidence[one.at]! }));
    candidates.issues.forEach((issue, at) => {
      if (!isLooked && !fresh.has(issue)) return;
      const isNear = isLookalike(candidates.rows, at * FACTOR_COUNT);
      const pair = judgedPair(signal, candidates, at, confidence);
      const isListed = (asked.has(issue) || at === ranked[0]?.at || linker.exact?.signalsNear.get(issue)?.includes(signal) === true) && isEvidence(pair, issue, open.memory);
      if (!isListed && !isNear) return;
      const known = found.get(issue) ?? { pairs: [], isNear: false };
      if (isListed) known.pairs.push(pair);
      known.isNear ||= isNear;
      found.set(issue, known);
    });
  }
  return { links, found, making, signals };
}

/** Issues whose own search would take the signal, beside those whose search is asked itself. */
function askedBy(open: OpenIncrement, signal: number, fresh: ReadonlySet<number>): number[] {
  const asked = open.retrieveIssues(signal, open.issues.length).filter(({ row, score }) => !fresh.has(row) && score >= open.floorOf(row) * (1 - 1e-6)).map(({ row }) => row);
  for (const [issue, signals] of open.confirmed) if (signals.has(signal)) asked.push(issue);
  return asked;
}

function linkerOf(open: OpenIncrement, signals: readonly SaidSignal[]): { readonly linker: Linker; readonly making: RowMaking } {
  const { read, impacts, shapes, expansion, issues, shelf } = open;
  const letters = new Map(shelf.letters);
  const mentioned = mentionFinder(issues, (of) => letters.get(of) ?? true);
  const exact = exactView(signals, issues, { counts: new Map(shelf.exactCounts), isCounted: (row) => open.shelved[row]! >= 0 });
  return {
    linker: {
      signals,
      retrieveIssues: open.retrieveIssues,
      reader: newPairReader({ corpus: read, impacts, shapes, expansion }),
      dates: issueDates(issues),
      linksPerSignal: open.limits.linksPerSignal,
      mentioned,
      phrases: newPhrases(read, signals, issues),
      ...(exact === undefined ? {} : { exact }),
    },
    making: { memory: open.memory, cite: newCiter(read, signals, mentioned, exact), speaksFor: newQuoteCheck(read, shapes.core, issues.map((issue) => issue.summary)) },
  };
}
