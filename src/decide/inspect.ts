import type { FallbackOffer, Policy } from '../domain/policy';
import type { BeforeState, CloseGround, FreshItem, WayThrough } from '../domain/sweep';
import { chooseWay, isNoWay, type NoWay } from './choose-way';
import type { Closing } from './closing';
import { offerFallbacks } from './offer-fallbacks';
import { protectionOf, type Protection } from './protections';

export type Inspection =
  | { readonly kind: 'free'; readonly item: FreshItem; readonly before: BeforeState; readonly way: WayThrough }
  | {
      readonly kind: 'protected';
      readonly reason: Protection | NoWay | 'not-visible' | 'already-done';
      /** With `fallback-not-accepted`: what a person could accept. */
      readonly offers?: readonly FallbackOffer[];
    };

/** Reads one item afresh: is it protected, how would it be closed, and how would it come back? */
export async function inspect(closing: Closing, issue: string, ground: CloseGround, policy: Policy): Promise<Inspection> {
  const sight = await closing.tracker.fetchItem(issue);
  if (sight.kind === 'not-visible') return { kind: 'protected', reason: 'not-visible' };
  const { item } = sight;
  if (item.issue.statusCategory === 'done') return { kind: 'protected', reason: 'already-done' };
  const protection = protectionOf(item, ground, policy);
  if (protection !== undefined) return { kind: 'protected', reason: protection };
  const [transitions, paths, editable] = await Promise.all([
    closing.tracker.fetchTransitions(issue),
    closing.tracker.fetchKnownPaths(issue),
    closing.tracker.fetchEditableFields(issue),
  ]);
  const before = beforeOf(item);
  const way = chooseWay({ transitions, paths, editable, before }, policy);
  if (way === 'fallback-not-accepted') return { kind: 'protected', reason: way, offers: offerFallbacks(transitions) };
  return isNoWay(way) ? { kind: 'protected', reason: way } : { kind: 'free', item, before, way };
}

/** The fields as they are, for a later undo. */
export function beforeOf({ issue, statusId, sprintId, rank }: FreshItem): BeforeState {
  return {
    status: { id: statusId, name: issue.status, category: issue.statusCategory },
    labels: issue.labels,
    fixVersions: issue.fixVersions,
    votes: issue.votes ?? 0,
    watchers: issue.watchers ?? 0,
    ...(issue.resolution === undefined ? {} : { resolution: issue.resolution }),
    ...(issue.assignee === undefined ? {} : { assignee: issue.assignee }),
    ...(sprintId === undefined ? {} : { sprintId }),
    ...(rank === undefined ? {} : { rank }),
  };
}
