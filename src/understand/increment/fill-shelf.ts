import type { EngineShelf } from '../../domain/engine-shelf';
import type { Assignment, Theme } from '../../domain/theme';
import type { EvidenceRow } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';
import type { LeftBehind } from '../engine';

export interface FullRun {
  readonly signals: readonly SaidSignal[];
  readonly issues: readonly Issue[];
  readonly left: LeftBehind;
  readonly themes: readonly Theme[];
  readonly assignments: readonly Assignment[];
  readonly evidence: readonly EvidenceRow[];
  /** What each signal was when it was read; one without a mark counts as changed. */
  readonly markOfSignal: (id: string) => string;
  readonly markOfIssue: (issue: Issue) => string;
}

/** What a whole run leaves behind for arrivals. Signals must stand in the order of their ids. */
export function fillShelf({ signals, issues, left, themes, assignments, evidence, markOfSignal, markOfIssue }: FullRun): EngineShelf {
  const rows = new Map(signals.map((signal, row) => [signal.id, row]));
  const themeRows = new Map(themes.map((theme, row) => [theme.id, row]));
  const places = new Int32Array(signals.length).fill(-1);
  for (const { signal, theme } of assignments) if (theme !== undefined) places[rows.get(signal) ?? -1] = themeRows.get(theme) ?? -1;
  const listed = new Map<string, number[]>();
  for (const { issue, signal } of evidence) {
    const row = rows.get(signal);
    if (row === undefined) continue;
    const list = listed.get(issue);
    if (list === undefined) listed.set(issue, [row]);
    else list.push(row);
  }
  return {
    ids: signals.map((signal) => signal.id),
    marks: signals.map((signal) => markOfSignal(signal.id)),
    texts: left.texts,
    words: left.words,
    themes: themes.map((theme) => theme.id),
    places,
    issues: issues.map((issue, row) => ({ id: issue.id, mark: markOfIssue(issue), floor: left.floors[row] ?? 0, signals: (listed.get(issue.id) ?? []).sort((a, b) => a - b) })),
    exactCounts: left.exactCounts,
    letters: left.letters,
    weights: [...left.weights],
    shift: left.shift,
  };
}
