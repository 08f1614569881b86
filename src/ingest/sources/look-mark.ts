import type { LoadPseudonym } from '../../ports/pseudonym';

/** The place that a form names: its settings as they were checked, and the secrets that were typed, for with many vendors the key says whose data it is. */
export interface LookedAt {
  readonly id?: string;
  readonly connector: string;
  readonly product: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * What a preview hands out and connecting asks for: it stands for the very place that was looked at, only this site can make it, and nothing is kept for
 * it. Nobody can work back from it to a secret.
 */
export async function lookMark({ loadPseudonym }: { readonly loadPseudonym: LoadPseudonym }, { id, connector, product, settings, secrets }: LookedAt): Promise<string> {
  const place = JSON.stringify([id ?? '', connector, product, Object.entries(settings).sort(), Object.entries(secrets).sort()]);
  return (await loadPseudonym())(place).replace('person-', 'looked-');
}
