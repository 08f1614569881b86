import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { confidences } from '../../src/understand/evidence/confidence';
import { exactView } from '../../src/understand/evidence/exact-view';
import { expandIssues } from '../../src/understand/evidence/expand-issues';
import { gatherCandidates, type Linker } from '../../src/understand/evidence/gather-candidates';
import { impactsOf } from '../../src/understand/evidence/impacts';
import { mentionFinder, wordsOf } from '../../src/understand/evidence/issue-mentions';
import { issueShapes } from '../../src/understand/evidence/issue-shapes';
import { newLinkMemory } from '../../src/understand/evidence/link-memory';
import { issueDates } from '../../src/understand/evidence/pair-history';
import { newPairReader } from '../../src/understand/evidence/pair-reader';
import { issueRetriever } from '../../src/understand/evidence/retrieve';
import { latentRows } from '../../src/understand/text/latent-space';
import { readCorpus } from '../../src/understand/text/read-corpus';
import { readTexts } from '../../src/understand/text/read-texts';
import { realYear } from '../judge/real-year';
import { hasSharedData, SHARED_DATA } from '../shared-data';
import { shortTexts, signalsOf, titledIssues } from './engine-texts';
import { benchSearchEngines } from './search-engines';

/** Speed of links beside three search libraries on the same texts, and what the real year costs, in one run. Skips without development data. */
export async function benchLinking(): Promise<Record<string, unknown>> {
  if (!hasSharedData()) return { linking: 'skipped: no development data' };
  return { ...linking(), ...realYearCost(), ...benchSearchEngines() };
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
  const exact = exactView(signals, issues);
  const expansion = expandIssues(read, impacts);
  const linker: Linker = { signals, retrieveIssues: issueRetriever(read, impacts, expansion), reader: newPairReader({ corpus: read, impacts, shapes: issueShapes(read, issues), expansion }), dates: issueDates(issues), linksPerSignal: 10, mentioned: mentionFinder(issues, wordsOf(signals)), ...(exact === undefined ? {} : { exact }) };
  const built = performance.now() - from;
  const memory = newLinkMemory(read);
  const link = (signal: number): void => void confidences(gatherCandidates(linker, memory, signal, []), memory.shift());
  const cpu = process.cpuUsage();
  const times = signals.map((_, signal) => milliseconds(() => link(signal)));
  const spent = process.cpuUsage(cpu);
  const online = signals.slice(0, 5000).map((signal, row) => milliseconds(() => {
    latentRows(readTexts([signal], ({ text }) => ({ title: '', body: text }), read.vocabulary, 1).counts, read.latent);
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

/** The real year as `npm run analyze` runs it, a process of its own: its seconds and its peak memory. */
function realYearCost(): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const issues = join(folder, 'issues.jsonl');
    writeFileSync(issues, realYear().issues.map((issue) => JSON.stringify(issue)).join('\n'));
    const signals = resolve(SHARED_DATA, 'thunderbird/feedback_12m_en.jsonl.gz');
    execFileSync(process.execPath, ['tools/run.mjs', '--quiet', '--bundled', 'tools/analyze/main.ts', '--signals', signals, '--issues', issues, '--out', folder], { stdio: 'pipe' });
    const { seconds, peakMemoryMb } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    return { 'real year through analyze': { seconds: seconds.total, byStage: seconds, peakMb: peakMemoryMb } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
