import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/understand/engine';
import { loadCorpus } from './load-corpus';
import type { AnalyzeOptions } from './options';
import { reportOf } from './report/report';
import { reportPage } from './report/report-page';
import { summaryOf, type Summary } from './summary';
import { writeOutputs } from './write-outputs';

/** Candidate issues kept for each signal. */
const LINKS_PER_SIGNAL = 10;

export interface AnalyzePorts {
  readonly engine: Engine;
  /** Monotonic milliseconds. */
  readonly nowMs: () => number;
  /** One line of progress. */
  readonly say: (line: string) => void;
}

/** Reads the files, runs the engine once, writes the outputs. @throws WrongUse */
export async function analyze(options: AnalyzeOptions, { engine, nowMs, say }: AnalyzePorts): Promise<Summary> {
  const startedMs = nowMs();
  const since = (ms: number): number => (nowMs() - ms) / 1000;
  mkdirSync(options.out, { recursive: true });
  say('Reading …');
  const loaded = await loadCorpus(options);
  const readSeconds = since(startedMs);
  const { corpus } = loaded;
  say(`Read ${corpus.signals.length} signals with words and ${corpus.issues.length} issues in ${readSeconds.toFixed(1)} s. Understanding …`);

  const engineMs = nowMs();
  const understood = engine(corpus, {
    evidencePerIssue: options.evidencePerIssue, linksPerSignal: LINKS_PER_SIGNAL, prequential: options.confirmed !== undefined, nowMs,
  });
  const engineSeconds = since(engineMs);
  say(`${understood.themes.length} themes, ${understood.links.length} links in ${engineSeconds.toFixed(1)} s. Writing …`);

  const writeMs = nowMs();
  const written = writeOutputs(options.out, loaded, understood);
  writeFileSync(join(options.out, 'report.html'), reportPage(reportOf(loaded, understood)));
  const seconds = { load: readSeconds, ...prefixed(understood.seconds), engine: engineSeconds, write: since(writeMs), total: since(startedMs) };
  const summary = summaryOf(loaded, understood, written, seconds);
  writeFileSync(join(options.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}

function prefixed(seconds: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(seconds).map(([stage, value]) => [`engine.${stage}`, value]));
}
