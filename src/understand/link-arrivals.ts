import type { EngineShelf } from '../domain/engine-shelf';
import type { LinkDecision } from '../domain/evidence';
import type { Issue } from '../domain/issue';
import { isSaid, type SaidSignal } from '../domain/signal';
import type { LookedAt } from '../ports/increment-store';
import type { Ports } from '../ports/ports';
import type { IssueDigest } from '../ports/stores';
import { judgeChanges, type LookingAt } from './increment/judge-changes';
import { touchedIssues, wordsByRow, writeIncrement } from './increment/link-changes';
import { marksUnder, type Marks } from './increment/marks';
import { asThemesAre, newlyPlanned, refreshRoadmap } from './increment/refresh-roadmap';
import { loadMapping } from './roadmap-mapping';
import { openIncrement, type IncrementLimits, type OpenIncrement } from './increment/open-increment';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'logger'>;
export type Run = { readonly engineVersion: string; readonly computedAt: string; readonly signals: number };

const MARKS_A_PAGE = 20_000;
/** More than one person changing themes within the same milliseconds is for the next part. */
const PAGE_ATTEMPTS = 3;

/** So much may have changed since the whole run; more is for a whole run, whose statistics and themes have drifted. */
export interface Drift {
  readonly signals: { readonly least: number; readonly share: number };
  readonly issues: { readonly least: number; readonly share: number };
}

/**
 * Links what came, changed or went since the last whole run, without reading everything: the lists of the issues that it touches, the links and
 * themes of the signals, and nothing else. Safe to be killed anywhere and done again; what is written last says that it was done.
 * @returns `too-much` when a whole run is due instead: nothing is on the shelf, or too much has changed
 * @throws StoreUnavailable
 */
export async function linkArrivals(ports: Needs, product: string, run: Run, limits: IncrementLimits, drift: Drift): Promise<'done' | 'too-much'> {
  const { increments } = ports.stores;
  const shelf = await increments.findShelf(product, run.computedAt);
  if (shelf === undefined) return 'too-much';
  const known = await loadKnown(ports, product, run);
  const changes = whatChanged(shelf, known);
  if (isTooMuch(changes.sinceRun.size + changes.goneSinceRun.size, shelf.ids.length, drift.signals)) return 'too-much';
  if (isTooMuch(changes.issuesSinceRun, shelf.issues.length, drift.issues)) return 'too-much';
  const touched = changes.signals.size + changes.gone.size + changes.issues.size + changes.goneIssues.size > 0 ? await lookAt(ports, product, { run, shelf, known, changes, limits }) : [];
  await refreshPage(ports, product, run, known, touched);
  // Vectors of what just came are made later: until they took part, a whole run is what speaks for these signals.
  if (!run.engineVersion.includes('+') && run.signals !== known.stored.size) await increments.countSignals(product, run.computedAt, known.stored.size);
  ports.logger.info('product.linked', { product, signals: changes.signals.size, gone: changes.gone.size, issues: changes.issues.size, goneIssues: changes.goneIssues.size });
  return 'done';
}

interface Known {
  readonly stored: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
  readonly decisions: readonly LinkDecision[];
  readonly marks: Marks;
  readonly looked: readonly LookedAt[];
}

/** Decisions first: one that is made while the rest is read is found the next time. */
async function loadKnown({ stores }: Needs, product: string, run: Run): Promise<Known> {
  const decisions = await stores.decisions.listDecisions(product);
  const marks = marksUnder(decisions);
  const stored = await loadMarks(stores, product);
  return { decisions, marks, stored: new Map([...stored].map(([id, mark]) => [id, marks.ofSignal(id, mark)])), issues: await stores.issues.listIssues(product), looked: await stores.increments.listLookedAt(product, run.computedAt) };
}

/** The store's mark of every signal with words. */
export async function loadMarks(stores: Ports['stores'], product: string): Promise<ReadonlyMap<string, string>> {
  const marks = new Map<string, string>();
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await stores.signals.pageMarks(product, after, MARKS_A_PAGE);
    for (const { id, mark } of page.rows) marks.set(id, mark);
    after = page.next;
  }
  return marks;
}

interface Changed {
  /** Ids, cumulative: all that is not as on the shelf. */
  readonly sinceRun: ReadonlySet<string>;
  readonly goneSinceRun: ReadonlySet<string>;
  readonly issuesSinceRun: number;
  /** Of these, the ones not looked at as they are now. */
  readonly signals: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
  readonly goneIssues: ReadonlySet<string>;
}

function whatChanged(shelf: EngineShelf, { stored, issues, marks, looked }: Known): Changed {
  const shelved = new Map(shelf.ids.map((id, row) => [id, shelf.marks[row]!]));
  const shelvedIssues = new Map(shelf.issues.map((issue) => [issue.id, issue.mark]));
  const present = new Set(issues.map((issue) => issue.id));
  const seen = new Map(looked.map((one) => [`${one.kind} ${one.id}`, one.mark]));
  const isOpen = (kind: string, id: string, mark: string, before: string | undefined): boolean => mark !== (seen.get(`${kind} ${id}`) ?? before);
  const goneIssues = new Set([...shelvedIssues.keys(), ...looked.flatMap((one) => (one.kind === 'issue' ? [one.id] : []))].filter((id) => !present.has(id)));
  const goneSinceRun = new Set([...shelf.ids, ...looked.filter((one) => one.kind === 'signal').map((one) => one.id)].filter((id) => !stored.has(id)));
  return {
    sinceRun: new Set([...stored].filter(([id, mark]) => shelved.get(id) !== mark).map(([id]) => id)),
    goneSinceRun,
    issuesSinceRun: issues.filter((issue) => shelvedIssues.get(issue.id) !== marks.ofIssue(issue)).length + goneIssues.size,
    signals: new Set([...stored].filter(([id, mark]) => isOpen('signal', id, mark, shelved.get(id))).map(([id]) => id)),
    gone: new Set([...goneSinceRun].filter((id) => seen.get(`signal ${id}`) !== 'gone')),
    issues: new Set(issues.filter((issue) => isOpen('issue', issue.id, marks.ofIssue(issue), shelvedIssues.get(issue.id))).map((issue) => issue.id)),
    goneIssues: new Set([...goneIssues].filter((id) => seen.get(`issue ${id}`) !== 'gone')),
  };
}

function isTooMuch(changed: number, all: number, { least, share }: Drift['signals']): boolean {
  return changed > Math.max(least, share * all);
}

interface Task {
  readonly run: Run;
  readonly shelf: EngineShelf;
  readonly known: Known;
  readonly changes: Changed;
  readonly limits: IncrementLimits;
}

/** @returns the digests that were written */
async function lookAt(ports: Needs, product: string, { run, shelf, known, changes, limits }: Task): Promise<readonly IssueDigest[]> {
  const { stores, clock } = ports;
  const { issues, decisions, marks, stored, looked } = known;
  // What has a mark of its own through a decision only is on the shelf as it is: its words are read all the same, they are few.
  const arrived = await findSaid(stores, product, [...changes.sinceRun]);
  const open = openIncrement(shelf, { arrived, gone: changes.goneSinceRun, issues, decisions }, limits);
  const formerly = listedBefore(shelf, looked, new Set([...changes.signals, ...changes.gone]));
  const fresh = new Set([...changes.issues].flatMap((id) => open.issueRows.get(id) ?? []));
  const looking = await withWords(ports, product, open, arrived, { signals: rowsOf(open, changes.signals), issues: fresh });
  const judged = judgeChanges(open, looking);
  const touched = touchedIssues(open, looking, judged, formerly);
  const digests = await stores.evidence.listDigests(product, [...touched].filter((row) => !fresh.has(row)).map((row) => issues[row]!.id));
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const increment = writeIncrement(open, looking, judged, touched, {
    product,
    engineVersion: run.engineVersion,
    at: clock.now(),
    themes: fresh.size === 0 ? [] : await stores.evidence.listThemes(product),
    gone: changes.gone,
    goneIssues: changes.goneIssues,
    markOfSignal: (id) => stored.get(id) ?? '',
    markOfIssue: (id) => marks.ofIssue(byId.get(id)!),
    digests: new Map(digests.map((digest): [string, IssueDigest] => [digest.issue, digest])),
  });
  await stores.increments.saveIncrement(product, run.computedAt, increment);
  return increment.digests;
}

/**
 * The roadmap shows work as it stands. All that was touched since the whole run is asked for: an increment may have died before it came to this.
 * A person may change a theme meanwhile: what is read last is what is changed, themes are called as they are called now, and what was
 * written is looked at again.
 */
async function refreshPage({ stores, settings, clock }: Needs, product: string, run: Run, { issues, decisions, looked }: Known, touched: readonly IssueDigest[]): Promise<void> {
  const digest = await stores.themes.findDigest(product, run.computedAt);
  if (digest === undefined) return;
  const now = { issues, decisions, releases: await stores.issues.listReleases(product), mapping: await loadMapping(settings, product), now: clock.now() };
  const touchedIds = new Set([...looked.flatMap((one) => (one.kind === 'issue' ? [one.id] : one.beside)), ...touched.map((one) => one.issue)]);
  const asked = [...digest.planned.map((one) => one.id).filter((id) => touchedIds.has(id)), ...newlyPlanned(digest, now)];
  const digests = new Map((await stores.evidence.listDigests(product, asked)).map((one) => [one.issue, one]));
  for (let attempt = 0; attempt < PAGE_ATTEMPTS; attempt += 1) {
    const latest = await stores.themes.findDigest(product, run.computedAt);
    if (latest === undefined) return;
    const fresh = asThemesAre(refreshRoadmap(latest, { ...now, digests }), await stores.evidence.listThemes(product));
    if (JSON.stringify(fresh) === JSON.stringify(latest)) return;
    await stores.themes.saveDigest(fresh);
  }
}

/** Reads the words of the signals that an issue's own search finds now, and of those that stood in its list. */
async function withWords({ stores }: Needs, product: string, open: OpenIncrement, arrived: readonly SaidSignal[], looking: Pick<LookingAt, 'signals' | 'issues'>): Promise<LookingAt> {
  const others = new Set<number>();
  const before = await stores.evidence.listDigests(product, [...looking.issues].map((row) => open.issues[row]!.id));
  for (const { evidence } of before) for (const { signal } of evidence) others.add(open.signalRows.get(signal) ?? -1);
  for (const issue of looking.issues) for (const row of [...open.ownSearch(issue), ...(open.confirmed.get(issue) ?? [])]) others.add(row);
  others.delete(-1);
  const here = wordsByRow(open, arrived);
  const read = await findSaid(stores, product, [...others].filter((row) => !here.has(row)).map((row) => open.ids[row]!));
  const words = new Map([...here, ...wordsByRow(open, read)]);
  return { ...looking, others: new Set([...others].filter((row) => words.has(row))), words };
}

/** Issues in whose lists these signals stand, by signal. */
function listedBefore(shelf: EngineShelf, looked: readonly LookedAt[], signals: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const listed = new Map([...signals].map((id) => [id, new Set<string>()]));
  for (const { id, signals: rows } of shelf.issues) for (const row of rows) listed.get(shelf.ids[row]!)?.add(id);
  for (const { kind, id, beside } of looked) for (const other of beside) (kind === 'signal' ? listed.get(id)?.add(other) : listed.get(other)?.add(id));
  return listed;
}

async function findSaid(stores: Ports['stores'], product: string, ids: readonly string[]): Promise<readonly SaidSignal[]> {
  return (await stores.signals.findSignals(product, ids)).filter(isSaid);
}

function rowsOf(open: OpenIncrement, ids: ReadonlySet<string>): ReadonlySet<number> {
  return new Set([...ids].flatMap((id) => open.signalRows.get(id) ?? []));
}
