import { runFirefox, type FirefoxResult } from './firefox';
import { hasSharedData } from '../shared-data';
import { runGrid } from './grid';
import { runPlacebo } from './placebo';
import { falseFewerTable, powerCells, powerTable } from './tables';

const SEED = 'outcomes-1';
/** Four thousand series a cell take some three minutes on one core; `--full` takes the twenty thousand of the whole proof, some fifteen. */
const SIZE = 4_000;
const FULL_SIZE = 20_000;
const POWER_SIZE = 400;
const FULL_POWER_SIZE = 4_000;

const isFull = process.argv.includes('--full');
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const size = isFull ? FULL_SIZE : SIZE;
const grid = runGrid(size, SEED);
print(`False "fewer" in per cent, at either read-out (4 and 8 weeks); ${size} series a cell, seed ${SEED}:`);
print(falseFewerTable(grid.results));
print(`worst ${grid.worst.toFixed(4)}, mean ${grid.mean.toFixed(4)} over ${grid.results.length} cells`);

const powerSize = isFull ? FULL_POWER_SIZE : POWER_SIZE;
print(`\nPower at eight weeks in per cent; ${powerSize} series a cell, seed ${SEED}:`);
print(powerTable(runGrid(powerSize, SEED, powerCells()).results));

const firefox = hasSharedData() ? runFirefox() : undefined;
if (firefox === undefined) print('\nFirefox: the shared data is not here, so it was not run');
else printFirefox(firefox);
if (firefox !== undefined) printPlacebo();

print(JSON.stringify({
  worstFalseFewer: grid.worst,
  meanFalseFewer: grid.mean,
  firefoxCredited: firefox === undefined ? null : firefox.credited.length,
  firefoxSpikeFlaggedAfterDays: firefox?.flaggedAfterDays ?? null,
}));

function printFirefox(result: FirefoxResult): void {
  print('\nFirefox support questions (development data); themes about the redesign, by our engine:');
  for (const theme of result.themes) print(`  ${theme.label} (${theme.signals} signals)`);
  for (const { release, weeks, mode, unit, of, outcome } of result.outcomes) {
    const { verdict, counts } = outcome;
    const reason = 'reason' in verdict ? ` (${verdict.reason})` : '';
    print(`  ${release} at ${weeks} weeks, ${mode}, unit ${unit}, ${of}: ${verdict.kind}${reason}; ${counts?.themeBefore ?? 0} before, ${counts?.themeAfter ?? 0} after`);
  }
  for (const one of result.flagged) print(`  flagged ${result.flaggedAfterDays ?? 0} day(s) after 89.0: ${one.label}, ${one.observed} where ${one.expected.toFixed(1)} were to be expected`);
}

function printPlacebo(): void {
  const { judged, byVerdict } = runPlacebo();
  print(`\nReal weeks, made-up releases (development data, a year of Thunderbird questions): ${judged} verdicts at eight weeks`);
  for (const [name, count] of Object.entries(byVerdict).sort((a, b) => b[1] - a[1])) print(`  ${name}: ${count} (${((100 * count) / judged).toFixed(1)} %)`);
}
