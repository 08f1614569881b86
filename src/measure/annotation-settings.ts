import type { Settings } from '../ports/settings';

/** What a project administrator lets us write on the tracker about outcomes. */
export interface AnnotationSettings {
  /** The role that reads our comment on an issue; null: no comment is written. */
  readonly commentRole: string | null;
  /** A link to our page of the release in the version's related work. */
  readonly versionLink: boolean;
}

/** A comment is written only where somebody asked for it; a link shows nobody more than they may see. */
export const NOT_ASKED: AnnotationSettings = { commentRole: null, versionLink: true };

/** What was written, so that the same is not written every day, and what Jira refused last. */
export interface Annotated {
  /** By issue: a digest of the text. */
  readonly comments: Readonly<Record<string, string>>;
  readonly link?: string;
}

export async function loadAnnotationSettings(settings: Pick<Settings, 'find'>, product: string): Promise<AnnotationSettings> {
  const saved = await settings.find(settingsKey(product));
  if (typeof saved !== 'object' || saved === null) return NOT_ASKED;
  const role = 'commentRole' in saved && typeof saved.commentRole === 'string' ? saved.commentRole : null;
  return { commentRole: role, versionLink: !('versionLink' in saved) || saved.versionLink !== false };
}

export async function saveAnnotationSettings(settings: Pick<Settings, 'save'>, product: string, wish: AnnotationSettings): Promise<void> {
  await settings.save(settingsKey(product), { ...wish });
}

export async function loadAnnotated(settings: Pick<Settings, 'find'>, contract: string): Promise<Annotated> {
  const saved = await settings.find(annotatedKey(contract));
  if (typeof saved !== 'object' || saved === null) return { comments: {} };
  const comments = 'comments' in saved && typeof saved.comments === 'object' && saved.comments !== null ? saved.comments : {};
  const texts = Object.entries(comments).filter((one): one is [string, string] => typeof one[1] === 'string');
  return { comments: Object.fromEntries(texts), ...('link' in saved && typeof saved.link === 'string' ? { link: saved.link } : {}) };
}

export async function saveAnnotated(settings: Pick<Settings, 'save'>, contract: string, annotated: Annotated): Promise<void> {
  await settings.save(annotatedKey(contract), annotated);
}

/** When Jira last refused something of this, and what. */
export async function loadProblem(settings: Pick<Settings, 'find'>, product: string): Promise<string | undefined> {
  const saved = await settings.find(problemKey(product));
  return typeof saved === 'string' ? saved : undefined;
}

export async function saveProblem(settings: Pick<Settings, 'save' | 'remove'>, product: string, problem: string | undefined): Promise<void> {
  await (problem === undefined ? settings.remove(problemKey(product)) : settings.save(problemKey(product), problem));
}

function settingsKey(product: string): string {
  return `outcome-annotations:${product}`;
}

function annotatedKey(contract: string): string {
  // A key takes few characters and a file may name a release as it likes.
  return `outcome-annotated:${contract.replace(/[^A-Za-z0-9:._-]/g, '_').slice(0, 400)}`;
}

function problemKey(product: string): string {
  return `outcome-annotation-problem:${product}`;
}
