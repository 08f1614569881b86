import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Baseline } from '../../eval/report';

const ROOT = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const baseline: Baseline = JSON.parse(read('eval/baseline.json'));
/** Beginnings of the rows of the evaluation's table, and the figures that each gives, in order. */
const EVALUATION: readonly (readonly [string, readonly string[]])[] = [
  ['precision of shown suggestions', ['shown-precision']],
  ['issues with a right pair that show one', ['shown-coverage']],
  ['the year before', ['shown-precision-before']],
  ['made-up tenant with customers', ['spoken-precision', 'spoken-coverage']],
  ['supported called unsupported', ['supported-called-unsupported']],
  ['abstained on these', ['abstained-supported', 'abstained-all']],
  ['questions → bugs', ['hit1', 'hit3', 'hit10']],
  ['paired gain', ['hit1-gain', 'hit3-gain', 'hit10-gain']],
  ['feature query', ['reviews-ap', 'reviews-p10']],
  ['Hadoop duplicates', ['hadoop-1', 'hadoop-5', 'hadoop-10', 'hadoop-mrr']],
  ['Banking77', ['banking-nmi', 'banking-ari', 'banking-acc']],
  ['real year: assignments right', ['themes-assignments', 'themes-labels']],
  ['signals in a theme', ['themed']],
  ['theme ids kept', ['theme-ids']],
  ['calibration beyond perfect', ['calibration']],
];
/** The same of what `themes.md` says of the engine now. */
const THEMES: typeof EVALUATION = [
  ['Banking77 train, own number', ['banking-nmi', 'banking-ari', 'banking-acc']],
  ['real year: signals in a theme', ['themed']],
  ['real year: themes that keep their id', ['theme-ids']],
  ['real year: signals that keep their theme', ['theme-ids-signals']],
  ['real year: 100 random assignments', ['themes-assignments']],
  ['real year: 50 random labels', ['themes-labels']],
];

function cellsOf(file: string, heading: string, row: string): readonly string[] {
  const table = read(file).split(`\n## ${heading}`)[1]?.split('\n## ')[0] ?? '';
  const line = table.split('\n').find((one) => one.startsWith(`| ${row}`));
  if (line === undefined) throw new Error(`${file}: no row "${row}" under "${heading}"`);
  return line.split('|').map((cell) => cell.trim()).slice(1, -1);
}

const numbersIn = (cell: string): readonly string[] => cell.match(/\d*\.\d+/g) ?? [];
/** Whether the page prints this number, to as many digits as it prints; a bound below nothing is printed as nothing. */
const says = (printed: string, value: number): boolean => Math.abs(Number(printed) - Math.max(0, value)) <= 0.5 * 10 ** -(printed.length - printed.indexOf('.') - 1) + 1e-6;
const saidOf = (cell: string, values: readonly number[]): string => (values.every((value, at) => says(numbersIn(cell)[at] ?? '', value)) ? 'as committed' : `${cell}; committed: ${values.join(', ')}`);
const committed = (ids: readonly string[]): Baseline[string][] => ids.map((id) => baseline[id]!);

it.each(EVALUATION)('the evaluation\'s table gives what is committed: %s', (row, ids) => {
  const [, figures = '', intervals = ''] = cellsOf('docs/design/linking.md', 'The evaluation in one table', row);
  expect([saidOf(figures, committed(ids).map((one) => one.value)), saidOf(intervals, committed(ids).flatMap((one) => [one.low, one.high]))]).toEqual(['as committed', 'as committed']);
});

it.each(THEMES)('the page on themes gives what is committed as the engine\'s now: %s', (row, ids) => {
  const now = cellsOf('docs/design/themes.md', 'Figures', row)[2] ?? '';
  expect(saidOf(now, committed(ids).map((one) => one.value))).toBe('as committed');
});
