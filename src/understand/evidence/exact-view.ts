import type { Citation } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';
import { exactMarks, type MarkKind } from '../text/exact-marks';

/** What signals and issues share letter by letter: codes, addresses, names from code, files, versions. */
export interface ExactView {
  /** Issues that share a telling mark with a signal, with how much it says, 0..1. Empty for nearly every signal. */
  readonly issuesNear: (signal: number) => ReadonlyMap<number, number>;
  /** Signals that share a telling mark with an issue, the most telling first. */
  readonly signalsNear: ReadonlyMap<number, readonly number[]>;
  /** Where the most telling mark that both hold stands in the signal. */
  readonly spanOf: (signal: number, issue: number) => Citation | undefined;
  /** How many signals hold each mark of the issues. */
  readonly counts: () => readonly (readonly [mark: string, signals: number])[];
}

/** Marks counted over signals that are not all at hand. A mark that was not counted says nothing: how rare it is, is not known. */
export interface CountedMarks {
  readonly counts: ReadonlyMap<string, number>;
  /** Whether a signal that is given was counted already. */
  readonly isCounted: (signal: number) => boolean;
}

/** Below this a shared mark is no reason to look at a pair, from `SAYS_ENOUGH` on it is one to name and to quote. */
const WORTH_A_LOOK = 0.3;
export const SAYS_ENOUGH = 0.55;
const NEAREST = { issues: 16, signals: 20 };
/** A version or a file's name in common says little beside a code in common: dumps and stack traces are full of them. */
const OF_KIND: Readonly<Record<MarkKind, number>> = { address: 1, code: 1, name: 1, file: 0.35, version: 0.25 };
/** A mark that more issues hold is house style. */
const MOST_ISSUES = 8;
const FEWEST_FOR_HALF = 4;

interface Mark {
  readonly kind: MarkKind;
  readonly issues: number[];
  signals: number;
}

/**
 * How much a mark says when a signal and an issue both hold it, 0..1: 1 for one that a single signal and a single issue hold,
 * falling with the logarithm of the signals to 0 where half of them hold it, and in proportion to the issues it may mean.
 */
export function markValue(kind: MarkKind, inSignals: number, signals: number, inIssues: number): number {
  const half = Math.max(FEWEST_FOR_HALF, signals / 2);
  const rarity = Math.max(0, 1 - Math.log(Math.max(1, inSignals)) / Math.log(half));
  return (OF_KIND[kind] * rarity) / Math.max(1, inIssues);
}

/** The exact view of a product; undefined where no issue holds a mark, so that no signal need be read for them. */
export function exactView(signals: readonly SaidSignal[], issues: readonly Issue[], before?: CountedMarks): ExactView | undefined {
  const marks: Mark[] = [];
  const known = new Map<string, number>();
  issues.forEach((issue, row) => {
    exactMarks(`${issue.summary}\n${issue.description ?? ''}`, (text, kind) => {
      const id = known.get(text) ?? marks.push({ kind, issues: [], signals: 0 }) - 1;
      known.set(text, id);
      if (marks[id]!.issues.at(-1) !== row) marks[id]!.issues.push(row);
    });
  });
  if (marks.length === 0) return undefined;
  const held = new Map<number, readonly number[]>();
  signals.forEach((signal, row) => {
    const found = new Set<number>();
    for (const text of [signal.title ?? '', signal.text]) {
      exactMarks(text, (mark) => {
        const id = known.get(mark);
        if (id !== undefined) found.add(id);
      });
    }
    if (found.size === 0) return;
    held.set(row, [...found]);
    if (before?.isCounted(row) !== true) for (const id of found) marks[id]!.signals += 1;
  });
  if (before !== undefined) for (const [text, id] of known) marks[id]!.signals += before.counts.get(text) ?? Number.POSITIVE_INFINITY;
  const values = marks.map((mark) => (mark.issues.length > MOST_ISSUES ? 0 : markValue(mark.kind, mark.signals, signals.length, mark.issues.length)));
  const issuesNear = (signal: number): ReadonlyMap<number, number> => {
    const near = new Map<number, number>();
    for (const id of held.get(signal) ?? []) if (values[id]! > 0) for (const issue of marks[id]!.issues) near.set(issue, Math.max(near.get(issue) ?? 0, values[id]!));
    const telling = [...near].filter(([, value]) => value >= WORTH_A_LOOK);
    return new Map(telling.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEAREST.issues));
  };
  return {
    issuesNear,
    signalsNear: nearestSignals([...held.keys()], issuesNear),
    counts: () => [...known].map(([text, id]) => [text, marks[id]!.signals]),
    spanOf: (signal, issue) => spanOf(signals[signal]!, (mark) => {
      const id = known.get(mark);
      return id === undefined || !marks[id]!.issues.includes(issue) ? 0 : values[id]!;
    }),
  };
}

function nearestSignals(signals: readonly number[], issuesNear: ExactView['issuesNear']): Map<number, number[]> {
  const near = new Map<number, { signal: number; value: number }[]>();
  for (const signal of signals) for (const [issue, value] of issuesNear(signal)) near.set(issue, [...(near.get(issue) ?? []), { signal, value }].sort((a, b) => b.value - a.value || a.signal - b.signal).slice(0, NEAREST.signals));
  return new Map([...near].map(([issue, all]) => [issue, all.map((one) => one.signal)]));
}

function spanOf(signal: SaidSignal, valueOf: (mark: string) => number): Citation | undefined {
  let best: Citation | undefined;
  let most = 0;
  for (const [field, text] of [['title', signal.title ?? ''], ['text', signal.text]] as const) {
    exactMarks(text, (mark, _kind, start, end) => {
      const value = valueOf(mark);
      if (value > most) [most, best] = [value, { field, start, end }];
    });
  }
  return best;
}
