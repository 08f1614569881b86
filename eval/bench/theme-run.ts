// Themes of a file of texts (JSON Lines with a `text`) in a process of its own: time, processor time and memory of nothing but the engine.
// Without a file: what a process takes before it does anything. Prints JSON.
import { writeFileSync } from 'node:fs';
import { understand } from '../../src/understand/understand';
import { readBlocks } from '../../tools/analyze/read-blocks';
import { engineOptions } from '../engine-options';
import { textAt } from '../shared-data';
import { signalsOf } from './engine-texts';

async function main([file, themesFile]: readonly string[]): Promise<void> {
  const signals = signalsOf(file === undefined ? [] : await textsIn(file));
  const loadedMb = peakMb();
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
  const { themes, assignments, seconds } = understand({ signals, issues: [], decisions: [], releases: [], asOf: '2025-07-01T00:00:00.000Z' }, engineOptions({ nowMs: processorMs }));
  const wall = (performance.now() - from) / 1000;
  const cpu = process.cpuUsage(cpuFrom);
  if (themesFile !== undefined) writeFileSync(themesFile, JSON.stringify(assignments));
  const themed = assignments.filter((one) => one.theme !== undefined).length / Math.max(1, signals.length);
  console.log(JSON.stringify({ seconds: wall, cpuSeconds: (cpu.user + cpu.system) / 1e6, loadedMb, peakMb: peakMb(), themes: themes.length, themed, byStage: seconds }));
}

async function textsIn(file: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of readBlocks(file)) for (const line of text.split('\n')) if (line !== '') texts.push(textAt(JSON.parse(line), 'text'));
  return texts;
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1000;
}

/** Processor time instead of the clock's: a busy machine stretches it less. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

void main(process.argv.slice(2));
