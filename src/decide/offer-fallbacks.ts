import type { FallbackOffer } from '../domain/policy';
import type { Transition } from '../domain/sweep';
import { claimsDone } from './policy-bounds';

/**
 * How a workflow without our resolution could close an item: resolutions that do not claim the work was done, then ways that ask for no
 * resolution. Only what the app may take without filling in other fields; what is offered here `choose-way` can take once a person accepted it.
 */
export function offerFallbacks(transitions: readonly Transition[]): readonly FallbackOffer[] {
  const free = transitions.filter((one) => one.to.category === 'done' && one.requires.length === 0);
  const resolutions = free.flatMap((one) => one.resolutions ?? []).filter((name) => !claimsDone(name));
  const statuses = free.filter((one) => one.resolutions === undefined).map((one) => one.to.name);
  return [...offers('resolution', resolutions), ...offers('status', statuses)];
}

function offers(kind: FallbackOffer['kind'], names: readonly string[]): readonly FallbackOffer[] {
  return [...new Set(names)].map((name) => ({ kind, name }));
}
