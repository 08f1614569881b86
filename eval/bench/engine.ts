import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { confidences } from '../../src/understand/evidence/confidence';
import { expandIssues } from '../../src/understand/evidence/expand-issues';
import { gatherCandidates, type Linker } from '../../src/understand/evidence/gather-candidates';
import { impactsOf } from '../../src/understand/evidence/impacts';
import { mentionFinder } from '../../src/understand/evidence/issue-mentions';
import { issueShapes } from '../../src/understand/evidence/issue-shapes';
import { newLinkMemory } from '../../src/understand/evidence/link-memory';
import { issueDates } from '../../src/understand/evidence/pair-history';
import { newPairReader } from '../../src/understand/evidence/pair-reader';
import { issueRetriever } from '../../src/understand/evidence/retrieve';
import { latentRows } from '../../src/understand/text/latent-space';
import { readCorpus } from '../../src/understand/text/read-corpus';
import { readTexts } from '../../src/understand/text/read-texts';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { realYear } from '../judge/real-year';
import { hasSharedData, SHARED_DATA } from '../shared-data';
import { scoreThemes } from '../themes/shared-scorer';
import { themeBanking77 } from '../themes/banking77';
import { benchSearchEngines } from './search-engines';
import { shortTexts, signalsOf, titledIssues } from './engine-texts';

const AS_OF = '2025-07-01T00:00:00.000Z';
const SIZES = [12_000, 40_000, 120_000] as const;
const PYTHON = '/usr/bin/python3';
const GROUPS = 150;
const LABELLED = 77;

/** Speed of themes and links beside scikit-learn and three search libraries on the same texts, in one run. Skips without development data. */
export async function benchEngine(): Promise<Record<string, unknown>> {
  if (!hasSharedData()) return { engine: 'skipped: no development data' };
  return { ...benchSearchEngines(), ...themesBySize(), ...linking(), ...realYearCost(), ...labelledQuality() };
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

/**
 * 120,000 signals against 5,000 issues, every one of them linked; wall clock and, since other work on the machine stretches that,
 * processor seconds. One new signal is one that is read, stemmed and linked on its own while the index stands.
 */
function linking(): Record<string, unknown> {
  const issues = titledIssues(5000);
  const signals = signalsOf(shortTexts(120_000));
  const from = performance.now();
  const read = readCorpus(signals, issues);
  const impacts = impactsOf(read);
  const expansion = expandIssues(read, impacts);
  const linker: Linker = { signals, retrieveIssues: issueRetriever(read, impacts, expansion), reader: newPairReader({ corpus: read, impacts, shapes: issueShapes(read, issues), expansion }), dates: issueDates(issues), linksPerSignal: 10, mentioned: mentionFinder(issues) };
  const built = performance.now() - from;
  const memory = newLinkMemory(read);
  const link = (signal: number): void => void confidences(gatherCandidates(linker, memory, signal, []), memory.shift());
  const cpu = process.cpuUsage();
  const times = signals.map((_, signal) => milliseconds(() => link(signal)));
  const spent = process.cpuUsage(cpu);
  const online = signals.slice(0, 5000).map((signal, row) => milliseconds(() => {
    latentRows(readTexts([{ title: '', body: signal.text }], read.vocabulary, 1).counts, read.latent);
    link(row);
  }));
  return {
    'index 5,000 issues, 120,000 signals (s)': round(built / 1000),
    'link one signal, all views (ms)': percentiles(times.slice(1000)),
    '120,000 × 5,000 links (s)': { wall: round(times.reduce((sum, one) => sum + one, 0) / 1000), processor: round((spent.user + spent.system) / 1e6) },
    'one new signal, read and linked (ms)': percentiles(online.slice(500)),
  };
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

/** The real year through `analyze` as a process of its own: its seconds and its peak memory. */
function realYearCost(): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const issues = join(folder, 'issues.jsonl');
    writeFileSync(issues, realYear().issues.map((issue) => JSON.stringify(issue)).join('\n'));
    const signals = resolve(SHARED_DATA, 'thunderbird/feedback_12m_en.jsonl.gz');
    execFileSync(process.execPath, [...process.execArgv, 'tools/analyze/main.ts', '--signals', signals, '--issues', issues, '--out', folder], { stdio: 'pipe' });
    const { seconds, peakMemoryMb } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    return { 'real year through analyze': { seconds: seconds.total, byStage: seconds, peakMb: peakMemoryMb } };
  } finally {
    rmSync(folder, { recursive: true });
  }
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
