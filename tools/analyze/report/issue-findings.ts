import { customerKey } from '../../../src/domain/customer';
import { countVoices } from '../../../src/domain/echoes';
import type { EvidenceRow } from '../../../src/domain/evidence';
import type { Issue } from '../../../src/domain/issue';
import type { Understanding } from '../../../src/understand/engine';
import type { Loaded } from '../load-corpus';
import { citedQuote, type Quote } from './quote';

const QUOTES_AN_ISSUE = 3;

export interface IssueFinding {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly customers: number;
  readonly signals: number;
  readonly quotes: readonly Quote[];
}

export interface SilentIssue {
  readonly key: string;
  readonly summary: string;
  readonly reasons: readonly string[];
}

/** The three are different answers and are never added up. */
export interface IssueFindings {
  /** Somebody speaks about it: by distinct customers, most first. */
  readonly withEvidence: readonly IssueFinding[];
  /** Its customers could have been recognised, and nobody was found. */
  readonly silent: readonly SilentIssue[];
  /** Its customers could not have been recognised: whether anybody speaks about it is not known. */
  readonly notSearchable: readonly SilentIssue[];
}

export function issueFindings(loaded: Loaded, understood: Understanding): IssueFindings {
  const shown = new Map<string, EvidenceRow[]>();
  for (const row of understood.evidence) if (row.shown) shown.set(row.issue, [...(shown.get(row.issue) ?? []), row]);
  const searchability = new Map(understood.searchability.map((one) => [one.issue, one]));
  const silent: SilentIssue[] = [];
  const notSearchable: SilentIssue[] = [];
  for (const { id, key, summary } of loaded.corpus.issues) {
    if (shown.has(id)) continue;
    const one = searchability.get(id);
    (one?.searchable === true ? silent : notSearchable).push({ key, summary, reasons: one?.reasons ?? [] });
  }
  const withEvidence = loaded.corpus.issues.flatMap((issue) => {
    const rows = shown.get(issue.id);
    return rows === undefined ? [] : [findingOf(issue, rows, loaded)];
  });
  return { withEvidence: withEvidence.sort((a, b) => b.customers - a.customers || b.signals - a.signals || (a.key < b.key ? -1 : 1)), silent, notSearchable };
}

function findingOf({ key, summary, status }: Issue, rows: readonly EvidenceRow[], loaded: Loaded): IssueFinding {
  const ranked = [...rows].sort((a, b) => a.rank - b.rank);
  const signals = ranked.flatMap((row) => loaded.signals.get(row.signal) ?? []);
  const heard = new Set<string>();
  const quotes = ranked.flatMap((row) => {
    const signal = loaded.signals.get(row.signal);
    const quote = signal === undefined ? undefined : citedQuote(signal, row.citation);
    if (signal === undefined || quote === undefined || heard.has(customerKey(signal))) return [];
    heard.add(customerKey(signal));
    return [quote];
  });
  return { key, summary, status, customers: countVoices(signals), signals: signals.length, quotes: quotes.slice(0, QUOTES_AN_ISSUE) };
}
