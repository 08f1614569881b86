import type { SaidSignal } from '../../domain/signal';
import { epochMs } from '../../domain/time';
import type { ConfirmedNeighbour } from './confirmations';
import type { Meaning } from './meaning';
import type { ExactView } from './exact-view';
import { factorAt } from './factors';
import type { Candidates, LinkMemory } from './link-memory';
import { writeHistory, type IssueDates } from './pair-history';
import { FACTOR_COUNT, type PairReader } from './pair-reader';
import type { Phrases } from './phrases';
import type { Retrieve } from './retrieve';

const FEWEST_BY_WORDS = 64;
const CONFIRMED_NEIGHBOURS = 400;
const LATELY_CONFIRMED = 64;
const EXACT = factorAt('exact-key');
const EXACT_MARK = factorAt('exact-mark');
const PHRASE = factorAt('phrase');
const MEANING = factorAt('meaning');

/** Everything needed to rank one signal. */
export interface Linker {
  readonly signals: readonly SaidSignal[];
  readonly retrieveIssues: Retrieve;
  readonly reader: PairReader;
  readonly dates: IssueDates;
  /** Links wanted per signal: at least so many candidates are gathered. */
  readonly linksPerSignal: number;
  readonly mentioned: (text: string) => number[];
  /** Codes, addresses and names from code that both sides hold; absent where no issue holds any. */
  readonly exact?: ExactView;
  /** Words of a title said side by side; absent where nobody asks. */
  readonly phrases?: Phrases;
  /** Nearness in an embedding model's space; absent where there is none. */
  readonly meaning?: Meaning;
}

/** Candidate issues of a signal with their factors: by words, by meaning, by what both hold letter by letter, by confirmed neighbours, by name, and those asked for. */
export function gatherCandidates(linker: Linker, memory: LinkMemory, signal: number, asked: readonly number[]): Candidates {
  const said = linker.signals[signal];
  const saidAtMs = said === undefined ? Number.NaN : epochMs(said.at);
  const confirmed = byIssue(memory.confirmations.near(signal, CONFIRMED_NEIGHBOURS));
  const rejected = byIssue(memory.rejections.near(signal, CONFIRMED_NEIGHBOURS));
  const named = said === undefined ? [] : linker.mentioned(said.title === undefined ? said.text : `${said.title}\n${said.text}`);
  const gathered = new Set(named);
  for (const { row } of linker.retrieveIssues(signal, Math.max(FEWEST_BY_WORDS, linker.linksPerSignal))) gathered.add(row);
  for (const issue of linker.meaning?.issuesNear(signal) ?? []) gathered.add(issue);
  const exact = linker.exact?.issuesNear(signal);
  for (const issue of exact?.keys() ?? []) gathered.add(issue);
  for (const issue of confirmed.keys()) gathered.add(issue);
  for (const issue of memory.confirmations.latest(LATELY_CONFIRMED)) gathered.add(issue);
  for (const issue of asked) gathered.add(issue);
  const issues = Array.from(gathered).filter((issue) => memory.verdictOn(signal, issue) !== 'rejected');
  const rows = new Float32Array(issues.length * FACTOR_COUNT);
  const phrases = linker.phrases?.(signal);
  linker.reader.load(signal);
  issues.forEach((issue, at) => {
    const base = at * FACTOR_COUNT;
    linker.reader.read(issue, rows, base);
    const near = { confirmations: memory.confirmations, confirmed: confirmed.get(issue), rejected: rejected.get(issue) };
    writeHistory(rows, base, { issue, saidAtMs }, near, linker.dates);
    if (phrases !== undefined) rows[base + PHRASE] = phrases.get(issue) ?? 0;
    if (exact !== undefined) rows[base + EXACT_MARK] = exact.get(issue) ?? 0;
    if (linker.meaning !== undefined) rows[base + MEANING] = linker.meaning.likeness(signal, issue);
  });
  for (const issue of named) {
    const at = issues.indexOf(issue);
    if (at !== -1) rows[at * FACTOR_COUNT + EXACT] = 1;
  }
  return { issues, rows };
}

function byIssue(neighbours: readonly ConfirmedNeighbour[]): Map<number, ConfirmedNeighbour> {
  return new Map(neighbours.map((one) => [one.issue, one]));
}
