import { countVoices } from '../../../src/domain/echoes';
import { isBacklogItem, type Issue } from '../../../src/domain/issue';
import type { Signal } from '../../../src/domain/signal';
import { weekIndex } from '../../../src/domain/time';
import type { Understanding } from '../../../src/understand/engine';
import type { Loaded } from '../load-corpus';
import { isTelling, openingQuote, type Quote } from './quote';

export const TREND_WEEKS = 12;
/** Fewer signals of a theme that are shown as evidence of an issue can be chance. */
const SIGNALS_OF_A_LINK = 2;
/** An issue belongs to a theme when at least so much more of its nearest signals are in it than its size explains. */
const STRENGTH_OF_A_LINK = 0.25;

export interface ThemeFinding {
  readonly id: string;
  readonly label: string;
  readonly customers: number;
  readonly signals: number;
  /** Distinct customers in each of the last weeks, oldest first. */
  readonly weeks: readonly number[];
  readonly quote?: Quote;
  /** Issues it points to that could still answer it: the open ones, or all where the file has no open issue. */
  readonly work: number;
  /** Done issues it points to, where the file has open ones as well. */
  readonly done: number;
}

/** Themes by distinct customers, most first. */
export function themeFindings(loaded: Loaded, understood: Understanding): readonly ThemeFinding[] {
  const members = membersOf(loaded, understood);
  const pointed = issuesOf(understood);
  const issues = new Map(loaded.corpus.issues.map((issue) => [issue.id, issue]));
  const isWork: (issue: Issue) => boolean = hasOpenIssues(loaded) ? isBacklogItem : () => true;
  return understood.themes
    .map((theme): ThemeFinding => {
      const own = members.get(theme.id) ?? [];
      const quotes = theme.exemplars.flatMap((id) => loaded.signals.get(id) ?? []).flatMap((signal) => openingQuote(signal) ?? []);
      const quote = quotes.find((one) => isTelling(one.text)) ?? quotes[0];
      const linked = [...(pointed.get(theme.id) ?? [])].flatMap((id) => issues.get(id) ?? []);
      const work = linked.filter(isWork).length;
      return {
        id: theme.id, label: theme.label, customers: countVoices(own), signals: own.length, weeks: weeksOf(own, loaded.corpus.asOf),
        work, done: linked.length - work, ...(quote === undefined ? {} : { quote }),
      };
    })
    .sort((a, b) => b.customers - a.customers || b.signals - a.signals || (a.id < b.id ? -1 : 1));
}

/** A file of done issues alone is read as candidates, not as a backlog without work. */
export function hasOpenIssues(loaded: Loaded): boolean {
  return loaded.corpus.issues.some(isBacklogItem);
}

function membersOf(loaded: Loaded, understood: Understanding): ReadonlyMap<string, readonly Signal[]> {
  const members = new Map<string, Signal[]>();
  for (const { signal, theme } of understood.assignments) {
    const said = loaded.signals.get(signal);
    if (theme === undefined || said === undefined) continue;
    const own = members.get(theme) ?? [];
    own.push(said);
    members.set(theme, own);
  }
  return members;
}

/** Issues that a theme points to: through the theme itself, or through shown evidence of several of its signals. */
function issuesOf(understood: Understanding): ReadonlyMap<string, ReadonlySet<string>> {
  const issues = new Map<string, Set<string>>();
  const add = (theme: string, issue: string): void => void issues.set(theme, (issues.get(theme) ?? new Set()).add(issue));
  for (const { theme, issue, strength } of understood.themeIssues) if (strength >= STRENGTH_OF_A_LINK) add(theme, issue);
  const themeOf = new Map(understood.assignments.map((one) => [one.signal, one.theme]));
  const shown = new Map<string, number>();
  for (const row of understood.evidence) {
    const theme = row.shown ? themeOf.get(row.signal) : undefined;
    if (theme === undefined) continue;
    const pair = `${theme}\n${row.issue}`;
    shown.set(pair, (shown.get(pair) ?? 0) + 1);
    if (shown.get(pair) === SIGNALS_OF_A_LINK) add(theme, row.issue);
  }
  return issues;
}

function weeksOf(signals: readonly Signal[], end: string): readonly number[] {
  const weeks: Signal[][] = Array.from({ length: TREND_WEEKS }, () => []);
  for (const signal of signals) weeks[weekIndex(signal.at, end, TREND_WEEKS)]?.push(signal);
  return weeks.map((week) => countVoices(week));
}
