import type { Issue } from '../domain/issue';
import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import { epochMs, WEEK_IN_MS, type IsoTime } from '../domain/time';
import type { Theme } from '../domain/theme';
import { shareTerms } from './choose-controls';
import type { IssueTheme } from './issue-themes';

/** One customer at least has to be heard saying it, more likely than not: a sum of faint likenesses is a guess, and a guess is not measured. */
const LEAST_SURE = 0.5;
/** Or so much is expected, and of the signals nearest to the issue's text so many lie in the same themes, that both views of the engine agree. */
const AGREED = { expected: 8, near: 0.7 };
/** What the issue's customers say has to gather in its themes, not to be scattered over many. */
const LEAST_SHARE = 0.4;
/** A theme near the strongest counts with it when it holds a fifth as much: one need in several wordings is one promise. */
const NEAR_STRONGEST = 0.2;
/** Any theme that holds half as much and in which somebody was surely heard counts too: complaints that only change their words must not look like fewer. */
const BESIDE_STRONGEST = 0.5;
/** Share of the shorter one's terms from which on two themes of one issue speak of the same thing. */
const SHARED_TERMS = 0.25;
/** An issue younger than the longest window was chosen when it was written; an older one, for all we know, just before the release. */
const WINDOW_WEEKS = 16;

export interface ChosenTargets {
  readonly targets: readonly OutcomeTarget[];
  readonly withoutTarget: OutcomeContract['withoutTarget'];
}

/** What each issue of a release should change: customers who hit its themes should become fewer. */
export function chooseTargets(issues: readonly Issue[], links: readonly IssueTheme[], known: readonly Theme[], releasedAt: IsoTime): ChosenTargets {
  const byId = new Map(known.map((theme) => [theme.id, theme]));
  const targets: OutcomeTarget[] = [];
  const withoutTarget: { issue: string; reason: 'no-theme' | 'hidden-issue' }[] = [];
  for (const issue of issues) {
    const themes = themesOf(issue.id, links, byId);
    if (issue.visibility === 'hidden') withoutTarget.push({ issue: issue.id, reason: 'hidden-issue' });
    else if (themes.length === 0) withoutTarget.push({ issue: issue.id, reason: 'no-theme' });
    else targets.push({ issue: issue.id, issueKey: issue.key, measure: { kind: 'theme', themes }, direction: 'fewer', decidedAt: decidedAt(issue, releasedAt) });
  }
  return { targets, withoutTarget };
}

/** The theme that holds most of what is about the issue, and those near it that hold some of the rest. */
function themesOf(issue: string, links: readonly IssueTheme[], known: ReadonlyMap<string, Theme>): string[] {
  const own = links.filter((one) => one.issue === issue).sort((a, b) => b.expected - a.expected || (a.theme < b.theme ? -1 : 1));
  const [strongest] = own;
  if (strongest === undefined) return [];
  const first = known.get(strongest.theme);
  const isNear = (theme: string): boolean => {
    const other = known.get(theme);
    return first !== undefined && other !== undefined && shareTerms(first, other, SHARED_TERMS);
  };
  const isBeside = ({ expected, surest }: IssueTheme): boolean => expected >= BESIDE_STRONGEST * strongest.expected && surest >= LEAST_SURE;
  const family = own.filter((one) => one === strongest || isBeside(one) || (one.expected >= NEAR_STRONGEST * strongest.expected && isNear(one.theme)));
  return isHeard(family) && sum(family, 'share') >= LEAST_SHARE ? family.map((one) => one.theme) : [];
}

function isHeard(family: readonly IssueTheme[]): boolean {
  return family.some((one) => one.surest >= LEAST_SURE) || (sum(family, 'expected') >= AGREED.expected && sum(family, 'near') >= AGREED.near);
}

function sum(family: readonly IssueTheme[], what: 'share' | 'expected' | 'near'): number {
  return family.reduce((total, one) => total + one[what], 0);
}

/** When an issue was taken up, for all we know. */
export function decidedAt(issue: Issue, releasedAt: IsoTime): IsoTime {
  const age = epochMs(releasedAt) - epochMs(issue.createdAt);
  return age >= 0 && age <= WINDOW_WEEKS * WEEK_IN_MS ? issue.createdAt : releasedAt;
}
