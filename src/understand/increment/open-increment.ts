import type { EngineShelf } from '../../domain/engine-shelf';
import type { LinkDecision } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';
import { decisionLog } from '../evidence/decision-log';
import { expandIssues } from '../evidence/expand-issues';
import { impactsOf, type Impacts } from '../evidence/impacts';
import { issueShapes, type IssueShapes } from '../evidence/issue-shapes';
import { newLinkMemory, type LinkMemory } from '../evidence/link-memory';
import { issueRetriever, rememberingRetriever, signalRetriever, type Retrieve } from '../evidence/retrieve';
import { corpusOfTexts, readSignals, type ReadCorpus } from '../text/read-corpus';
import type { TermMatrix } from '../text/term-matrix';
import { vocabularyOf } from '../text/vocabulary';
import { mergeTexts } from './merge-texts';

/** What is known now, beside what is on the shelf. */
export interface Changes {
  /** All that came or changed since the whole run, with words. */
  readonly arrived: readonly SaidSignal[];
  readonly gone: ReadonlySet<string>;
  /** All issues. */
  readonly issues: readonly Issue[];
  /** All decisions in force. */
  readonly decisions: readonly LinkDecision[];
}

export interface IncrementLimits {
  readonly evidencePerIssue: number;
  readonly linksPerSignal: number;
}

/** The product as it is now, as numbers; of most signals without words. */
export interface OpenIncrement {
  readonly shelf: EngineShelf;
  readonly limits: IncrementLimits;
  readonly issues: readonly Issue[];
  readonly issueRows: ReadonlyMap<string, number>;
  readonly signalRows: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  /** Row on the shelf, -1 for what arrived. */
  readonly shelved: Int32Array;
  readonly read: ReadCorpus;
  readonly impacts: Impacts;
  readonly expansion: TermMatrix;
  readonly shapes: IssueShapes;
  readonly memory: LinkMemory;
  readonly retrieveIssues: Retrieve;
  /** An issue's own search, as wide as in a whole run. */
  readonly ownSearch: (issue: number) => readonly number[];
  readonly confirmed: ReadonlyMap<number, ReadonlySet<number>>;
  /** Retrieval score from which an issue's own search takes a signal. */
  readonly floorOf: (issue: number) => number;
}

/**
 * Statistics (how rare words are, customers' words of each issue, the latent space) are those of everything that is stored now. Weights of the
 * factors and the shift of confidence stay as the whole run learned them; of decisions, all that are in force are known.
 */
export function openIncrement(shelf: EngineShelf, { arrived, gone, issues, decisions }: Changes, limits: IncrementLimits): OpenIncrement {
  const vocabulary = vocabularyOf(shelf.words);
  const changed = new Set(arrived.map((signal) => signal.id));
  const merged = mergeTexts(shelf, (id) => gone.has(id) || changed.has(id), { ids: arrived.map((signal) => signal.id), texts: readSignals(arrived, vocabulary) });
  const read = corpusOfTexts(vocabulary, merged.texts, issues);
  const impacts = impactsOf(read);
  const expansion = expandIssues(read, impacts);
  const signalRows = new Map(merged.ids.map((id, row) => [id, row]));
  const issueRows = new Map(issues.map((issue, row) => [issue.id, row]));
  const rows = decisionLog(decisions, signalRows, issueRows);
  const memory = newLinkMemory(read, { weights: Float64Array.from(shelf.weights), shift: shelf.shift });
  for (const decision of rows) memory.learn(decision);
  const perIssue = Math.ceil(limits.evidencePerIssue * 1.2);
  const retrieveSignals = rememberingRetriever(signalRetriever(read, impacts, expansion), issues.length, perIssue);
  const confirmed = new Map([...Map.groupBy(rows.filter((one) => one.verdict === 'confirmed'), (one) => one.issue)].map(([issue, some]) => [issue, new Set(some.map((one) => one.signal))]));
  const floors = new Map(shelf.issues.map((issue) => [issue.id, issue.floor]));
  return {
    shelf, limits, issues, issueRows, signalRows, ids: merged.ids, shelved: merged.shelved, read, impacts, expansion, memory, confirmed,
    shapes: issueShapes(read, issues),
    retrieveIssues: issueRetriever(read, impacts, expansion),
    ownSearch: (issue) => retrieveSignals(issue, perIssue).map((one) => one.row),
    floorOf: (issue) => floors.get(issues[issue]!.id) ?? 0,
  };
}
