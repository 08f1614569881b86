import type { CloseFallback, Policy } from '../domain/policy';
import type { BeforeState, KnownPath, Loss, Transition, WayThrough, WorkflowStatus } from '../domain/sweep';
import { OWN_RESOLUTION, claimsDone } from './policy-bounds';

export type NoWay = 'no-closing-transition' | 'needs-fields' | 'fallback-not-accepted' | 'no-way-back';

export interface WayCase {
  readonly transitions: readonly Transition[];
  readonly paths: readonly KnownPath[];
  /** Fields the app may edit on the issue. */
  readonly editable: ReadonlySet<string>;
  readonly before: BeforeState;
}

/**
 * How to close an item and bring it back, chosen before anyone is told. Our own resolution where the workflow offers it; else what a person
 * accepted after it was explained; never a resolution that claims the work was done; never without a known way back.
 */
export function chooseWay(one: WayCase, policy: Policy): WayThrough | NoWay {
  const closing = one.transitions.filter((transition) => transition.to.category === 'done');
  if (closing.length === 0) return 'no-closing-transition';
  const free = closing.filter((transition) => transition.requires.length === 0);
  if (free.length === 0) return 'needs-fields';
  const chosen = ownResolution(free) ?? accepted(free, policy.fallback);
  if (chosen === undefined) return 'fallback-not-accepted';
  const back = wayBack(chosen.transition.to, one);
  if (back === undefined) return 'no-way-back';
  return { ...chosen, back: back.to, losses: lossesOf(chosen.transition.to, back, one) };
}

type Chosen = Pick<WayThrough, 'transition' | 'resolution' | 'honesty'>;

function ownResolution(transitions: readonly Transition[]): Chosen | undefined {
  for (const transition of transitions) {
    const name = transition.resolutions?.find((resolution) => resolution.toLowerCase() === OWN_RESOLUTION.toLowerCase());
    if (name !== undefined) return { transition, resolution: name, honesty: 'own-resolution' };
  }
  return undefined;
}

function accepted(transitions: readonly Transition[], fallback: CloseFallback | undefined): Chosen | undefined {
  if (fallback === undefined) return undefined;
  const wanted = fallback.name.toLowerCase();
  if (fallback.kind === 'status') {
    const transition = transitions.find((one) => one.to.name.toLowerCase() === wanted && one.resolutions === undefined);
    return transition === undefined ? undefined : { transition, honesty: 'accepted-fallback' };
  }
  for (const transition of transitions) {
    const resolution = transition.resolutions?.find((one) => one.toLowerCase() === wanted && !claimsDone(one));
    if (resolution !== undefined) return { transition, resolution, honesty: 'accepted-fallback' };
  }
  return undefined;
}

/** The way back to where it was; else to an open status like it; undefined when none is known. */
function wayBack(closed: WorkflowStatus, { paths, before }: WayCase): KnownPath | undefined {
  const ways = paths.filter((path) => path.from.id === closed.id && path.to.category !== 'done');
  return ways.find((path) => path.to.id === before.status.id) ?? ways.find((path) => path.to.category === before.status.category) ?? ways[0];
}

function lossesOf(closed: WorkflowStatus, back: KnownPath, { editable, before, paths }: WayCase): readonly Loss[] {
  const losses: Loss[] = [];
  if (back.to.id !== before.status.id) losses.push({ field: 'status', why: 'no-way-back-to-status', instead: back.to.name });
  if (!clearsResolution(paths, closed.id, back.to.id) && !editable.has('resolution')) losses.push({ field: 'resolution', why: 'workflow-keeps-resolution' });
  for (const field of ['assignee', 'labels', 'fixVersions'] as const) {
    if (!editable.has(field)) losses.push({ field, why: 'field-not-editable' });
  }
  if (before.sprintId !== undefined) losses.push({ field: 'sprint', why: 'sprint-may-end' });
  if (before.rank !== undefined && !editable.has('rank')) losses.push({ field: 'rank', why: 'rank-not-kept' });
  return losses;
}

/** Does every known way between the two empty the resolution? */
export function clearsResolution(paths: readonly KnownPath[], from: string, to: string): boolean {
  const ways = paths.filter((path) => path.from.id === from && path.to.id === to);
  return ways.length > 0 && ways.every((path) => path.clearsResolution === true);
}

/** True for the answer that names no way. */
export function isNoWay(way: WayThrough | NoWay): way is NoWay {
  return typeof way === 'string';
}
