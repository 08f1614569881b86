import type { CellResult } from './grid';
import { DISPERSIONS, PER_WEEK, SHIFTS, type Cell } from './scenario';

/** Share of series called "fewer" though nothing was done, in per cent at either read-out: a row per setting, a column per accounts a week. */
export function falseFewerTable(results: readonly CellResult[]): string {
  const head = ['spike', 'loud', 'volume', 'over-disp.', ...PER_WEEK.map((one) => `${one}/wk`)];
  const rows: string[][] = [];
  for (const hasSpike of [false, true]) {
    for (const isLoud of [false, true]) {
      for (const shift of SHIFTS) {
        for (const dispersion of DISPERSIONS) {
          const matches = ({ cell }: CellResult): boolean => cell.hasSpike === hasSpike && cell.isLoud === isLoud && cell.shift === shift && cell.dispersion === dispersion;
          rows.push([hasSpike ? 'yes' : '-', isLoud ? 'yes' : '-', `x${shift.toFixed(2)}`, String(dispersion), ...ratesBy(results.filter(matches), (one) => one.atEither)]);
        }
      }
    }
  }
  return markdown(head, rows);
}

export const EFFECTS = [0.7, 0.5, 0.3, 0.1] as const;
export const HISTORIES = [16, 12] as const;

export function powerCells(): Cell[] {
  return HISTORIES.flatMap((weeksBefore) =>
    DISPERSIONS.flatMap((dispersion) =>
      EFFECTS.flatMap((effect) => PER_WEEK.map((perWeek) => ({ perWeek, dispersion, shift: 1, isLoud: false, hasSpike: false, effect, weeksBefore }))),
    ),
  );
}

/** Share of true falls that are called "fewer" at eight weeks, in per cent. */
export function powerTable(results: readonly CellResult[]): string {
  const head = ['weeks known', 'over-disp.', 'true fall', ...PER_WEEK.map((one) => `${one}/wk`)];
  const rows = HISTORIES.flatMap((weeksBefore) =>
    DISPERSIONS.flatMap((dispersion) =>
      EFFECTS.map((effect) => {
        const matches = ({ cell }: CellResult): boolean => cell.weeksBefore === weeksBefore && cell.dispersion === dispersion && cell.effect === effect;
        return [String(weeksBefore), String(dispersion), `${Math.round((1 - effect) * 100)} %`, ...ratesBy(results.filter(matches), (one) => one.atEight)];
      }),
    ),
  );
  return markdown(head, rows);
}

function ratesBy(results: readonly CellResult[], rate: (one: CellResult) => number): string[] {
  return PER_WEEK.map((perWeek) => {
    const found = results.find((one) => one.cell.perWeek === perWeek);
    return found === undefined ? '' : (rate(found) * 100).toFixed(1);
  });
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
