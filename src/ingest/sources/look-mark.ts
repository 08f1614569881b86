import type { LoadPseudonym } from '../../ports/pseudonym';

/** The place that a form names: its settings as they were checked, never a secret. */
export interface LookedAt {
  readonly id?: string;
  readonly connector: string;
  readonly product: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a preview hands out and connecting asks for: it stands for the very place that was looked at, only this site can make it, and nothing is kept for it. */
export async function lookMark({ loadPseudonym }: { readonly loadPseudonym: LoadPseudonym }, { id, connector, product, settings }: LookedAt): Promise<string> {
  const place = JSON.stringify([id ?? '', connector, product, ...Object.entries(settings).sort()]);
  return (await loadPseudonym())(place).replace('person-', 'looked-');
}
