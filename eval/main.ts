import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { duplicateFigures, judgedFigures, linkingFigures, reviewFigures, silenceFigures, themeFigures } from './engine-figures';
import type { Figure } from './report';
import { runEval } from './run-eval';
import { redactionFigures } from './redaction/figures';
import { hasSharedData, SHARED_DATA } from './shared-data';

const BASELINE = resolve(process.cwd(), 'eval/baseline.json');
const PARTS: readonly (readonly [string, () => Figure[]])[] = [
  ['linking', linkingFigures],
  ['silence', silenceFigures],
  ['reviews', reviewFigures],
  ['duplicates', duplicateFigures],
  ['themes', themeFigures],
  ['judged', judgedFigures],
  ['redaction', redactionFigures],
];

/**
 * Figures of the engine on development data; the last line is JSON. Exits 1 when a figure leaves its committed interval on
 * the wrong side. `--baseline` writes the intervals; other words choose parts.
 */
function main(words: readonly string[]): number {
  if (!hasSharedData()) {
    console.log(`skipped: no development data at ${SHARED_DATA}`);
    console.log(JSON.stringify({ skipped: 'no development data' }));
    return 0;
  }
  return runEval(words, {
    parts: PARTS,
    readBaseline: () => (existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {}),
    writeBaseline: (baseline) => writeFileSync(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`),
    say: (line) => console.log(line),
    aside: (line) => console.error(line),
  });
}

process.exitCode = main(process.argv.slice(2));
