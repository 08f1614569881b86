import { BadInput, NotFound } from '../domain/errors';
import { countCustomers } from '../domain/customer';
import { echoesOf, type ProductDigest } from '../domain/product-digest';
import type { Signal } from '../domain/signal';
import type { Assignment, Theme } from '../domain/theme';
import type { ThemeChange, ThemeEdit } from '../domain/theme-edit';
import type { Ports } from '../ports/ports';
import { applyThemeEdits, type ThemedSignals } from './apply-theme-edits';
import { digestTheme } from './digest-themes';
import { wantUnderstanding } from './want-understanding';

type Needs = Pick<Ports, 'stores' | 'clock'>;
/** Linking in parts knows themes as the last whole run left them, so what a person changes asks for a whole one. */
type Changes = Pick<Ports, 'stores' | 'clock' | 'settings' | 'queue'>;

const PAGE = 5_000;
/** The ids of what an edit moves are kept for its undo, in one row of the store. */
const MOST_MOVED = 20_000;

export interface EditOutcome {
  readonly edit: string;
  readonly theme: string;
}

/**
 * Changes themes at once: the edit is written to the log first, then to the current run, then to what the page reads. A death in
 * between leaves the log, which the next run replays; that run is asked for at once.
 * @throws NotFound BadInput StoreUnavailable
 */
export async function editThemes(ports: Changes, product: string, id: string, by: string, change: ThemeChange): Promise<EditOutcome> {
  const before = await loadTouched(ports, product, change);
  if (before.moved > MOST_MOVED) throw new BadInput('theme', 'signals', `an edit can move ${MOST_MOVED} signals at most`);
  const edit: ThemeEdit = { id, product, at: ports.clock.now(), by, change, before: { themes: before.themes, places: before.places.filter((place) => isMoved(change, place)).map(({ signal, theme }) => [signal, theme ?? null]) } };
  await ports.stores.themes.saveEdit(edit);
  await wantUnderstanding(ports, product);
  const after = change.kind === 'rename' ? renamed(before.themes, edit) : applyThemeEdits({ themes: before.themes, assignments: before.places }, [edit]);
  const removed = before.themes.filter((theme) => !after.themes.some((one) => one.id === theme.id)).map((theme) => theme.id);
  const was = new Map(before.places.map((place) => [place.signal, place.theme]));
  const moved = after.assignments.filter((place) => place.theme !== was.get(place.signal));
  await ports.stores.themes.changeRun(product, { themes: after.themes, removed, places: moved });
  await refreshDigest(ports, product, { themes: after.themes, removed, ...reachOf(edit) });
  return { edit: id, theme: change.kind === 'merge' ? change.into : change.kind === 'split' ? change.newTheme : (change.theme ?? '') };
}

/** Takes an edit back: themes and places are exactly as before it. @throws NotFound */
export async function undoThemeEdit(ports: Changes, product: string, id: string): Promise<EditOutcome> {
  const edit = await ports.stores.themes.removeEdit(product, id);
  if (edit === undefined) throw new NotFound('nothing to undo');
  await wantUnderstanding(ports, product);
  const { themes, places } = edit.before;
  const removed = edit.change.kind === 'split' ? [edit.change.newTheme] : [];
  await ports.stores.themes.changeRun(product, { themes, removed, places: places.map(([signal, theme]) => ({ signal, fit: 1, ...(theme === null ? {} : { theme }) })) });
  await refreshDigest(ports, product, { themes, removed, ...reachOf(edit) });
  return { edit: id, theme: themes[0]?.id ?? '' };
}

/** Customers of a merge before it is done: of both, and how many of them are in both and would count once. */
export async function previewMerge(ports: Needs, product: string, from: string, into: string): Promise<{ from: number; into: number; together: number; countedOnce: number }> {
  const [a, b] = await Promise.all([countedMembers(ports, product, from), countedMembers(ports, product, into)]);
  const run = await ports.stores.evidence.findRun(product);
  const echoes = echoesOf(run === undefined ? undefined : await ports.stores.themes.findDigest(product, run.computedAt));
  const [first, second, together] = [countCustomers(a, echoes), countCustomers(b, echoes), countCustomers([...a, ...b], echoes)];
  return { from: first, into: second, together, countedOnce: first + second - together };
}

async function loadTouched(ports: Needs, product: string, change: ThemeChange): Promise<{ themes: readonly Theme[]; places: readonly Assignment[]; moved: number }> {
  const all = new Map((await ports.stores.evidence.listThemes(product)).map((theme) => [theme.id, theme]));
  const theme = (id: string): Theme => {
    const found = all.get(id);
    if (found === undefined) throw new NotFound('no such theme');
    return found;
  };
  switch (change.kind) {
    case 'rename':
      return { themes: [theme(change.theme)], places: [], moved: 0 };
    case 'merge': {
      if (change.from === change.into) throw new BadInput('theme', 'into', 'a theme cannot be merged with itself');
      const themes = [theme(change.from), theme(change.into)];
      const from = placesOf(await membersOf(ports, product, change.from), change.from);
      return { themes, places: [...from, ...placesOf(await membersOf(ports, product, change.into), change.into)], moved: from.length };
    }
    case 'split': {
      const places = placesOf(await membersOf(ports, product, theme(change.theme).id), change.theme);
      const known = new Set(places.map((place) => place.signal));
      const stranger = change.signals.find((signal) => !known.has(signal));
      if (stranger !== undefined) throw new BadInput('theme', 'signals', 'not all of these signals are in the theme');
      return { themes: [theme(change.theme)], places, moved: change.signals.length };
    }
    case 'move': {
      const from = await themeOfSignal(ports, product, change.signal, [...all.keys()]);
      const themes = [from, change.theme ?? undefined].flatMap((id) => (id === undefined ? [] : [theme(id)]));
      const places: Assignment[] = [];
      for (const one of themes) places.push(...placesOf(await membersOf(ports, product, one.id), one.id));
      if (from === undefined) places.push({ signal: change.signal, fit: 0 });
      return { themes, places, moved: 1 };
    }
  }
}

async function themeOfSignal(ports: Needs, product: string, signal: string, themes: readonly string[]): Promise<string | undefined> {
  const place = await ports.stores.themes.findPlace(product, signal);
  if (place === undefined) throw new NotFound('no such signal');
  return place.theme !== undefined && themes.includes(place.theme) ? place.theme : undefined;
}

/** Only what the edit moves is kept for its undo. */
function isMoved(change: ThemeChange, place: Assignment): boolean {
  if (change.kind === 'merge') return place.theme === change.from;
  if (change.kind === 'split') return change.signals.includes(place.signal);
  return change.kind === 'move' && place.signal === change.signal;
}

function placesOf(members: readonly Signal[], theme: string): readonly Assignment[] {
  return members.map((signal) => ({ signal: signal.id, theme, fit: 1, visibility: signal.visibility }));
}

async function membersOf(ports: Needs, product: string, theme: string | null): Promise<Signal[]> {
  const members: Signal[] = [];
  let after: string | undefined;
  do {
    const page = await ports.stores.themes.pageMemberIds({ product, theme }, after, PAGE);
    members.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return members;
}

/** What is hidden moves with an edit and is in no number. */
async function countedMembers(ports: Needs, product: string, theme: string | null): Promise<readonly Signal[]> {
  return (await membersOf(ports, product, theme)).filter((signal) => signal.visibility !== 'hidden');
}

/** A new name moves nobody, so nothing is read to be counted: the replay sees no places, and the count stays. */
function renamed(themes: readonly Theme[], edit: ThemeEdit): ThemedSignals {
  const signals = new Map(themes.map((theme) => [theme.id, theme.signals]));
  const { themes: named, assignments } = applyThemeEdits({ themes, assignments: [] }, [edit]);
  return { themes: named.map((theme) => ({ ...theme, signals: signals.get(theme.id) ?? theme.signals })), assignments };
}

/** What must be counted again after an edit or its undo. */
interface Reach {
  readonly moves: boolean;
  /** Signals came out of no theme, or went there. */
  readonly loosens: boolean;
}

function reachOf({ change, before }: ThemeEdit): Reach {
  if (change.kind === 'rename') return { moves: false, loosens: false };
  return { moves: true, loosens: change.kind === 'move' && (change.theme === null || before.places.some(([, theme]) => theme === null)) };
}

/** Counts the touched themes again in the digest of the current run; their issues are derived with the next run. */
async function refreshDigest(ports: Needs, product: string, { themes, removed, moves, loosens }: Reach & { readonly themes: readonly Theme[]; readonly removed: readonly string[] }): Promise<void> {
  const run = await ports.stores.evidence.findRun(product);
  if (run === undefined) return;
  const membersByTheme = new Map<string, readonly Signal[]>();
  if (moves) for (const { id } of themes) membersByTheme.set(id, await countedMembers(ports, product, id));
  const loose = loosens ? await countedMembers(ports, product, null) : undefined;
  // Read last: linking in parts writes the roadmap into it at any time.
  const digest = await ports.stores.themes.findDigest(product, run.computedAt);
  if (digest === undefined) return;
  const echoes = echoesOf(digest);
  const rows = new Map(digest.themes.map((one) => [one.theme.id, one]));
  const lostRows = removed.flatMap((id) => rows.get(id) ?? []);
  const lost = lostRows.flatMap((row) => row.issues);
  for (const id of removed) rows.delete(id);
  for (const theme of themes) {
    const row = rows.get(theme.id);
    if (!moves) {
      if (row !== undefined) rows.set(theme.id, { ...row, theme: { ...theme, signals: row.theme.signals } });
      continue;
    }
    const known = row?.issues ?? [];
    const issues = [...known, ...lost.filter((issue) => !known.some((one) => one.id === issue.id))];
    const members = membersByTheme.get(theme.id) ?? [];
    const here = new Set(members.map((signal) => signal.id));
    // Members come without their words here, so the quotes are those that were found before and are still in the theme.
    const quotes = [...rows.values(), ...lostRows].flatMap((one) => one.quotes).filter((quote) => here.has(quote.signal));
    rows.set(theme.id, { ...digestTheme(theme, members, issues, { now: digest.computedAt, echoes }), quotes });
  }
  const unassigned = loose === undefined ? digest.unassigned : { customers: countCustomers(loose, echoes), signals: loose.length };
  const next: ProductDigest = { ...digest, themes: [...rows.values()], unassigned };
  await ports.stores.themes.saveDigest(next);
}
