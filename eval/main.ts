import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { duplicateFigures, judgedFigures, linkingFigures, reviewFigures, silenceFigures, themeFigures } from './engine-figures';
import { baselineOf, regressions, tableOf, type Figure } from './report';
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
  const chosen = words.filter((word) => !word.startsWith('--'));
  const figures = PARTS.filter(([name]) => chosen.length === 0 || chosen.includes(name)).flatMap(([name, part]) => {
    const before = performance.now();
    const found = part();
    console.error(`${name}: ${((performance.now() - before) / 1000).toFixed(1)} s`);
    return found;
  });
  console.log(tableOf(figures));
  const old = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
  if (words.includes('--baseline')) writeFileSync(BASELINE, `${JSON.stringify({ ...old, ...baselineOf(figures) }, null, 2)}\n`);
  const worse = words.includes('--baseline') ? [] : regressions(figures, old);
  for (const line of worse) console.log(`below its interval: ${line}`);
  console.log(JSON.stringify(Object.fromEntries(figures.map((one) => [one.id, Number(one.value.toFixed(4))]))));
  return worse.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
