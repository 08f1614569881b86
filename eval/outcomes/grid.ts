import { seededRandom } from '../../src/domain/random';
import { judgeSeries, mayBeFewer } from '../../src/measure/judge-series';
import { OUTCOME_POLICY } from '../../src/measure/policy';
import type { ReleaseSeries } from '../../src/measure/series';
import { drawSeries, gridCells, type Cell } from './scenario';

export interface CellResult {
  readonly cell: Cell;
  /** Share of series called "fewer" at 4 weeks, at 8 weeks, and at either. */
  readonly atFour: number;
  readonly atEight: number;
  readonly atEither: number;
}

/** Judges `count` drawn series at both read-outs. The seed is the cell's own text, so a cell repeats whatever runs beside it. */
export function runCell(cell: Cell, count: number, seed: string): CellResult {
  const random = seededRandom(`${seed}:${JSON.stringify(cell)}`);
  let [four, eight, either] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const series = drawSeries(cell, random);
    const isFour = isFewer({ ...series, after: series.after.slice(0, 4) }, 4);
    const isEight = isFewer(series, 8);
    if (isFour) four += 1;
    if (isEight) eight += 1;
    if (isFour || isEight) either += 1;
  }
  return { cell, atFour: four / count, atEight: eight / count, atEither: either / count };
}

function isFewer(series: ReleaseSeries, weeks: number): boolean {
  return mayBeFewer(series, weeks, OUTCOME_POLICY) && judgeSeries(series, weeks, OUTCOME_POLICY).verdict.kind === 'fewer';
}

export interface GridSummary {
  readonly results: readonly CellResult[];
  readonly worst: number;
  readonly mean: number;
}

export function runGrid(count: number, seed: string, cells: readonly Cell[] = gridCells()): GridSummary {
  const results = cells.map((cell) => runCell(cell, count, seed));
  const rates = results.map((one) => one.atEither);
  return { results, worst: Math.max(...rates), mean: rates.reduce((sum, rate) => sum + rate, 0) / rates.length };
}
