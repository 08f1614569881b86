import { Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { expandIssues } from '../../src/understand/evidence/expand-issues';
import { gatherCandidates, type Linker } from '../../src/understand/evidence/gather-candidates';
import { FACTOR_COUNT } from '../../src/understand/evidence/pair-reader';
import { impactsOf } from '../../src/understand/evidence/impacts';
import { mentionFinder, wordsOf } from '../../src/understand/evidence/issue-mentions';
import { issueShapes } from '../../src/understand/evidence/issue-shapes';
import { newLinkMemory } from '../../src/understand/evidence/link-memory';
import { scoreOf } from '../../src/understand/evidence/link-model';
import { issueDates } from '../../src/understand/evidence/pair-history';
import { newPairReader } from '../../src/understand/evidence/pair-reader';
import { issueRetriever } from '../../src/understand/evidence/retrieve';
import { readCorpus } from '../../src/understand/text/read-corpus';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { bugs, isQuestionBefore2025, knownLinks, questions } from '../linking/thunderbird';

const POOL = 5000;
const TOP = 10;
const TIMED = 400;

type Search = (text: string, signal: number) => readonly string[];

/**
 * The engine and three search libraries on the same questions and the same 5,000 titles, in one run: which of them puts a known
 * issue among the first ten, and how long one question takes. No decision is known to anyone. Titles of the known issues are in
 * the pool; the question is title and body, for the libraries as a query of all its words.
 */
export function benchSearchEngines(): Record<string, unknown> {
  const links = knownLinks().filter((one) => one.isEnglish);
  const wanted = new Set(links.map((one) => one.issue));
  const all = bugs('2025-01-01');
  const issues = [...all.filter((issue) => wanted.has(issue.id)), ...all.filter((issue) => !wanted.has(issue.id))].slice(0, POOL);
  const signals = questions('feedback_2023_2024_all_locales.jsonl.gz', isQuestionBefore2025);
  const right = new Map<string, Set<string>>();
  for (const { signal, issue } of links) right.set(signal, (right.get(signal) ?? new Set()).add(issue));
  const asked = signals.flatMap((signal, row) => (right.has(signal.id) ? [row] : []));
  const engines: Readonly<Record<string, () => Search>> = { engine: () => ownSearch(signals, issues), minisearch: () => miniSearch(issues), lunr: () => lunrSearch(issues), flexsearch: () => flexSearch(issues) };
  const measured = Object.entries(engines).map(([name, build]) => ({ name, ...measure(build, signals, asked, right) }));
  const own = measured.find((one) => one.name === 'engine');
  return Object.fromEntries(measured.map(({ name, ...figures }) => [`questions → ${POOL} titles, ${name}`, { ...figures, timesSlowerThanEngine: Math.round((figures.p50ms / Math.max(1e-3, own?.p50ms ?? 0)) * 10) / 10 }]));
}

function measure(build: () => Search, signals: readonly SaidSignal[], asked: readonly number[], right: ReadonlyMap<string, ReadonlySet<string>>): { 'hit@10': number; p50ms: number; p95ms: number; builtMs: number } {
  const from = performance.now();
  const search = build();
  const built = performance.now() - from;
  const text = (row: number): string => `${signals[row]?.title ?? ''} ${signals[row]?.text ?? ''}`;
  const hits = asked.filter((row) => search(text(row), row).slice(0, TOP).some((issue) => right.get(signals[row]?.id ?? '')?.has(issue)));
  const step = Math.max(1, Math.floor(signals.length / TIMED));
  const times = signals.flatMap((_, row) => {
    if (row % step !== 0) return [];
    const start = performance.now();
    search(text(row), row);
    return [performance.now() - start];
  }).sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 1000) / 1000;
  return { 'hit@10': Math.round((hits.length / Math.max(1, asked.length)) * 1000) / 1000, p50ms: at(0.5), p95ms: at(0.95), builtMs: Math.round(built) };
}

function ownSearch(signals: readonly SaidSignal[], issues: readonly Issue[]): Search {
  const read = readCorpus(signals, issues);
  const impacts = impactsOf(read);
  const expansion = expandIssues(read, impacts);
  const linker: Linker = { signals, retrieveIssues: issueRetriever(read, impacts, expansion), reader: newPairReader({ corpus: read, impacts, shapes: issueShapes(read, issues), expansion }), dates: issueDates(issues), linksPerSignal: TOP, mentioned: mentionFinder(issues, wordsOf(signals)) };
  const memory = newLinkMemory(read);
  return (_text, signal) => {
    const { issues: rows, rows: factors } = gatherCandidates(linker, memory, signal, []);
    const ranked = rows.map((row, at) => ({ row, score: scoreOf(memory.weights(), factors, at * FACTOR_COUNT) })).sort((a, b) => b.score - a.score || a.row - b.row);
    return ranked.slice(0, TOP).map((one) => issues[one.row]?.id ?? '');
  };
}

function miniSearch(issues: readonly Issue[]): Search {
  const index = new MiniSearch<Issue>({ fields: ['summary'] });
  index.addAll(issues);
  return (text) => index.search(text).slice(0, TOP).map((one) => String(one.id));
}

function lunrSearch(issues: readonly Issue[]): Search {
  const index = lunr(function build() {
    this.ref('id');
    this.field('summary');
    for (const issue of issues) this.add(issue);
  });
  return (text) => index.query((query) => query.term(lunr.tokenizer(text), {})).slice(0, TOP).map((one) => one.ref);
}

function flexSearch(issues: readonly Issue[]): Search {
  const index = new Index({ tokenize: 'strict' });
  issues.forEach((issue, at) => index.add(at, issue.summary));
  return (text) => index.search(text, { limit: TOP, suggest: true }).map((at) => issues[Number(at)]?.id ?? '');
}
