import type { Issue } from '../domain/issue';
import type { Release } from '../domain/release';
import type { CloseGround } from '../domain/sweep';
import type { Verdict } from '../domain/verdict';

export interface GroundCase {
  readonly issue: Issue;
  readonly verdict: Verdict;
  /** Released versions of the product. */
  readonly releases: readonly Release[];
  /** The live issue that a person said this one duplicates. */
  readonly duplicateOf?: { readonly of: string; readonly ofKey: string };
}

/**
 * The positive reason to close an item, if there is one: a live original first (evidence moves there), then a release that holds it,
 * then proven silence. A supported item is closed only as a duplicate or as shipped; an abstention alone never closes anything.
 */
export function closeGround({ issue, verdict, releases, duplicateOf }: GroundCase): CloseGround | undefined {
  if (verdict.judgement.kind === 'abstain' && (verdict.judgement.reason === 'not-open' || verdict.judgement.reason === 'hidden-issue')) return undefined;
  if (duplicateOf !== undefined && duplicateOf.of !== issue.id) return { kind: 'duplicate', ...duplicateOf };
  const shipped = shippedIn(issue, releases);
  if (shipped !== undefined) return shipped;
  const { listening } = verdict.inputs;
  if (verdict.judgement.kind !== 'unsupported' || listening.kind !== 'proven') return undefined;
  return { kind: 'no-support', read: listening.read, since: listening.since };
}

/** The first release that holds the issue: listed in it, or every version set on it is out. */
function shippedIn(issue: Issue, releases: readonly Release[]): CloseGround | undefined {
  const out = releases.filter((release) => release.releasedAt !== undefined);
  const listed = out.find((release) => release.issues.includes(issue.key));
  const versions = issue.fixVersions.map((name) => out.find((release) => release.name === name));
  const last = versions.every((release) => release !== undefined) ? versions.at(-1) : undefined;
  const release = listed ?? last;
  if (release?.releasedAt === undefined) return undefined;
  return { kind: 'shipped', release: release.id, releaseName: release.name, releasedAt: release.releasedAt, how: listed === undefined ? 'fix-version' : 'listed' };
}
