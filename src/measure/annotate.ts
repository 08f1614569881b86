import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import { TrackerFailure } from '../domain/errors';
import type { Outcome, OutcomeContract } from '../domain/outcome';
import type { Annotator } from '../ports/annotator';
import type { Settings } from '../ports/settings';
import { loadAnnotated, loadAnnotationSettings, saveAnnotated, saveProblem, type Annotated, type AnnotationSettings } from './annotation-settings';
import { latestOutcomes } from './latest-outcomes';
import type { Measuring } from './measuring';
import { ISSUE_RELEASE, ROLL_OUT } from './release-kinds';

export interface Annotating extends Pick<Measuring, 'outcomes' | 'logger'> {
  readonly annotator: Annotator;
  readonly settings: Settings;
  /** The texts of an outcome, a paragraph each: numbers only, never a customer's words or name. */
  readonly textOf: (contract: OutcomeContract, outcome: Outcome) => readonly string[];
}

/** Writes in one run: one point each of what Jira grants all customers together. */
const WRITES_PER_RUN = 50;

/**
 * Writes what changed since the last run: the link on each version and, where a project administrator asked for it, one restricted comment
 * an issue and release, changed at a later read-out. What Jira refuses is kept to be shown and tried again the next day.
 * @throws StoreUnavailable TrackerRateLimited
 */
export async function annotate(annotating: Annotating, product: string): Promise<number> {
  const { outcomes, settings } = annotating;
  const wish = await loadAnnotationSettings(settings, product);
  if (wish.commentRole === null && !wish.versionLink) return 0;
  const all = await outcomes.listOutcomes(product);
  let left = WRITES_PER_RUN;
  let problem: string | undefined;
  for (const contract of await outcomes.listContracts(product)) {
    if (contract.state.kind !== 'live' || contract.targets.length === 0) continue;
    for (const one of await notesOf(annotating, wish, contract, all)) {
      if (left === 0) break;
      const refused = await written(annotating, one.write);
      problem ??= refused;
      left -= 1;
      if (refused === undefined) await saveAnnotated(settings, contract.id, one.then(await loadAnnotated(settings, contract.id)));
    }
  }
  await saveProblem(settings, product, problem);
  return WRITES_PER_RUN - left;
}

interface Note {
  readonly write: () => Promise<void>;
  /** What is known to be written once it is. */
  readonly then: (before: Annotated) => Annotated;
}

async function notesOf({ annotator, settings, textOf }: Annotating, wish: AnnotationSettings, contract: OutcomeContract, all: readonly Outcome[]): Promise<Note[]> {
  const done = await loadAnnotated(settings, contract.id);
  const notes: Note[] = [];
  const version = versionOf(contract);
  if (wish.versionLink && version !== undefined && done.link !== contract.id) {
    const link = { ...version, title: `What customers did after ${contract.release.name}`, place: `#/releases/${encodeURIComponent(contract.id)}` };
    notes.push({ write: () => annotator.linkVersion(link), then: (before) => ({ ...before, link: contract.id }) });
  }
  const role = wish.commentRole;
  if (role === null) return notes;
  const latest = latestOutcomes(all.filter((one) => one.contract === contract.id && one.readOut !== 'guard' && one.verdict.kind !== 'cannot-judge'));
  for (const [issue, outcomes] of Map.groupBy(latest, (one) => one.issue)) {
    const paragraphs = outcomes.flatMap((outcome) => textOf(contract, outcome));
    const digest = JSON.stringify([role, ...paragraphs]);
    if (done.comments[issue] === digest) continue;
    const comment = { issue, key: `${contract.id} ${issue}`, paragraphs, role };
    notes.push({ write: () => annotator.saveComment(comment), then: (before) => ({ ...before, comments: { ...before.comments, [issue]: digest } }) });
  }
  return notes;
}

/** The tracker's own version behind a contract; a done issue, a ring and an imported release have none. */
function versionOf({ release: { id } }: OutcomeContract): { readonly project: string; readonly version: string } | undefined {
  if (id.startsWith(ISSUE_RELEASE) || id.startsWith(ROLL_OUT)) return undefined;
  const [project = '', version = ''] = id.split(':');
  return /^[A-Z][A-Z0-9_]*$/.test(project) && /^\d+$/.test(version) ? { project, version } : undefined;
}

/** Undefined when it was written; else what Jira answered. A lost answer is no harm: what is there is looked for before writing. */
async function written({ logger }: Annotating, write: () => Promise<void>): Promise<string | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (!(error instanceof WriteRefused || error instanceof AnswerLost || error instanceof TrackerFailure)) throw error;
    logger.warn('outcome.annotation-refused', { code: error.code });
    return error instanceof WriteRefused ? error.reason : error.code;
  }
}
