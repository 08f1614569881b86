import type { SaidSignal } from '../../domain/signal';

const EXEMPLARS = 5;
const READABLE = { shortest: 20, longest: 600 };

/** Fits closer than this are the same: what one more signal somewhere else changes in the numbers must not change who is shown. */
const STEP = 0.02;

/** The best-fitting members that differ in author and text and are short enough to read. Rows, best first. */
export function exemplarsOf(members: readonly number[], fits: Float32Array, signals: readonly SaidSignal[]): number[] {
  const byFit = [...members].sort((a, b) => steps(fits[b]!) - steps(fits[a]!) || a - b);
  const readable = byFit.filter((row) => {
    const length = (signals[row]?.title ?? '').length + (signals[row]?.text ?? '').length;
    return length >= READABLE.shortest && length <= READABLE.longest;
  });
  const chosen: number[] = [];
  const said = new Set<string>();
  for (const row of [...readable, ...byFit]) {
    if (chosen.length === EXEMPLARS) break;
    const signal = signals[row];
    if (signal === undefined || chosen.includes(row)) continue;
    const keys = [`text ${signal.text.trim().toLowerCase().slice(0, 200)}`, `author ${signal.author ?? row}`];
    if (keys.some((key) => said.has(key))) continue;
    for (const key of keys) said.add(key);
    chosen.push(row);
  }
  return chosen;
}

function steps(fit: number): number {
  return Math.round(fit / STEP);
}
