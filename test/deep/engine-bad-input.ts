import fc from 'fast-check';
import type { Corpus } from '../../src/understand/engine';
import { understand } from '../../src/understand/understand';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { tally, type Proof } from './closing-proofs/proof';

const AT = '2025-06-01T00:00:00.000Z';
const NAME = 'engine: any input gives a sensible answer';

/** Texts that sources really send and texts that nobody should. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', 'a', '\u0000', '\ud800', '\udfff\ud800', '😀😀😀', '<p>Hi <b>there</b></p>', 'aGVsbG8gd29ybGQ='.repeat(9), '日本語のメールが消えた', 'مرحبا لا أستطيع', 'P-1 P-1 P-1', '> quoted\n> only', '-- \nsignature', '\n\n\n', '.', '__proto__', 'constructor'),
  fc.tuple(fc.constantFrom('mail', 'export', 'calendar', 'lost', 'the', 'not'), fc.integer({ min: 1, max: 40 })).map(([word, times]) => `${word} `.repeat(times)),
  fc.array(fc.constantFrom('mail', 'export', 'calendar', 'folder', 'lost', 'after', 'update', 'print', 'the', 'is', 'not', 'P-2', 'nsMsgDB::close()'), { maxLength: 14 }).map((words) => words.join(' ')),
);

/** A small product with decisions that may point anywhere, sometimes walked through time, sometimes after an earlier run. */
export const corpora: fc.Arbitrary<{ corpus: Corpus; prequential: boolean; again: boolean }> = fc
  .record({ signals: fc.array(fc.tuple(texts, texts), { maxLength: 12 }), issues: fc.array(fc.tuple(texts, texts), { maxLength: 6 }), decisions: fc.array(fc.tuple(fc.nat(13), fc.nat(7), fc.constantFrom('confirmed' as const, 'rejected' as const, 'related' as const)), { maxLength: 6 }), prequential: fc.boolean(), again: fc.boolean() })
  .map(({ signals, issues, decisions, prequential, again }) => ({
    prequential,
    again,
    corpus: {
      signals: signals.map(([title, text], at): SaidSignal => ({ id: `s${at}`, source: 'x', externalId: String(at), at: AT, kind: 'said', title, text, visibility: 'open' })),
      issues: issues.map(([summary, description], at): Issue => ({ id: `i${at}`, key: `P-${at}`, project: 'P', summary, description, status: 'To Do', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility: 'open' })),
      decisions: decisions.map(([signal, issue, verdict]) => ({ signal: `s${signal}`, issue: `i${issue}`, verdict, at: AT, by: 'p' })),
      releases: [],
      asOf: '2025-07-01T00:00:00.000Z',
    },
  }));

/** What is wrong with the engine's answer on a corpus; empty when nothing is. */
export function faultsOf({ corpus, prequential, again }: { corpus: Corpus; prequential: boolean; again: boolean }): string[] {
  const options = { evidencePerIssue: 5, linksPerSignal: 3, prequential, nowMs: () => 0 };
  const first = understand(corpus, options);
  const answer = again ? understand({ ...corpus, previous: first }, options) : first;
  const signals = new Map(corpus.signals.map((signal) => [signal.id, signal]));
  const issues = new Set(corpus.issues.map((issue) => issue.id));
  const themes = new Set(answer.themes.map((theme) => theme.id));
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  const faults: string[] = [];
  for (const link of answer.links) if (!signals.has(link.signal) || !issues.has(link.issue) || !isShare(link.confidence) || !Number.isFinite(link.score)) faults.push(`link ${JSON.stringify(link)}`);
  for (const row of answer.evidence) {
    const signal = signals.get(row.signal);
    const source = row.citation?.field === 'title' ? signal?.title : signal?.text;
    const quote = row.citation === undefined ? undefined : source?.slice(row.citation.start, row.citation.end);
    if (signal === undefined || !issues.has(row.issue) || !isShare(row.confidence) || !Number.isFinite(row.score)) faults.push(`evidence ${JSON.stringify(row)}`);
    if (row.shown && (quote === undefined || quote.trim() === '')) faults.push(`shown without a quote ${JSON.stringify(row)}`);
    if (quote !== undefined && row.citation !== undefined && quote.length !== row.citation.end - row.citation.start) faults.push(`citation outside its text ${JSON.stringify(row)}`);
    if (quote !== undefined && quote.length > 200) faults.push(`quote of ${quote.length} characters`);
  }
  const lastWord = new Map(corpus.decisions.map((one) => [`${one.signal} ${one.issue}`, one.verdict]));
  if (!prequential) for (const row of [...answer.links, ...answer.evidence]) if (lastWord.get(`${row.signal} ${row.issue}`) === 'rejected') faults.push(`rejected pair is back ${JSON.stringify(row)}`);
  if (answer.assignments.length !== corpus.signals.length) faults.push('not every signal has a place');
  for (const one of answer.assignments) if (!isShare(one.fit) || (one.theme !== undefined && !themes.has(one.theme))) faults.push(`assignment ${JSON.stringify(one)}`);
  if (themes.size !== answer.themes.length) faults.push('two themes share an id');
  if (answer.searchability.length !== corpus.issues.length || answer.searchability.some((one) => !isShare(one.recall))) faults.push('searchability');
  return faults;
}

/** Products drawn at a time: a violation names its batch, which replays in a second. */
const BATCH = 250;
const SAID_EVERY = 20;

/** Random products full of bad text, each understood whole. `npm run deep` runs 100,000, `npm test` a slice. */
export const engineBadInputProof: Proof = {
  name: NAME,
  whole: 100_000,
  slice: 60,
  run: async (seed, cases) => {
    const { count, violate, report } = tally(NAME, seed);
    const batches = Math.ceil(cases / BATCH);
    for (let batch = 0; batch < batches; batch += 1) {
      for (const drawn of fc.sample(corpora, { numRuns: Math.min(BATCH, cases - batch * BATCH), seed: seed + batch })) {
        count(drawn.prequential ? 'through time' : 'at once');
        for (const fault of faultsOrError(drawn)) violate(`seed ${seed + batch}: ${fault}`);
      }
      if ((batch + 1) % SAID_EVERY === 0) console.log(`${NAME}: ${(batch + 1) * BATCH} of ${cases}`);
    }
    return report(cases);
  },
};

/** An exception is a fault like any other: the rest still runs. */
function faultsOrError(drawn: Parameters<typeof faultsOf>[0]): string[] {
  try {
    return faultsOf(drawn);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
