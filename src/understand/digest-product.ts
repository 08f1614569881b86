import { countCustomers, customerUnit, type EchoGroups } from '../domain/customer';
import type { LinkDecision } from '../domain/evidence';
import { echoGroups } from '../domain/echoes';
import type { Issue } from '../domain/issue';
import type { LinkedIssue, PlannedIssue, ProductDigest } from '../domain/product-digest';
import type { Release } from '../domain/release';
import { columnOf, isPlanned, upcomingVersions, type RoadmapColumn, type RoadmapMapping } from '../domain/roadmap';
import type { Signal } from '../domain/signal';
import type { IsoTime } from '../domain/time';
import { digestTheme } from './digest-themes';
import type { Understanding } from './engine';

export interface DigestInput {
  readonly product: string;
  readonly understood: Pick<Understanding, 'themes' | 'assignments' | 'themeIssues' | 'evidence' | 'searchability'>;
  readonly signals: readonly Signal[];
  readonly issues: readonly Issue[];
  readonly releases: readonly Release[];
  readonly decisions: readonly LinkDecision[];
  readonly mapping: RoadmapMapping;
  readonly now: IsoTime;
}

/** So many of a theme's signals shown as an issue's evidence tie the two: one quote says what one customer said, not what the theme is about. */
const FEWEST_SHOWN = 3;

/**
 * One is enough when this share of the issue's nearest signals is in the theme, beyond what its size explains. Nearness alone is
 * nothing: every issue has nearest signals, also one that no customer ever spoke of.
 */
const MAJORITY = 0.5;

/** Themes against the roadmap, for the project page. What is hidden is in no number here. */
export function digestProduct(input: DigestInput): ProductDigest {
  const shown = input.signals.filter((signal) => signal.visibility !== 'hidden');
  const themeOf = new Map(input.understood.assignments.map((one) => [one.signal, one.theme]));
  const members = new Map<string, Signal[]>();
  const unassigned: Signal[] = [];
  for (const signal of shown) {
    const theme = themeOf.get(signal.id);
    if (theme === undefined) unassigned.push(signal);
    else push(members, theme, signal);
  }
  const columns = columnsOf(input);
  const echoes = echoGroups(shown);
  const linked = linkedIssues(input, themeOf, columns);
  return {
    product: input.product,
    computedAt: input.now,
    unit: customerUnit(shown),
    themes: input.understood.themes.map((theme) => digestTheme(theme, members.get(theme.id) ?? [], linked.get(theme.id) ?? [], { now: input.now, echoes })),
    unassigned: { customers: countCustomers(unassigned, echoes), signals: unassigned.length },
    planned: plannedIssues(input, columns, echoes),
    ...(echoes.size === 0 ? {} : { echoes: Object.fromEntries(echoes) }),
  };
}

function columnsOf({ issues, releases, mapping, now }: DigestInput): ReadonlyMap<string, RoadmapColumn> {
  const upcoming = upcomingVersions(releases, now);
  return new Map(issues.map((issue) => [issue.id, columnOf(issue, upcoming, mapping)]));
}

/** Signals of an issue that a reader of the page may take as its evidence: confirmed, or shown and not rejected. */
function evidenceOf({ understood, decisions }: DigestInput): ReadonlyMap<string, ReadonlySet<string>> {
  const byIssue = new Map<string, Set<string>>();
  for (const row of understood.evidence) if (row.shown) pushTo(byIssue, row.issue, row.signal);
  for (const { issue, signal, verdict } of decisions) {
    if (verdict === 'confirmed') pushTo(byIssue, issue, signal);
    else byIssue.get(issue)?.delete(signal);
  }
  return byIssue;
}

function linkedIssues(input: DigestInput, themeOf: ReadonlyMap<string, string | undefined>, columns: ReadonlyMap<string, RoadmapColumn>): ReadonlyMap<string, LinkedIssue[]> {
  const counts = new Map<string, Map<string, number>>();
  const near = new Map(input.understood.themeIssues.filter(({ strength }) => strength >= MAJORITY).map((one) => [`${one.issue} ${one.theme}`, one.signals]));
  const confirmed = new Set(input.decisions.filter(({ verdict }) => verdict === 'confirmed').map(({ issue, signal }) => `${issue} ${signal}`));
  for (const [issue, signals] of evidenceOf(input)) {
    for (const [theme, ofTheme] of Map.groupBy(signals, (signal) => themeOf.get(signal))) {
      if (theme === undefined) continue;
      const nearest = near.get(`${issue} ${theme}`) ?? 0;
      // What a person confirmed stands, however little it is.
      const isTied = ofTheme.length >= FEWEST_SHOWN || nearest > 0 || ofTheme.some((signal) => confirmed.has(`${issue} ${signal}`));
      if (isTied) counts.set(theme, (counts.get(theme) ?? new Map<string, number>()).set(issue, Math.max(nearest, ofTheme.length)));
    }
  }
  const issues = new Map(input.issues.filter((issue) => issue.visibility === 'open').map((issue) => [issue.id, issue]));
  return new Map([...counts].map(([theme, row]) => [theme, rowsOf(row, issues, columns)]));
}

function rowsOf(row: ReadonlyMap<string, number>, issues: ReadonlyMap<string, Issue>, columns: ReadonlyMap<string, RoadmapColumn>): LinkedIssue[] {
  return [...row]
    .flatMap(([id, signals]) => {
      const issue = issues.get(id);
      return issue === undefined ? [] : [{ id, key: issue.key, summary: issue.summary, column: columns.get(id) ?? 'unplanned', signals }];
    })
    .sort((a, b) => b.signals - a.signals || (a.key < b.key ? -1 : 1));
}

function plannedIssues(input: DigestInput, columns: ReadonlyMap<string, RoadmapColumn>, echoes: EchoGroups): PlannedIssue[] {
  const evidence = evidenceOf(input);
  const searchability = new Map(input.understood.searchability.map((one) => [one.issue, one]));
  return input.issues
    .filter((issue) => issue.visibility === 'open' && isPlanned(columns.get(issue.id) ?? 'unplanned'))
    .map((issue) => ({
      id: issue.id,
      key: issue.key,
      project: issue.project,
      summary: issue.summary,
      column: columns.get(issue.id) ?? 'unplanned',
      fixVersions: issue.fixVersions,
      evidence: new Set([...(evidence.get(issue.id) ?? [])].map((signal) => echoes.get(signal) ?? signal)).size,
      searchable: searchability.get(issue.id)?.searchable ?? false,
      searchReasons: searchability.get(issue.id)?.reasons ?? [],
    }));
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function pushTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
