import type { IsoTime } from './time';

/** Ways in which a provider answers nobody: its key, model or address is wrong, another model answers, nobody is there, it has a fault, its answers do not arrive. */
export const PROVIDER_TROUBLES = ['no-access', 'other-model', 'unreachable', 'server-error', 'lost'] as const;

/** What keeps a product's model from answering, since the first question that it did not answer. */
export interface ProviderTrouble {
  readonly code: (typeof PROVIDER_TROUBLES)[number];
  readonly since: IsoTime;
}
