import { newMatrixBuilder, transpose } from '../text/term-matrix';
import type { Retrieve } from './retrieve';

/** Pairs to be judged as evidence, by signal and by issue, with room for what was found about each. */
export interface EvidenceTable {
  readonly issuesOf: (signal: number) => readonly number[];
  /** Slots of a signal's pairs, in the order of `issuesOf`. */
  readonly slotOf: (signal: number, index: number) => number;
  readonly score: Float32Array;
  readonly confidence: Float32Array;
  readonly reasons: Uint16Array;
  readonly signalOf: (slot: number) => number;
  /** Slots of an issue, in signal order. */
  readonly slotsOfIssue: (issue: number) => number[];
}

/** Retrieves `perIssue` signals for each issue, adds the pairs given, and turns the table so that signals can be walked. */
export function newEvidenceTable(sizes: { issues: number; signals: number; perIssue: number }, retrieve: Retrieve, given: ReadonlyMap<number, ReadonlySet<number>>): EvidenceTable {
  const byIssue = newMatrixBuilder(sizes.issues);
  for (let issue = 0; issue < sizes.issues; issue += 1) {
    const rows = new Set([...retrieve(issue, sizes.perIssue).map((one) => one.row), ...(given.get(issue) ?? [])]);
    for (const row of [...rows].sort((a, b) => a - b)) byIssue.put(row, 1);
    byIssue.endRow();
  }
  const bySignal = transpose(byIssue.build(), sizes.signals);
  const size = bySignal.columns.length;
  const signals = new Int32Array(size);
  for (let signal = 0; signal < sizes.signals; signal += 1) signals.fill(signal, bySignal.starts[signal], bySignal.starts[signal + 1]);
  const slots = transposedSlots(bySignal.columns, sizes.issues);
  return {
    issuesOf: (signal) => Array.from(bySignal.columns.subarray(bySignal.starts[signal], bySignal.starts[signal + 1])),
    slotOf: (signal, index) => bySignal.starts[signal]! + index,
    score: new Float32Array(size),
    confidence: new Float32Array(size),
    reasons: new Uint16Array(size),
    signalOf: (slot) => signals[slot]!,
    slotsOfIssue: (issue) => Array.from(slots.order.subarray(slots.starts[issue], slots.starts[issue + 1])),
  };
}

function transposedSlots(issueOfSlot: Int32Array, issues: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(issues + 1);
  for (const issue of issueOfSlot) starts[issue + 1]! += 1;
  for (let issue = 0; issue < issues; issue += 1) starts[issue + 1]! += starts[issue]!;
  const next = starts.slice();
  const order = new Int32Array(issueOfSlot.length);
  issueOfSlot.forEach((issue, slot) => (order[next[issue]!++] = slot));
  return { starts, order };
}
