import type { Issue } from './issue';
import type { Release } from './release';
import type { IsoTime } from './time';

/** Where an issue stands on the way to customers. */
export type RoadmapColumn = 'unplanned' | 'now' | 'next' | 'later' | 'shipped';

/** A project's own rules, over the defaults: a status or a version name that always means one column. */
export interface RoadmapMapping {
  readonly statuses: Readonly<Record<string, RoadmapColumn>>;
  readonly versions: Readonly<Record<string, RoadmapColumn>>;
}

export const DEFAULT_MAPPING: RoadmapMapping = { statuses: {}, versions: {} };

/** Unreleased versions in the order they are expected: by date where one is known, else by name with numbers compared as numbers. */
export function upcomingVersions(releases: readonly Release[], now: IsoTime): readonly string[] {
  return releases
    .filter((release) => release.releasedAt === undefined || release.releasedAt > now)
    .map((release) => release.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * The column of an issue. A project's own rule first; then: done is shipped; in progress or in a sprint is now; in the nearest
 * unreleased version is next; in a later one is later; anything else is unplanned.
 */
export function columnOf(issue: Issue, upcoming: readonly string[], mapping: RoadmapMapping): RoadmapColumn {
  const byStatus = mapping.statuses[issue.status];
  if (byStatus !== undefined) return byStatus;
  for (const version of issue.fixVersions) {
    const byVersion = mapping.versions[version];
    if (byVersion !== undefined && issue.statusCategory !== 'done') return byVersion;
  }
  if (issue.statusCategory === 'done') return 'shipped';
  if (issue.statusCategory === 'doing' || issue.sprint !== undefined) return 'now';
  const places = issue.fixVersions.map((version) => upcoming.indexOf(version)).filter((place) => place >= 0);
  if (places.length === 0) return 'unplanned';
  return Math.min(...places) === 0 ? 'next' : 'later';
}

/** Planned: somebody promised it a place. */
export function isPlanned(column: RoadmapColumn): boolean {
  return column === 'now' || column === 'next' || column === 'later';
}
