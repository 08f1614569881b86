import type { Issue } from '../domain/issue';
import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import { epochMs, WEEK_IN_MS, type IsoTime } from '../domain/time';
import type { IssueTheme } from './issue-themes';

/** With less than this expected of the theme's signals to be about the issue, its theme is a guess, and a guess is not measured. */
const LEAST_EXPECTED = 0.5;
/** What the issue's customers say has to gather in the theme, not to be scattered over many. */
const LEAST_SHARE = 0.4;
/** A second theme counts when it holds a third as much as the first: complaints that only change their words must not look like fewer. */
const NEAR_STRONGEST = 1 / 3;
/** An issue younger than the longest window was chosen when it was written; an older one, for all we know, just before the release. */
const WINDOW_WEEKS = 16;

export interface ChosenTargets {
  readonly targets: readonly OutcomeTarget[];
  readonly withoutTarget: OutcomeContract['withoutTarget'];
}

/** What each issue of a release should change: customers who hit its themes should become fewer. */
export function chooseTargets(issues: readonly Issue[], links: readonly IssueTheme[], releasedAt: IsoTime): ChosenTargets {
  const targets: OutcomeTarget[] = [];
  const withoutTarget: { issue: string; reason: 'no-theme' | 'hidden-issue' }[] = [];
  for (const issue of issues) {
    const themes = themesOf(issue.id, links);
    if (issue.visibility === 'hidden') withoutTarget.push({ issue: issue.id, reason: 'hidden-issue' });
    else if (themes.length === 0) withoutTarget.push({ issue: issue.id, reason: 'no-theme' });
    else targets.push({ issue: issue.id, issueKey: issue.key, measure: { kind: 'theme', themes }, direction: 'fewer', decidedAt: decidedAt(issue, releasedAt) });
  }
  return { targets, withoutTarget };
}

function themesOf(issue: string, links: readonly IssueTheme[]): string[] {
  const own = links.filter((one) => one.issue === issue).sort((a, b) => b.expected - a.expected || (a.theme < b.theme ? -1 : 1));
  const [strongest] = own;
  if (strongest === undefined || strongest.expected < LEAST_EXPECTED || strongest.share < LEAST_SHARE) return [];
  return own.filter((one) => one.expected >= NEAR_STRONGEST * strongest.expected).map((one) => one.theme);
}

/** When an issue was taken up, for all we know. */
export function decidedAt(issue: Issue, releasedAt: IsoTime): IsoTime {
  const age = epochMs(releasedAt) - epochMs(issue.createdAt);
  return age >= 0 && age <= WINDOW_WEEKS * WEEK_IN_MS ? issue.createdAt : releasedAt;
}
