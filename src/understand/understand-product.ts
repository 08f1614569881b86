import { draftMark, settledMark } from '../domain/change-mark';
import { NotFound } from '../domain/errors';
import { isFirstReading } from '../domain/first-reading';
import { isSaid, type SaidSignal } from '../domain/signal';
import type { Assignment, Theme } from '../domain/theme';
import type { EvidenceRow, ThemeIssue } from '../domain/evidence';
import type { TextVectors } from '../domain/text-vectors';
import type { Issue } from '../domain/issue';
import type { IsoTime } from '../domain/time';
import type { IssueDigest } from '../ports/stores';
import type { Ports } from '../ports/ports';
import { isUpToDate } from './up-to-date';
import { applyThemeEdits } from './apply-theme-edits';
import { digestProduct } from './digest-product';
import { fillShelf } from './increment/fill-shelf';
import { marksUnder } from './increment/marks';
import { loadMarks } from './link-arrivals';
import { loadMapping } from './roadmap-mapping';
import type { Engine, PreviousThemes, Understanding } from './engine';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'logger'>;

const PAGE = 500;
/** Rows kept with an issue: what a panel can show or list. */
export const EVIDENCE_PER_ISSUE = 100;
export const LINKS_PER_SIGNAL = 3;

/** What a model made beforehand, where one is switched on; the engine itself asks nobody. */
export interface Readers {
  readonly findVectors?: FindVectors;
  readonly nameThemes?: NameThemes;
}

/** Themes with the names that a model proposed and that hold for their examples; the others keep the engine's. */
export type NameThemes = (product: string, themes: readonly Theme[], signals: readonly SaidSignal[]) => Promise<readonly Theme[]>;

/** Looks up what an embedding model made of these texts; undefined where there is nothing to join, and retrieval is by words. */
export type FindVectors = (product: string, corpus: { readonly signals: readonly SaidSignal[]; readonly issues: readonly Issue[] }) => Promise<TextVectors | undefined>;

/**
 * Derives themes, links and evidence of a product from everything that is stored, and saves them as one run.
 * Safe to run twice: readers see the old run until the new one is whole. False when there was nothing to do, or too early.
 * @param shelvedFrom products of so many signals leave behind what linking in part needs
 * @throws NotFound StoreUnavailable
 */
export async function understandProduct(ports: Needs, engine: Engine, productId: string, { findVectors, nameThemes }: Readers = {}, shelvedFrom = Number.POSITIVE_INFINITY): Promise<boolean> {
  const product = await ports.stores.products.findProduct(productId);
  if (product === undefined) throw new NotFound(`no product ${productId}`);
  // A file that is being read asks for a run when it is read to its end: until then a run would only be done twice.
  if (await isReading(ports, productId)) return false;
  if (await isUpToDate(ports, productId)) return false;
  const asOf = ports.clock.now();
  const isDraft = await isOfAPart(ports, productId);
  // Before the signals themselves: one that changes meanwhile has another mark, and is looked at again.
  const stored = await loadMarks(ports.stores, productId);
  const isShelved = stored.size >= shelvedFrom;
  const signals = await loadSaid(ports, productId);
  const issues = await ports.stores.issues.listIssues(productId);
  const decisions = await ports.stores.decisions.listDecisions(productId);
  const releases = await ports.stores.issues.listReleases(productId);
  const vectors = await findVectors?.(productId, { signals, issues });
  const found = engine(
    {
      signals,
      issues,
      decisions,
      releases,
      asOf,
      ...(await previousOf(ports, productId)),
      ...(vectors === undefined ? {} : { vectors }),
    },
    { evidencePerIssue: EVIDENCE_PER_ISSUE, linksPerSignal: LINKS_PER_SIGNAL, prequential: false, leavesBehind: isShelved, nowMs: () => ports.clock.monotonicMs() },
  );
  const edits = await ports.stores.themes.listEdits(productId);
  const named = { ...found, themes: (await nameThemes?.(productId, found.themes, signals)) ?? found.themes };
  const understood = { ...named, ...applyThemeEdits(named, edits) };
  const mapping = await loadMapping(ports.settings, productId);
  // The digest goes first: when the run is switched to, what the page reads is there already.
  await ports.stores.themes.saveDigest(digestProduct({ product: productId, understood, signals, issues, releases, decisions, mapping, now: asOf }));
  if (found.left !== undefined) {
    const marks = marksUnder(decisions);
    await ports.stores.increments.saveShelf(productId, asOf, fillShelf({
      ...understood, signals, issues, left: found.left, markOfSignal: (id) => (stored.has(id) ? marks.ofSignal(id, stored.get(id)!) : ''), markOfIssue: marks.ofIssue,
    }));
  }
  await ports.stores.evidence.saveRun(productId, {
    engineVersion: understood.engineVersion,
    computedAt: asOf,
    signals: signals.length,
    digests: digestsOf(productId, understood, asOf),
    links: understood.links,
    themes: understood.themes,
    assignments: understood.assignments,
    themeIssues: understood.themeIssues,
  });
  if (isDraft || signals.length > 0) await ports.settings.save(isDraft ? draftMark(productId) : settledMark(productId), asOf);
  await ports.stores.themes.removeOldDigests(productId, asOf);
  await ports.stores.increments.removeOld(productId, asOf);
  ports.logger.info('product.understood', { product: productId, signals: signals.length, issues: issues.length, themes: understood.themes.length, isDraft });
  return true;
}

/** Whether sources are still read for the first time, and no run of this product has ever known everything. */
async function isOfAPart({ stores, settings }: Needs, product: string): Promise<boolean> {
  return (await settings.find(settledMark(product))) === undefined && isFirstReading(await stores.products.listCoverage(product));
}

/** Whether a file of signals is being read: what is derived meanwhile would be derived twice. */
export async function isReading(ports: Pick<Ports, 'stores'>, product: string): Promise<boolean> {
  const runs = await ports.stores.imports.listRuns(product, 20);
  return runs.some((run) => run.kind === 'signals' && run.state === 'reading');
}

async function loadSaid(ports: Needs, product: string): Promise<SaidSignal[]> {
  const said: SaidSignal[] = [];
  let after: string | undefined;
  do {
    const page = await ports.stores.signals.pageSignals(product, after, PAGE);
    for (const signal of page.rows) if (isSaid(signal)) said.push(signal);
    after = page.next;
  } while (after !== undefined);
  return said;
}

async function previousOf(ports: Needs, product: string): Promise<{ previous?: PreviousThemes }> {
  // A model's name holds for the examples it was made from: the engine names anew, and what still holds is put on top.
  const themes = (await ports.stores.evidence.listThemes(product)).map((theme): Theme => (theme.labelAuthor === 'model' && !theme.frozen ? { ...theme, labelAuthor: 'engine' } : theme));
  if (themes.length === 0) return {};
  // Where arrivals were put for the time being is no earlier theme: a run is the same whether or not some were linked before it.
  const run = await ports.stores.evidence.findRun(product);
  const looked = run === undefined ? [] : await ports.stores.increments.listLookedAt(product, run.computedAt);
  const passing = new Set(looked.filter((one) => one.kind === 'signal' && one.isNew).map((one) => one.id));
  const assignments: Assignment[] = [];
  let after: string | undefined;
  do {
    const page = await ports.stores.evidence.pageAssignments(product, after, PAGE);
    assignments.push(...page.rows.filter((one) => !passing.has(one.signal)));
    after = page.next;
  } while (after !== undefined);
  const isDraft = run !== undefined && (await ports.settings.find(draftMark(product))) === run.computedAt;
  return { previous: { themes, assignments, ...(isDraft ? { isDraft } : {}) } };
}

function digestsOf(product: string, understood: Understanding, computedAt: IsoTime): IssueDigest[] {
  const evidence = groupByIssue<EvidenceRow>(understood.evidence);
  const themes = groupByIssue<ThemeIssue>(understood.themeIssues);
  return understood.searchability.map((searchability) => ({
    issue: searchability.issue,
    product,
    engineVersion: understood.engineVersion,
    computedAt,
    searchability,
    evidence: evidence.get(searchability.issue) ?? [],
    themes: [...(themes.get(searchability.issue) ?? [])].sort((a, b) => b.strength - a.strength).slice(0, 3),
  }));
}

function groupByIssue<Row extends { readonly issue: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.issue);
    if (group === undefined) groups.set(row.issue, [row]);
    else group.push(row);
  }
  return groups;
}
