import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { hasSharedData } from '../shared-data';
import { scoreThemes } from '../themes/shared-scorer';
import { themeBanking77 } from '../themes/banking77';
import { shortTexts, signalsOf } from './engine-texts';

const AS_OF = '2025-07-01T00:00:00.000Z';
const SIZES = [12_000, 40_000, 120_000] as const;
const PYTHON = '/usr/bin/python3';
const GROUPS = 150;
const LABELLED = 77;

/** Speed of themes beside scikit-learn on the same texts, in one run. Skips without development data. */
export async function benchEngine(): Promise<Record<string, unknown>> {
  if (!hasSharedData()) return { engine: 'skipped: no development data' };
  return { ...themesBySize(), ...labelledQuality() };
}

function themesBySize(): Record<string, unknown> {
  const all = shortTexts(SIZES[SIZES.length - 1] ?? 0);
  return Object.fromEntries(
    SIZES.flatMap((size) => {
      const texts = all.slice(0, size);
      const signals = signalsOf(texts);
      const from = performance.now();
      const { seconds, themes } = understand({ signals, issues: [], decisions: [], releases: [], asOf: AS_OF }, engineOptions());
      const own = (performance.now() - from) / 1000;
      const other = withScikitLearn(texts, GROUPS);
      return [[`themes ${size}`, { seconds: round(own), byStage: Object.fromEntries(Object.entries(seconds).map(([stage, value]) => [stage, round(value)])), themes: themes.length, scikitLearnSeconds: other.seconds, timesFaster: round(other.seconds / own), rssMb: Math.round(process.memoryUsage().rss / 1e6), scikitLearnPeakMb: other.peakMb }]];
    }),
  );
}

function labelledQuality(): Record<string, unknown> {
  const { assignments, labels, texts } = themeBanking77();
  const own = scoreThemes(assignments, labels);
  const other = withScikitLearn(texts, LABELLED, true).labels ?? [];
  const theirs = scoreThemes(assignments.map((one, at) => ({ signal: one.signal, theme: String(other[at]), fit: 1 })), labels);
  return { 'Banking77 NMI': { engine: own.nmi, scikitLearn: theirs.nmi } };
}

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
  readonly labels: readonly number[] | null;
}

function withScikitLearn(texts: readonly string[], groups: number, wantsLabels = false): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'texts.txt');
    writeFileSync(file, texts.map((text) => text.replace(/\s+/g, ' ')).join('\n'));
    const printed = execFileSync(PYTHON, [resolve(process.cwd(), 'eval/bench/sklearn_themes.py'), file, String(groups), ...(wantsLabels ? ['labels'] : [])], { maxBuffer: 1 << 26 }).toString();
    const measured: Measured = JSON.parse(printed);
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
