import { changeMark, wholeMark } from '../domain/change-mark';
import type { Product } from '../domain/product';
import type { Release } from '../domain/release';
import type { Issue } from '../domain/issue';
import type { IsoTime } from '../domain/time';
import type { Ports } from '../ports/ports';
import type { Stored } from '../ports/stores';
import type { IssuePage } from '../ports/issue-tracker';
import { NotFound, TrackerCursorExpired } from '../domain/errors';

type Needs = Pick<Ports, 'stores' | 'tracker' | 'queue' | 'settings' | 'clock' | 'logger'>;
type SyncJob = { readonly product: string; readonly full: boolean; readonly pageToken?: string };

/** Pages read in one run of the job; the rest goes on in the next, so that each run stays far below the time limit. */
const PAGES_PER_RUN = 40;

/**
 * Reads a product's issues and versions from the tracker. The page is stored before the checkpoint moves, so a run that dies is
 * simply done again. When the last page is in, evidence is derived anew.
 * @throws TrackerFailure TrackerRateLimited StoreUnavailable
 */
export async function syncIssues(ports: Needs, job: SyncJob): Promise<void> {
  const product = await ports.stores.products.findProduct(job.product);
  if (product === undefined) throw new NotFound(`no product ${job.product}`);
  const startedAt = ports.clock.now();
  const since = job.full ? undefined : await readSince(ports, product.id);
  let pageToken = job.pageToken;
  // A first page that goes on from another run may follow changes that were stored there.
  let changed = job.full || pageToken !== undefined;
  for (let page = 0; page < PAGES_PER_RUN; page += 1) {
    const answer = await pageOrRestart(ports, {
      projects: product.projects,
      ...(since === undefined ? {} : { updatedSince: since }),
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    const stored = await ports.stores.issues.saveIssues(product.id, answer.issues, startedAt);
    changed ||= stored.some((one) => one !== 'unchanged');
    pageToken = answer.nextPageToken;
    if (pageToken === undefined) return finish(ports, product, startedAt, changed);
  }
  await ports.queue.push({ name: 'sync-issues', product: product.id, full: job.full, ...(pageToken === undefined ? {} : { pageToken }) });
}

/** A page, or the first one where the token of this one has expired: what was stored already is stored again, nothing is skipped. */
async function pageOrRestart(ports: Needs, query: Parameters<Ports['tracker']['fetchIssues']>[0]): Promise<IssuePage> {
  try {
    return await ports.tracker.fetchIssues(query);
  } catch (error) {
    if (!(error instanceof TrackerCursorExpired)) throw error;
    return ports.tracker.fetchIssues({ projects: query.projects, ...(query.updatedSince === undefined ? {} : { updatedSince: query.updatedSince }) });
  }
}

async function finish(ports: Needs, product: Product, startedAt: IsoTime, changed: boolean): Promise<void> {
  const releases = await saveReleases(ports, product);
  await ports.settings.save(watermarkKey(product.id), startedAt);
  ports.logger.info('issues.synced', { product: product.id });
  const isReleased = releases.some((one) => one !== 'unchanged');
  if (!changed && !isReleased) return;
  // What a release did is measured after a whole run.
  if (isReleased) await ports.settings.save(wholeMark(product.id), ports.clock.now());
  await ports.settings.save(changeMark(product.id), ports.clock.now());
  await ports.queue.push({ name: 'understand', product: product.id });
}

/** Reading again from an hour before the last start covers late index updates at the tracker. */
async function readSince(ports: Needs, product: string): Promise<IsoTime | undefined> {
  const saved = await ports.settings.find(watermarkKey(product));
  return typeof saved === 'string' ? new Date(Date.parse(saved) - 3_600_000).toISOString() : undefined;
}

function watermarkKey(product: string): string {
  return `issues-read-until:${product}`;
}

async function saveReleases(ports: Needs, product: Product): Promise<readonly Stored[]> {
  const issues = await ports.stores.issues.listIssues(product.id);
  const releases: Release[] = [];
  for (const project of product.projects) {
    for (const version of await ports.tracker.fetchVersions(project)) {
      releases.push({
        id: `${project}:${version.id}`,
        product: product.id,
        name: version.name,
        issues: keysIn(issues, project, version.name),
        ...(version.released && version.releasedAt !== undefined ? { releasedAt: version.releasedAt } : {}),
      });
    }
  }
  const stored = await ports.stores.issues.saveReleases(releases);
  const gone = await goneReleases(ports, product, releases);
  await ports.stores.issues.removeReleases(product.id, gone);
  return gone.length === 0 ? stored : [...stored, 'changed'];
}

/** Versions that were deleted or merged: they carry a project's key in their id, as imported releases do not. */
async function goneReleases({ stores }: Needs, product: Product, now: readonly Release[]): Promise<readonly string[]> {
  const left = new Set(now.map((release) => release.id));
  const known = await stores.issues.listReleases(product.id);
  return known.map((release) => release.id).filter((id) => !left.has(id) && product.projects.some((project) => id.startsWith(`${project}:`)));
}

function keysIn(issues: readonly Issue[], project: string, version: string): readonly string[] {
  return issues.filter((issue) => issue.project === project && issue.fixVersions.includes(version)).map((issue) => issue.key);
}
