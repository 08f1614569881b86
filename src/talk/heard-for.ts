import type { HeardSignal, IssueFacts } from './issue-facts';

/** Who speaks for an issue among its evidence, and who is left out of it. */
export interface HeardFor {
  readonly heard: readonly HeardSignal[];
  /** Signals that stand as evidence, and of which somebody said or read something else. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * Evidence that speaks for an issue: without what says otherwise, and without what a model read as meaning something else, unless a person
 * confirmed it. Nobody stands on both sides.
 */
export function heardFor(heard: readonly HeardSignal[], otherwise: IssueFacts['otherwise'], unrelated: ReadonlySet<string>): HeardFor {
  const against = new Set(otherwise.map(({ signal }) => signal.id));
  const isLeftOut = ({ signal, standing }: HeardSignal): boolean => against.has(signal.id) || (standing === 'suggested' && unrelated.has(signal.id));
  return { heard: heard.filter((one) => !isLeftOut(one)), leftOut: new Set(heard.filter(isLeftOut).map(({ signal }) => signal.id)) };
}
