import type { ThemeIssue } from '../domain/evidence';
import type { Issue } from '../domain/issue';
import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import { epochMs, WEEK_IN_MS, type IsoTime } from '../domain/time';

/** Weaker than this an issue's theme is a guess, and a guess is not measured. */
const LEAST_STRENGTH = 0.1;
/** A second theme counts when it is nearly as strong as the first. */
const NEAR_STRONGEST = 0.6;
/** An issue younger than the longest window was chosen when it was written; an older one, for all we know, just before the release. */
const WINDOW_WEEKS = 16;

export interface ChosenTargets {
  readonly targets: readonly OutcomeTarget[];
  readonly withoutTarget: OutcomeContract['withoutTarget'];
}

/** What each issue of a release should change: customers who hit its themes should become fewer. */
export function chooseTargets(issues: readonly Issue[], themeIssues: readonly ThemeIssue[], releasedAt: IsoTime): ChosenTargets {
  const targets: OutcomeTarget[] = [];
  const withoutTarget: { issue: string; reason: 'no-theme' | 'hidden-issue' }[] = [];
  for (const issue of issues) {
    const themes = themesOf(issue.id, themeIssues);
    if (issue.visibility === 'hidden') withoutTarget.push({ issue: issue.id, reason: 'hidden-issue' });
    else if (themes.length === 0) withoutTarget.push({ issue: issue.id, reason: 'no-theme' });
    else targets.push({ issue: issue.id, issueKey: issue.key, measure: { kind: 'theme', themes }, direction: 'fewer', decidedAt: decidedAt(issue, releasedAt) });
  }
  return { targets, withoutTarget };
}

function themesOf(issue: string, themeIssues: readonly ThemeIssue[]): string[] {
  const own = themeIssues.filter((one) => one.issue === issue && one.strength >= LEAST_STRENGTH).sort((a, b) => b.strength - a.strength || (a.theme < b.theme ? -1 : 1));
  const strongest = own[0]?.strength ?? 0;
  return own.filter((one) => one.strength >= NEAR_STRONGEST * strongest).map((one) => one.theme);
}

function decidedAt(issue: Issue, releasedAt: IsoTime): IsoTime {
  const age = epochMs(releasedAt) - epochMs(issue.createdAt);
  return age >= 0 && age <= WINDOW_WEEKS * WEEK_IN_MS ? issue.createdAt : releasedAt;
}
