import { baselineOf, regressions, tableOf, type Baseline, type Figure } from './report';

export interface EvalParts {
  /** Name of a part and what measures it. */
  readonly parts: readonly (readonly [string, () => readonly Figure[]])[];
  readonly readBaseline: () => Baseline;
  readonly writeBaseline: (baseline: Baseline) => void;
  readonly say: (line: string) => void;
  /** Progress, beside what is printed. */
  readonly aside: (line: string) => void;
}

/**
 * Measures the parts that `words` name (none: all), prints a table and, as the last line, JSON. With `--baseline` the committed
 * intervals are written anew.
 * @returns exit code: 1 when a figure left its committed interval on the wrong side
 */
export function runEval(words: readonly string[], { parts, readBaseline, writeBaseline, say, aside }: EvalParts): number {
  const chosen = words.filter((word) => !word.startsWith('--'));
  const figures = parts.filter(([name]) => chosen.length === 0 || chosen.includes(name)).flatMap(([name, part]) => {
    const before = performance.now();
    const found = part();
    aside(`${name}: ${((performance.now() - before) / 1000).toFixed(1)} s`);
    return found;
  });
  say(tableOf(figures));
  const old = readBaseline();
  const writes = words.includes('--baseline');
  const unjudged = figures.filter((one) => one.value === undefined);
  for (const one of unjudged) say(`not judged: ${one.id}: ${one.note ?? ''}`);
  // All parts measured: what is no figure any more goes. What cannot be said now keeps what was committed for when it can.
  const kept = Object.fromEntries(unjudged.flatMap(({ id }) => (old[id] === undefined ? [] : [[id, old[id]]])));
  if (writes) writeBaseline({ ...(chosen.length === 0 ? kept : old), ...baselineOf(figures) });
  const worse = writes ? [] : regressions(figures, old);
  for (const line of worse) say(`below its interval: ${line}`);
  say(JSON.stringify(Object.fromEntries(figures.map((one) => [one.id, one.value === undefined ? null : Number(one.value.toFixed(4))]))));
  return worse.length === 0 ? 0 : 1;
}
