import type { Assignment, Theme } from '../../domain/theme';
import type { EvidenceRow, Link, ThemeIssue } from '../../domain/evidence';
import { stricter, type VisibilityClass } from '../../domain/visibility';
import type { EvidenceRun, IssueDigest } from '../../ports/stores';
import { EVIDENCE_PER_ISSUE, LINKS_PER_SIGNAL } from './limits';

/** Classes of the signals and issues that are not open, by id. */
export interface Classes {
  readonly signals: ReadonlyMap<string, VisibilityClass>;
  readonly issues: ReadonlyMap<string, VisibilityClass>;
}

export interface ClassedDigest extends IssueDigest {
  readonly visibility: VisibilityClass;
}

/** A run as it is stored: within the limits, every row with its class, nothing that derives from a hidden signal or issue. */
export interface ClassedRun {
  /** Made while they are gone through: with their evidence they are the largest part of a run. */
  readonly digests: Iterable<ClassedDigest>;
  /** By signal, best first. */
  readonly links: ReadonlyMap<string, readonly Link[]>;
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
  readonly themeIssues: readonly ThemeIssue[];
}

/** Pure: gives every derived row the stricter class of what it derives from. */
export function classedRun(run: EvidenceRun, classes: Classes): ClassedRun {
  const ofSignal = (id: string): VisibilityClass => classes.signals.get(id) ?? 'open';
  const ofIssue = (id: string): VisibilityClass => classes.issues.get(id) ?? 'open';
  return {
    digests: { [Symbol.iterator]: () => classedDigests(run.digests, ofSignal, ofIssue) },
    links: bestLinks(run.links, (link) => stricter(ofSignal(link.signal), ofIssue(link.issue))),
    themes: classedThemes(run.themes, run.assignments, ofSignal),
    assignments: run.assignments.map((one) => ({ ...one, visibility: ofSignal(one.signal) })).filter(isDerivable),
    themeIssues: run.themeIssues.map((one) => ({ ...one, visibility: ofIssue(one.issue) })).filter(isDerivable),
  };
}

function isDerivable(row: { readonly visibility?: VisibilityClass }): boolean {
  return row.visibility !== 'hidden';
}

function* classedDigests(digests: readonly IssueDigest[], ofSignal: (id: string) => VisibilityClass, ofIssue: (id: string) => VisibilityClass): Generator<ClassedDigest> {
  for (const digest of digests) {
    const classed = classedDigest(digest, ofSignal, ofIssue(digest.issue));
    if (isDerivable(classed)) yield classed;
  }
}

function classedDigest(digest: IssueDigest, ofSignal: (id: string) => VisibilityClass, visibility: VisibilityClass): ClassedDigest {
  const evidence: readonly EvidenceRow[] = digest.evidence
    .map((row) => ({ ...row, visibility: stricter(ofSignal(row.signal), visibility) }))
    .filter(isDerivable)
    .slice(0, EVIDENCE_PER_ISSUE);
  return { ...digest, evidence, themes: digest.themes.map((theme) => ({ ...theme, visibility })), visibility };
}

function bestLinks(links: readonly Link[], classOf: (link: Link) => VisibilityClass): ReadonlyMap<string, readonly Link[]> {
  const bySignal = new Map<string, Link[]>();
  for (const link of links) {
    const visibility = classOf(link);
    if (visibility === 'hidden') continue;
    const own = bySignal.get(link.signal);
    if (own === undefined) bySignal.set(link.signal, [{ ...link, visibility }]);
    else own.push({ ...link, visibility });
  }
  for (const own of bySignal.values()) own.sort((a, b) => a.rank - b.rank).splice(LINKS_PER_SIGNAL);
  return bySignal;
}

/** Hidden members are in neither count, and none of them stands as an exemplar. */
function classedThemes(themes: readonly Theme[], assignments: readonly Assignment[], ofSignal: (id: string) => VisibilityClass): readonly Theme[] {
  const hidden = new Map<string, number>();
  const shared = new Map<string, number>();
  for (const { theme, signal } of assignments) {
    const kind = ofSignal(signal);
    if (theme === undefined || kind === 'open') continue;
    const counts = kind === 'hidden' ? hidden : shared;
    counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return themes.map((theme) => {
    const signals = theme.signals - (hidden.get(theme.id) ?? 0);
    return { ...theme, signals, openSignals: signals - (shared.get(theme.id) ?? 0), exemplars: theme.exemplars.filter((id) => ofSignal(id) !== 'hidden') };
  });
}
