import type { LinkDecision } from '../../src/domain/evidence';
import type { Issue } from '../../src/domain/issue';
import type { Release } from '../../src/domain/release';
import { isSaid, type SaidSignal, type Signal } from '../../src/domain/signal';
import type { IsoTime } from '../../src/domain/time';
import { issueRows } from '../../src/ingest/issue-row';
import type { LineRemark } from '../../src/ingest/read-rows';
import { releaseRows } from '../../src/ingest/release-row';
import { signalRows } from '../../src/ingest/signal-row';
import type { Corpus } from '../../src/understand/engine';
import { adaptRow } from './adapt';
import { decisionRows } from './decision-row';
import { DECISION_NAMES, ISSUE_NAMES, RELEASE_NAMES, SIGNAL_NAMES } from './field-names';
import type { AnalyzeOptions } from './options';
import { readTable, type TableCounts } from './read-table';

/** The day of signals and issues that have none: the same for all, so that nothing looks newer than it is. */
export const NO_DAY = '2000-01-01T00:00:00.000Z';

export interface Loaded {
  readonly corpus: Corpus;
  /** Every accepted signal, with words or without, by id. */
  readonly signals: ReadonlyMap<string, Signal>;
  readonly hasTimes: boolean;
  /** The id as it stood in the input (a number stays a number). */
  readonly originalId: (kind: 'signal' | 'issue', id: string) => string | number;
  readonly counts: { readonly signals: TableCounts; readonly issues: TableCounts; readonly releases?: TableCounts; readonly confirmed?: TableCounts };
  /** Rows with an id that came again later in the file. */
  readonly repeated: { readonly signals: number; readonly issues: number };
  /** Decisions that name a signal or issue that is in neither file: they are left out. */
  readonly unknownDecisions: number;
  readonly problems: readonly (LineRemark & { readonly file: string })[];
}

/** Reads all files of a run. @throws WrongUse */
export async function loadCorpus(options: AnalyzeOptions): Promise<Loaded> {
  const original = { signal: new Map<string, number>(), issue: new Map<string, number>() };
  const problems: (LineRemark & { file: string })[] = [];
  const keepProblems = (file: string, remarks: readonly LineRemark[]): void => {
    for (const remark of remarks) problems.push({ file, ...remark });
  };

  const signals = new Map<string, Signal>();
  const signalTable = await readTable(options.signals, signalRows, (row, line) => signalFields(row, line, original.signal), (row) => {
    signals.set(row.externalId, { ...row, id: row.externalId, source: row.source ?? 'file', visibility: 'open' });
  });
  keepProblems(options.signals, signalTable.problems);

  const issues = new Map<string, Issue>();
  const issueTable = await readTable(options.issues, issueRows, (row) => issueFields(row, original.issue), (row) => {
    issues.set(row.key, asOn(options.asOf, { ...row, id: row.key, visibility: 'open' }));
  });
  keepProblems(options.issues, issueTable.problems);

  const releases = new Map<string, Release>();
  const releaseTable = options.releases === undefined ? undefined : await readTable(options.releases, releaseRows, (row) => adaptRow(row, RELEASE_NAMES), (row) => {
    releases.set(row.name, { id: row.name, product: 'file', ...row });
  });
  if (options.releases !== undefined && releaseTable !== undefined) keepProblems(options.releases, releaseTable.problems);

  const decisions: LinkDecision[] = [];
  let unknownDecisions = 0;
  const decisionTable = options.confirmed === undefined ? undefined : await readTable(options.confirmed, decisionRows, (row) => adaptRow(row, DECISION_NAMES), (row) => {
    if (signals.has(row.signal) && issues.has(row.issue)) decisions.push(row);
    else unknownDecisions += 1;
  });
  if (options.confirmed !== undefined && decisionTable !== undefined) keepProblems(options.confirmed, decisionTable.problems);

  const newest = newestOf(signals.values());
  const said: SaidSignal[] = [...signals.values()].filter(isSaid);
  return {
    corpus: { signals: said, issues: [...issues.values()], decisions, releases: [...releases.values()], asOf: options.asOf ?? newest },
    signals,
    hasTimes: newest !== NO_DAY,
    originalId: (kind, id) => original[kind].get(id) ?? id,
    counts: {
      signals: signalTable.counts,
      issues: issueTable.counts,
      ...(releaseTable === undefined ? {} : { releases: releaseTable.counts }),
      ...(decisionTable === undefined ? {} : { confirmed: decisionTable.counts }),
    },
    repeated: { signals: signalTable.counts.read - signals.size, issues: issueTable.counts.read - issues.size },
    unknownDecisions,
    problems,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function signalFields(row: Fields, line: number, original: Map<string, number>): Fields {
  const fields = adaptRow(row, SIGNAL_NAMES);
  fields['id'] ??= line;
  fields['at'] ??= NO_DAY;
  rememberNumber(fields['id'], original);
  return fields;
}

function issueFields(row: Fields, original: Map<string, number>): Fields {
  const fields = adaptRow(row, ISSUE_NAMES);
  fields['status'] ??= fields['resolved'] === undefined ? 'Open' : 'Done';
  fields['created'] ??= NO_DAY;
  rememberNumber(fields['key'], original);
  return fields;
}

/** An issue that was resolved after the day of the report was open on that day. */
function asOn(asOf: IsoTime | undefined, issue: Issue): Issue {
  const { resolvedAt, ...open } = issue;
  if (asOf === undefined || resolvedAt === undefined || resolvedAt < asOf) return issue;
  return { ...open, status: 'Open', statusCategory: 'todo', fixVersions: [] };
}

function rememberNumber(id: unknown, original: Map<string, number>): void {
  if (typeof id === 'number') original.set(String(id), id);
}

function newestOf(signals: Iterable<Signal>): IsoTime {
  let newest = NO_DAY;
  for (const signal of signals) if (signal.at > newest) newest = signal.at;
  return newest;
}
