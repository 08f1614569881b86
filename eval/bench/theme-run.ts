// Themes of the texts of a file, one per line, in a process of its own: time, processor time and memory of nothing but the engine. Prints JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { signalsOf } from './engine-texts';

function main([file, themesFile]: readonly string[]): void {
  if (file === undefined) throw new Error('usage: theme-run.ts TEXTS [THEMES]');
  const signals = signalsOf(readFileSync(file, 'utf8').split('\n'));
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
  const { themes, assignments, seconds } = understand({ signals, issues: [], decisions: [], releases: [], asOf: '2025-07-01T00:00:00.000Z' }, engineOptions());
  const wall = (performance.now() - from) / 1000;
  const cpu = process.cpuUsage(cpuFrom);
  if (themesFile !== undefined) writeFileSync(themesFile, JSON.stringify(assignments));
  const themed = assignments.filter((one) => one.theme !== undefined).length / Math.max(1, signals.length);
  console.log(JSON.stringify({ seconds: wall, cpuSeconds: (cpu.user + cpu.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1000, themes: themes.length, themed, byStage: seconds }));
}

main(process.argv.slice(2));
