import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { PROVIDER_TROUBLES, type ProviderTrouble } from '../../domain/provider-trouble';
import type { Settings } from '../../ports/settings';
import type { TroubleNote } from './noted-model';

const Kept = z.object({ model: z.string(), code: z.enum(PROVIDER_TROUBLES), since: z.string() });
const keyOf = (product: string): string => `agent-trouble:${product}`;

/** The note of a product about this very model: with another one, nothing is known. */
export function troubleNote(settings: Settings, product: string, model: string): TroubleNote {
  return {
    find: async (): Promise<ProviderTrouble | undefined> => {
      const kept = await settings.find(keyOf(product));
      if (kept === undefined) return undefined;
      const { code, since, model: asked } = parseAt('agent-trouble', Kept, kept);
      return asked === model ? { code, since } : undefined;
    },
    save: (trouble) => settings.save(keyOf(product), { model, ...trouble }),
    clear: () => settings.remove(keyOf(product)),
  };
}
