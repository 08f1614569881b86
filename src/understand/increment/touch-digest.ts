import type { EvidenceRow, Searchability, ThemeIssue } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { IssueDigest } from '../../ports/stores';
import { bestFirst, evidenceRow, isCited, type JudgedPair } from '../evidence/link-corpus';
import type { Found, Judged } from './judge-changes';

/** An issue is no evidence of silence until everything was looked at again. */
export const PARTLY_DERIVED = 'partly-derived';
/** Nearest signals of an issue by which its themes are weighed (see `themeIssues`). */
const NEAREST_READ = 60;

export interface Touching {
  readonly issue: Issue;
  readonly row: number;
  /** Absent: what was in the list before went with the change. */
  readonly before: IssueDigest | undefined;
  readonly found: Found | undefined;
  /** Signals that were looked at again or are gone: what the list says of them no more holds. */
  readonly stale: ReadonlySet<string>;
  readonly rowOf: (signal: string) => number | undefined;
  /** Theme of a signal: where the last run put it, or for the time being this one. */
  readonly themeOf: (signal: string) => string | undefined;
  readonly most: number;
  readonly at: string;
}

/**
 * The digest of an issue after something arrived. It can gain evidence and reasons to doubt silence, never lose one: who fell out of the
 * list, or who was not in the whole run, leaves the issue undecided until the next whole run. Themes can only grow: each arrival among the
 * nearest signals adds its share and nothing is taken from the others.
 */
export function touchDigest(touching: Touching, judged: Judged, before: IssueDigest): IssueDigest {
  const { found, stale, at } = touching;
  const kept = before.evidence.filter((row) => !stale.has(row.signal));
  const evidence = rowsOf(touching, judged, kept);
  const returned = new Set(evidence.map((row) => row.signal));
  const isLost = before.evidence.some((row) => stale.has(row.signal) && !returned.has(row.signal));
  const known = new Set(before.evidence.map((row) => row.signal));
  const arrivals = (found?.pairs ?? []).map((pair) => judged.signals[pair.signal]!.id).filter((id) => !known.has(id));
  const themes = grown(before.themes, touching.issue.id, arrivals.flatMap((id) => touching.themeOf(id) ?? []));
  const isNear = found?.isNear === true || themes.some((theme) => theme.strength >= 0.5);
  const doubts = [...(isLost ? [PARTLY_DERIVED] : []), ...(isNear && !evidence.some((row) => row.shown) ? ['measured-recall'] : [])];
  return { ...before, computedAt: at, evidence, themes, searchability: doubted(before.searchability, doubts) };
}

/** The digest of an issue that is new or was changed: its list is made anew, and says nothing about silence. */
export function freshDigest(touching: Touching, judged: Judged, themes: readonly ThemeIssue[], frame: Pick<IssueDigest, 'product' | 'engineVersion'>): IssueDigest {
  const { issue, at } = touching;
  return { issue: issue.id, ...frame, computedAt: at, evidence: rowsOf(touching, judged, []), themes, searchability: { issue: issue.id, searchable: false, recall: 0, reasons: [PARTLY_DERIVED] } };
}

function rowsOf({ issue, row, found, rowOf, most }: Touching, { making, signals }: Judged, kept: readonly EvidenceRow[]): EvidenceRow[] {
  const old = new Map(kept.map((one) => [rowOf(one.signal) ?? -1, one]));
  const pairs: JudgedPair[] = [...old].map(([signal, { score, confidence }]) => ({ signal, score, confidence, reasons: 0 }));
  return bestFirst([...pairs, ...(found?.pairs ?? [])]).slice(0, most).map((pair, index): EvidenceRow => {
    const known = old.get(pair.signal);
    if (known === undefined) return evidenceRow(pair, { issue, row, rank: index + 1 }, signals[pair.signal]!, making);
    const { citation, ...rest } = known;
    return { ...rest, rank: index + 1, ...(citation !== undefined && (known.shown || isCited(issue, index + 1)) ? { citation } : {}) };
  });
}

function doubted(before: Searchability, doubts: readonly string[]): Searchability {
  const reasons = [...before.reasons, ...doubts.filter((doubt) => !before.reasons.includes(doubt))];
  return reasons.length === before.reasons.length ? before : { ...before, searchable: false, reasons };
}

/** Strongest three; a theme that was not among them may have been as strong as the last. */
function grown(before: readonly ThemeIssue[], issue: string, arrived: readonly string[]): readonly ThemeIssue[] {
  if (arrived.length === 0) return before;
  const themes = new Map(before.map((theme) => [theme.theme, theme]));
  const least = before.length < 3 ? 0 : Math.min(...before.map((theme) => theme.strength));
  for (const theme of arrived) {
    const known = themes.get(theme) ?? { theme, issue, strength: least, signals: 0 };
    themes.set(theme, { ...known, strength: Math.min(1, known.strength + 1 / NEAREST_READ), signals: known.signals + 1 });
  }
  return [...themes.values()].sort((a, b) => b.strength - a.strength).slice(0, 3);
}
