import type { Assignment, Theme } from '../../domain/theme';
import type { ThemeIssue } from '../../domain/evidence';
import type { SaidSignal } from '../../domain/signal';
import type { Increment, LookedAt } from '../../ports/increment-store';
import type { IssueDigest } from '../../ports/stores';
import { themeIssues } from '../themes/theme-issues';
import type { Judged, LookingAt } from './judge-changes';
import type { OpenIncrement } from './open-increment';
import { arrivalPlacer } from './place-arrivals';
import { freshDigest, touchDigest, type Touching } from './touch-digest';

/** What is written besides what was judged. */
export interface Writing {
  readonly product: string;
  readonly engineVersion: string;
  readonly at: string;
  readonly themes: readonly Theme[];
  /** Signals that are gone since they were last looked at. */
  readonly gone: ReadonlySet<string>;
  /** Issues likewise. */
  readonly goneIssues: ReadonlySet<string>;
  readonly markOfSignal: (id: string) => string;
  readonly markOfIssue: (id: string) => string;
  /** Digests of the issues that are touched. */
  readonly digests: ReadonlyMap<string, IssueDigest>;
}

/** Rows of the issues that changes touch: those with a finding, and those whose lists name a signal that is looked at again or gone. */
export function touchedIssues(open: OpenIncrement, { issues }: LookingAt, { found }: Judged, formerly: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<number> {
  const touched = new Set([...issues, ...found.keys()]);
  for (const named of formerly.values()) {
    for (const issue of named) {
      const row = open.issueRows.get(issue);
      if (row !== undefined) touched.add(row);
    }
  }
  return touched;
}

/** All that an increment writes. Pure: the same changes give the same rows, so that doing it again is harmless. */
export function writeIncrement(open: OpenIncrement, looking: LookingAt, judged: Judged, touched: ReadonlySet<number>, writing: Writing): Increment {
  const places = placesOf(open, looking);
  const shelfRows = new Map(open.shelf.ids.map((id, row) => [id, row]));
  const themeOf = (id: string): string | undefined => places.get(id)?.theme ?? open.shelf.themes[open.shelf.places[shelfRows.get(id) ?? -1] ?? -1];
  const stale = new Set([...writing.gone, ...[...looking.signals].map((row) => open.ids[row]!)]);
  const digests = [...touched].flatMap((row): IssueDigest[] => {
    const issue = open.issues[row]!;
    const before = writing.digests.get(issue.id);
    const touching: Touching = { issue, row, before, found: judged.found.get(row), stale, rowOf: (id) => open.signalRows.get(id), themeOf, most: open.limits.evidencePerIssue, at: writing.at };
    if (looking.issues.has(row)) return [freshDigest(touching, judged, bridgesOf(open, row, writing), writing)];
    return before === undefined ? [] : [touchDigest(touching, judged, before)];
  });
  const restricted = [...looking.issues].map((row) => open.issues[row]!).filter((issue) => issue.visibility === 'hidden');
  return { digests, links: judged.links, assignments: [...places.values()], lookedAt: lookedAt(open, looking, writing, digests), forgotten: [...writing.goneIssues, ...restricted.map((issue) => issue.id)] };
}

function placesOf(open: OpenIncrement, { signals }: LookingAt): ReadonlyMap<string, Assignment> {
  const known = new Map(open.shelf.ids.map((id, row) => [id, row]));
  const place = arrivalPlacer(open.read, open.impacts, (row) => (open.shelved[row]! < 0 ? -1 : open.shelf.places[open.shelved[row]!]!));
  return new Map([...signals].map((row) => open.ids[row]!).filter((id) => !known.has(id)).map((id): [string, Assignment] => {
    const { theme, share } = place(open.signalRows.get(id)!);
    const own = open.shelf.themes[theme];
    return [id, { signal: id, fit: share, ...(own === undefined ? {} : { theme: own }) }];
  }));
}

/** Themes that hold much of what is nearest to a new issue. */
function bridgesOf(open: OpenIncrement, row: number, { themes }: Writing): readonly ThemeIssue[] {
  const order = new Map(themes.map((theme, at) => [theme.id, at]));
  const themeOfSignal = Int32Array.from(open.shelved, (shelved) => (shelved < 0 ? -1 : (order.get(open.shelf.themes[open.shelf.places[shelved]!] ?? '') ?? -1)));
  const near = open.ownSearch(row).map((signal) => ({ row: signal, score: 1 }));
  return themeIssues(themes, themeOfSignal, [open.issues[row]!], (_, most) => near.slice(0, most));
}

function lookedAt(open: OpenIncrement, { signals, issues }: LookingAt, writing: Writing, digests: readonly IssueDigest[]): LookedAt[] {
  const bySignal = new Map<string, string[]>();
  for (const { issue, evidence } of digests) for (const { signal } of evidence) bySignal.set(signal, [...(bySignal.get(signal) ?? []), issue]);
  const byIssue = new Map(digests.map((digest) => [digest.issue, digest.evidence.map((row) => row.signal)]));
  const shelved = new Set(open.shelf.ids);
  return [
    ...[...signals].map((row): LookedAt => ({ kind: 'signal', id: open.ids[row]!, mark: writing.markOfSignal(open.ids[row]!), beside: bySignal.get(open.ids[row]!) ?? [], isNew: !shelved.has(open.ids[row]!) })),
    ...[...writing.gone].map((id): LookedAt => ({ kind: 'signal', id, mark: 'gone', beside: [], isNew: !shelved.has(id) })),
    ...[...writing.goneIssues].map((id): LookedAt => ({ kind: 'issue', id, mark: 'gone', beside: [], isNew: false })),
    ...[...issues].map((row): LookedAt => ({ kind: 'issue', id: open.issues[row]!.id, mark: writing.markOfIssue(open.issues[row]!.id), beside: byIssue.get(open.issues[row]!.id) ?? [], isNew: false })),
  ];
}

/** Words of signals by row. */
export function wordsByRow(open: OpenIncrement, signals: Iterable<SaidSignal>): ReadonlyMap<number, SaidSignal> {
  return new Map([...signals].flatMap((signal): [number, SaidSignal][] => {
    const row = open.signalRows.get(signal.id);
    return row === undefined ? [] : [[row, signal]];
  }));
}
