import type { z } from 'zod';
import type { AnnotationsView, ChoicesView, FreezeByHand, SaveAnnotations } from '../../contract/outcomes';
import { NotFound } from '../../domain/errors';
import type { OutcomeContract } from '../../domain/outcome';
import type { Release } from '../../domain/release';
import type { App } from '../../app';
import type { Caller } from '../caller';
import type { PageCase } from '../page/load-page';

const RELEASES_SHOWN = 50;

/** What a promise can be measured by, loudest theme first, and the releases that nobody has written down. */
export async function choicesView(app: App, { product, digest, releases, now }: PageCase, caller: Caller): Promise<ChoicesView> {
  const { outcomes, tracker } = app.ports;
  const [canChange, contracts, events] = await Promise.all([isAdmin(tracker, caller), outcomes.listContracts(product.id), outcomes.listEvents(product.id)]);
  const known = new Set(contracts.filter((one) => one.state.kind === 'live').map((one) => one.release.id));
  const free = releases.flatMap(({ id, name, releasedAt }) => (releasedAt === undefined || releasedAt > now || known.has(id) ? [] : [{ id, name, releasedAt }]));
  return {
    canChange,
    themes: [...(digest?.themes ?? [])].sort((a, b) => b.customers - a.customers).map((one) => ({ id: one.theme.id, label: one.theme.label, signals: one.signals })),
    events,
    releases: free.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1)).slice(0, RELEASES_SHOWN),
  };
}

/** The release that a person means: one of the tracker's, or the one behind a contract. @throws NotFound */
export async function releaseOf(app: App, { product, releases }: PageCase, id: string): Promise<Release> {
  const named = releases.find((one) => one.id === id);
  if (named !== undefined) return named;
  const contract = (await app.ports.outcomes.listContracts(product.id)).find((one) => one.release.id === id && one.state.kind === 'live');
  if (contract === undefined) throw new NotFound('no such release');
  return { ...contract.release, product: product.id, issues: issuesOf(contract) };
}

/** Freezes or changes, and reads out again what was read out already. */
export async function freezeByHand(app: App, page: PageCase, caller: Caller, input: z.output<typeof FreezeByHand>): Promise<OutcomeContract> {
  const contract = await app.freezeByHand(await releaseOf(app, page, input.release), caller.accountId, input);
  await app.readOutDue(contract);
  return contract;
}

export async function annotationsView(app: App, product: string, caller: Caller): Promise<AnnotationsView> {
  const [settings, canChange] = await Promise.all([app.annotations.loadSettings(product), isAdmin(app.ports.tracker, caller)]);
  return { ...settings, canChange };
}

export async function saveAnnotations(app: App, product: string, caller: Caller, wish: z.output<typeof SaveAnnotations>): Promise<AnnotationsView> {
  await app.annotations.saveSettings(product, wish);
  await app.ports.queue.push({ name: 'measure', product });
  return annotationsView(app, product, caller);
}

async function isAdmin(tracker: App['ports']['tracker'], { projectKey }: Caller): Promise<boolean> {
  return projectKey !== undefined && tracker.isProjectAdmin(projectKey);
}

function issuesOf(contract: OutcomeContract): string[] {
  return [...new Set([...contract.targets, ...contract.withoutTarget].map((one) => one.issue))];
}
