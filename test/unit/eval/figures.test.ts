import { duplicateFigures, reviewFigures } from '../../../eval/engine-figures';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { figure, regressions, type Baseline, type Figure } from '../../../eval/report';
import { runEval } from '../../../eval/run-eval';
import { hasSharedData } from '../../../eval/shared-data';

const BASELINE: Baseline = { precision: { value: 0.6, low: 0.5, high: 0.7 }, wrong: { value: 0.02, low: 0, high: 0.04 } };

function run(figures: readonly Figure[], words: readonly string[] = []): { code: number; said: string[]; written: Baseline[] } {
  const said: string[] = [];
  const written: Baseline[] = [];
  const code = runEval(words, { parts: [['part', () => figures]], readBaseline: () => BASELINE, writeBaseline: (baseline) => void written.push(baseline), say: (line) => void said.push(line), aside: () => undefined });
  return { code, said, written };
}

it('turns red when a figure falls below its committed interval, and says which', () => {
  const { code, said } = run([figure('precision', 'precision', 0.49)]);
  expect(code).toBe(1);
  expect(said).toContain('below its interval: precision: 0.490, committed 0.600 (0.500–0.700)');
});

it('turns red when a cost rises above its interval, not when it falls', () => {
  expect(run([figure('wrong', 'wrong', 0.05, { isCost: true })]).code).toBe(1);
  expect(run([figure('wrong', 'wrong', 0, { isCost: true })]).code).toBe(0);
});

it('stays green inside the interval and above it', () => {
  expect(run([figure('precision', 'precision', 0.5)]).code).toBe(0);
  expect(run([figure('precision', 'precision', 0.9)]).code).toBe(0);
});

it('writes intervals only when asked to, and keeps those of parts that did not run', () => {
  expect(run([figure('precision', 'precision', 0.9)]).written).toEqual([]);
  const measured = figure('precision', 'precision', { value: 0.9, low: 0.85, high: 0.94 });
  expect(run([measured], ['part', '--baseline']).written).toEqual([{ ...BASELINE, precision: { value: 0.9, low: 0.85, high: 0.94 } }]);
  expect(run([measured], ['--baseline']).written).toEqual([{ precision: { value: 0.9, low: 0.85, high: 0.94 } }]);
});

it('turns red for a figure that nothing was committed to, and commits to none without an interval', () => {
  const { code, said } = run([figure('new', 'not committed yet', 0.7)]);
  expect(code).toBe(1);
  expect(said).toContain('below its interval: new: 0.700, nothing committed (npm run eval -- --baseline)');
  expect(() => run([figure('precision', 'precision', 0.9)], ['--baseline'])).toThrow('precision has no interval');
});

if (hasSharedData()) {
  it('ranks reviews and duplicates on development data no worse than was committed', () => {
    const committed: Baseline = JSON.parse(readFileSync(resolve(process.cwd(), 'eval/baseline.json'), 'utf8'));
    const figures = [...reviewFigures(), ...duplicateFigures()];
    expect(figures.filter((one) => committed[one.id] === undefined)).toEqual([]);
    expect(regressions(figures, committed)).toEqual([]);
  });
} else process.stdout.write('No development data beside the repository: the engine\'s figures are not checked here.\n');
