import { judgements, pairOf, type Judgement } from '../judgements';
import { realYear } from '../judge/real-year';
import type { SaidSignal } from '../../src/domain/signal';

/** Pairs of the real year whose passes agree, half of them about the issue where there are enough. */
const SIZE = 200;

export interface GoldenPair {
  readonly issue: { readonly id: string; readonly summary: string };
  readonly signal: SaidSignal;
  /** `about`: a reader of the pair said that the question is about the issue. Nobody labelled contradiction. */
  readonly isAbout: boolean;
  readonly judgedTwice: boolean;
}

/** The hand-labelled pairs that the linking is measured on, in a fixed order. Read blind, without the engine's score; 142 of 485 were read twice. */
export function goldenSet(): readonly GoldenPair[] {
  const corpus = realYear();
  const signals = new Map(corpus.signals.map((signal) => [signal.id, signal]));
  const issues = new Map(corpus.issues.map((issue) => [issue.id, issue]));
  const agreed = judgements('pairs').filter(({ right }) => right.length > 0 && new Set(right).size === 1);
  const found = agreed.flatMap((judged) => goldenPair(judged, signals, issues));
  const twiceFirst = [...found].sort((a, b) => Number(b.judgedTwice) - Number(a.judgedTwice));
  const about = twiceFirst.filter((one) => one.isAbout).slice(0, SIZE / 2);
  return [...about, ...twiceFirst.filter((one) => !one.isAbout).slice(0, SIZE - about.length)];
}

function goldenPair(judged: Judgement, signals: ReadonlyMap<string, SaidSignal>, issues: ReadonlyMap<string, { readonly id: string; readonly summary: string }>): GoldenPair[] {
  const [issueId = '', signalId = ''] = pairOf(judged).split(' ');
  const [issue, signal] = [issues.get(issueId), signals.get(signalId)];
  return issue === undefined || signal === undefined ? [] : [{ issue: { id: issue.id, summary: issue.summary }, signal, isAbout: judged.right[0] === 1, judgedTwice: judged.right.length > 1 }];
}
