import type { EchoGroups } from '../../domain/customer';
import type { LinkDecision } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import { echoesOf, type PlannedIssue, type ProductDigest } from '../../domain/product-digest';
import type { Release } from '../../domain/release';
import type { Theme } from '../../domain/theme';
import { columnOf, isPlanned, upcomingVersions, type RoadmapMapping } from '../../domain/roadmap';
import type { IssueDigest } from '../../ports/stores';

export interface RoadmapNow {
  readonly issues: readonly Issue[];
  readonly releases: readonly Release[];
  readonly mapping: RoadmapMapping;
  readonly decisions: readonly LinkDecision[];
  /** Digests of issues whose numbers may differ from those on the page; for what it does not hold, the page's stand. */
  readonly digests: ReadonlyMap<string, IssueDigest>;
  readonly now: string;
}

/** Issues that have a place on the roadmap now and had none: their numbers are not on the page yet. */
export function newlyPlanned(digest: ProductDigest, { issues, releases, mapping, now }: Pick<RoadmapNow, 'issues' | 'releases' | 'mapping' | 'now'>): readonly string[] {
  const known = new Set(digest.planned.map((issue) => issue.id));
  const upcoming = upcomingVersions(releases, now);
  return issues.filter((issue) => issue.visibility === 'open' && isPlanned(columnOf(issue, upcoming, mapping)) && !known.has(issue.id)).map((issue) => issue.id);
}

/** The page's digest with the work as it stands now: where it is, what it is called, whether somebody is behind it. Themes' numbers stay those of the whole run. */
export function refreshRoadmap(digest: ProductDigest, { issues, releases, mapping, decisions, digests, now }: RoadmapNow): ProductDigest {
  const upcoming = upcomingVersions(releases, now);
  const open = new Map(issues.filter((issue) => issue.visibility === 'open').map((issue) => [issue.id, { issue, column: columnOf(issue, upcoming, mapping) }]));
  const echoes = echoesOf(digest);
  const before = new Map(digest.planned.map((issue) => [issue.id, issue]));
  const planned = [...open.values()].filter(({ column }) => isPlanned(column)).flatMap(({ issue, column }): PlannedIssue[] => {
    const numbers = numbersOf(digests.get(issue.id), decisions, echoes) ?? before.get(issue.id) ?? { evidence: 0, searchable: false, searchReasons: [] };
    const { evidence, searchable, searchReasons } = numbers;
    return [{ id: issue.id, key: issue.key, project: issue.project, summary: issue.summary, column, fixVersions: issue.fixVersions, evidence, searchable, searchReasons }];
  });
  const themes = digest.themes.map((one) => ({
    ...one,
    issues: one.issues.flatMap((linked) => {
      const found = open.get(linked.id);
      return found === undefined ? [] : [{ ...linked, key: found.issue.key, summary: found.issue.summary, column: found.column }];
    }),
  }));
  return { ...digest, themes, planned };
}

/** The page's digest with themes called as they are now, without those that a person merged away. Their numbers stay: whoever changes themes counts them. */
export function asThemesAre(digest: ProductDigest, themes: readonly Theme[]): ProductDigest {
  const now = new Map(themes.map((theme) => [theme.id, theme]));
  return {
    ...digest,
    themes: digest.themes.flatMap((one) => {
      const known = now.get(one.theme.id);
      if (known === undefined) return [];
      const { label, labelAuthor, frozen, lineage } = known;
      return [{ ...one, theme: { ...one.theme, label, labelAuthor, frozen, lineage } }];
    }),
  };
}

/** Confirmed, or shown and not rejected, who only repeats another counted once: as a whole run counts them. An arrival is nobody's echo until the next one reads it. */
function numbersOf(digest: IssueDigest | undefined, decisions: readonly LinkDecision[], echoes: EchoGroups): Pick<PlannedIssue, 'evidence' | 'searchable' | 'searchReasons'> | undefined {
  if (digest === undefined) return undefined;
  const signals = new Set(digest.evidence.filter((row) => row.shown).map((row) => row.signal));
  for (const { issue, signal, verdict } of decisions) {
    if (issue !== digest.issue) continue;
    if (verdict === 'confirmed') signals.add(signal);
    else signals.delete(signal);
  }
  return { evidence: new Set([...signals].map((signal) => echoes.get(signal) ?? signal)).size, searchable: digest.searchability.searchable, searchReasons: digest.searchability.reasons };
}
