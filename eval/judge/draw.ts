import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceRow } from '../../src/domain/evidence';
import { shuffled } from '../statistics';
import { drawnFrom } from './commit';
import { isKind, sheetHead, type Kind } from './criterion';
import { evidenceBothWays, realYearAsHosted, understandRealYear } from './real-year';
import { assignmentText, labelText, pairText } from './sheet';

/** One thing to judge: what is stored about it, and what the judge reads. */
interface Item {
  readonly key: Readonly<Record<string, string | readonly string[]>>;
  readonly text: string;
}

const EXEMPLARS_READ = 3;
const MEMBERS_READ = 8;

/**
 * Draws a seeded sample for blind judging and writes a numbered sheet (the criterion and texts, no scores) and its key (ids and the
 * commit). Usage: draw.ts shown|spread|assignments|labels COUNT FOLDER [SEED]; the seed is the commit unless given, in hex.
 * `shown` are pairs a panel shows; `spread` are evidence pairs at every level of confidence, for calibration.
 */
function main([kind, count, folder, wanted]: readonly string[]): void {
  if (!isKind(kind) || count === undefined || folder === undefined) throw new Error('usage: draw.ts shown|spread|assignments|labels COUNT FOLDER [SEED]');
  const from = drawnFrom(wanted);
  const seed = Number.parseInt(from.seed, 16);
  const drawn = shuffled(itemsOf(kind, Number(count), seed), seed + 1);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${kind}.key.jsonl`), drawn.map((item) => `${JSON.stringify({ of: item.key, engine: from.commit })}\n`).join(''));
  writeFileSync(join(folder, `${kind}.sheet.txt`), `${sheetHead(kind, drawn.length, from)}${drawn.map((item, at) => `[${at + 1}] ${item.text}\n`).join('')}`);
  console.log(`${drawn.length} ${kind} of the engine of ${from.commit}, seed ${from.seed}`);
}

function itemsOf(kind: Kind, count: number, seed: number): Item[] {
  const { corpus, understanding } = understandRealYear();
  const signals = new Map(corpus.signals.map((signal) => [signal.id, signal]));
  const issues = new Map([...realYearAsHosted().issues, ...corpus.issues].map((issue) => [issue.id, issue]));
  const themes = new Map(understanding.themes.map((theme) => [theme.id, theme]));
  const pair = (row: EvidenceRow): Item[] => {
    const [issue, signal] = [issues.get(row.issue), signals.get(row.signal)];
    return issue === undefined || signal === undefined ? [] : [{ key: { issue: row.issue, signal: row.signal }, text: pairText(issue, signal, row) }];
  };
  if (kind === 'shown') return shuffled(evidenceBothWays(understanding).filter((row) => row.shown), seed).slice(0, count).flatMap(pair);
  if (kind === 'spread') return spread(understanding.evidence, count, seed).flatMap(pair);
  if (kind === 'labels') {
    return shuffled(understanding.themes, seed).slice(0, count).map((theme) => {
      const members = shuffled(understanding.assignments.filter((one) => one.theme === theme.id).map((one) => one.signal), seed).slice(0, MEMBERS_READ);
      return { key: { theme: theme.id, label: theme.label, members }, text: labelText(theme, members.flatMap((id) => signals.get(id) ?? [])) };
    });
  }
  return shuffled(understanding.assignments, seed).flatMap((one) => {
    const [signal, theme] = [signals.get(one.signal), themes.get(one.theme ?? '')];
    if (signal === undefined || theme === undefined) return [];
    const exemplars = theme.exemplars.slice(0, EXEMPLARS_READ);
    return [{ key: { signal: one.signal, theme: theme.id, label: theme.label, exemplars }, text: assignmentText(signal, theme, exemplars.flatMap((id) => signals.get(id) ?? [])) }];
  }).slice(0, count);
}

/** As many from each fifth of confidence between .05 and 1. */
function spread(evidence: readonly EvidenceRow[], count: number, seed: number): EvidenceRow[] {
  const edges = [0.05, 0.15, 0.3, 0.5, 0.7, 1.01];
  return edges.slice(0, -1).flatMap((low, at) => {
    const band = evidence.filter((row) => row.citation !== undefined && row.confidence >= low && row.confidence < (edges[at + 1] ?? 1));
    return shuffled(band, seed).slice(0, Math.ceil(count / 5));
  });
}

main(process.argv.slice(2));
