import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { hasSharedData } from '../shared-data';
import { scoreThemes } from '../themes/shared-scorer';
import { themeBanking77 } from '../themes/banking77';
import { shortTexts } from './engine-texts';

const SIZES = [12_000, 40_000, 120_000] as const;
const PYTHON = '/usr/bin/python3';
const GROUPS = 150;
const LABELLED = 77;
const BAR = 40;

/** Either side in a process of its own: wall time, processor time (which a busy machine stretches less) and memory at the peak. */
interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

interface OwnRun extends Measured {
  /** Peak before the engine starts: Node, the engine's code and the texts. */
  readonly loadedMb: number;
  readonly themes: number;
  readonly themed: number;
  readonly byStage: Readonly<Record<string, number>>;
}

interface TheirRun extends Measured {
  readonly labels: readonly number[] | null;
}

/**
 * Themes beside TF-IDF, TruncatedSVD(100) and MiniBatchKMeans of the system's scikit-learn on the same texts in one run: time,
 * memory, growth by stage, and agreement with known labels. Without scikit-learn its columns are left out and a line says so.
 */
export async function benchThemes(): Promise<Record<string, unknown>> {
  if (!hasSharedData()) return { themes: 'skipped: no development data' };
  const python = scikitLearn();
  if (python === undefined) console.log('scikit-learn: skipped, not among the packages of the system');
  const all = shortTexts(SIZES[SIZES.length - 1] ?? 0);
  const engine = bundledEngine();
  const runs = SIZES.map((size) => {
    const file = textFile(all.slice(0, size));
    try {
      return { size, own: engine.run(file.path), theirs: python?.(file.path, GROUPS, false) };
    } finally {
      file.remove();
    }
  });
  const empty = engine.run();
  engine.remove();
  console.log(growthTable(runs));
  return {
    'no text at all (MB)': Math.round(empty.peakMb),
    ...Object.fromEntries(runs.map(({ size, own, theirs }) => [`themes of ${size}`, { ...whole(own), loadedMb: Math.round(own.loadedMb), themes: own.themes, themed: round(own.themed), ...(theirs === undefined ? {} : { scikitLearn: whole(theirs), timesFaster: round(theirs.seconds / own.seconds), timesLessProcessor: round(theirs.cpuSeconds / own.cpuSeconds) }) }])),
    ...labelledQuality(python),
  };
}

type Python = (file: string, groups: number, wantsLabels: boolean) => TheirRun;

function scikitLearn(): Python | undefined {
  try {
    execFileSync(PYTHON, ['-c', 'import sklearn'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return (file, groups, wantsLabels) => {
    const run: TheirRun = JSON.parse(execFileSync(PYTHON, [resolve(process.cwd(), 'eval/bench/sklearn_themes.py'), file, String(groups), ...(wantsLabels ? ['labels'] : [])], { maxBuffer: 1 << 26 }).toString());
    return run;
  };
}

/** The engine as Forge runs it: one bundle, without the loader for TypeScript. */
function bundledEngine(): { readonly run: (file?: string) => OwnRun; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const outfile = join(folder, 'theme-run.cjs');
  buildSync({ entryPoints: [resolve(process.cwd(), 'eval/bench/theme-run.ts')], outfile, bundle: true, platform: 'node', target: 'node22', format: 'cjs', logLevel: 'error' });
  return {
    run(...file) {
      const run: OwnRun = JSON.parse(execFileSync(process.execPath, [outfile, ...file.filter((one) => one !== undefined)], { maxBuffer: 1 << 26 }).toString());
      return run;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function textFile(texts: readonly string[]): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'texts.jsonl');
  writeFileSync(path, texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}

function labelledQuality(python: Python | undefined): Record<string, unknown> {
  const { assignments, labels, texts } = themeBanking77();
  const own = scoreThemes(assignments, labels);
  if (python === undefined) return { 'Banking77 NMI': { engine: own.nmi } };
  const file = textFile(texts);
  try {
    const given = python(file.path, LABELLED, true).labels ?? [];
    const theirs = scoreThemes(assignments.map((one, at) => ({ signal: one.signal, theme: String(given[at]), fit: 1 })), labels);
    return { 'Banking77 NMI': { engine: own.nmi, scikitLearn: theirs.nmi }, 'Banking77 ARI': { engine: own.ari, scikitLearn: theirs.ari } };
  } finally {
    file.remove();
  }
}

/** Seconds by stage and size, with bars on one scale; all stages and the peak of memory on scales of their own. */
function growthTable(runs: readonly { readonly size: number; readonly own: OwnRun }[]): string {
  const stages = Object.keys(runs[0]?.own.byStage ?? {}).filter((stage) => runs.some(({ own }) => (own.byStage[stage] ?? 0) >= 0.005));
  const most = Math.max(...runs.flatMap(({ own }) => Object.values(own.byStage)));
  return [
    'growth by stage (processor seconds)',
    ...stages.flatMap((stage) => runs.map(({ size, own }) => barOf(stage, size, own.byStage[stage] ?? 0, most))),
    ...runs.map(({ size, own }) => barOf('all', size, own.cpuSeconds, Math.max(...runs.map((run) => run.own.cpuSeconds)))),
    ...runs.map(({ size, own }) => barOf('peak (MB)', size, own.peakMb, Math.max(...runs.map((run) => run.own.peakMb)))),
  ].join('\n');
}

function barOf(name: string, size: number, value: number, most: number): string {
  return `${name.padEnd(14)} ${String(size).padStart(7)} ${value.toFixed(value < 100 ? 2 : 0).padStart(6)} ${'#'.repeat(Math.round((value / most) * BAR))}`;
}

function whole({ seconds, cpuSeconds, peakMb }: Measured): Record<string, number> {
  return { seconds: round(seconds), cpuSeconds: round(cpuSeconds), peakMb: Math.round(peakMb) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
