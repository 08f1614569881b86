import { z } from 'zod';
import { contentHash } from './platform/store/content-hash';
import type { Ports } from './ports/ports';

/** What the columns of files meant, by the names of the columns. */
export interface ColumnDesk {
  readonly find: (columns: readonly string[]) => Promise<readonly string[] | undefined>;
  readonly save: (columns: readonly string[], fields: readonly string[]) => Promise<void>;
}

const Fields = z.array(z.string());

export function columnDesk({ settings }: Pick<Ports, 'settings'>): ColumnDesk {
  const keyOf = (columns: readonly string[]): string => `columns:${contentHash(columns)}`;
  return {
    find: async (columns) => {
      const saved = Fields.safeParse(await settings.find(keyOf(columns)));
      return saved.success && saved.data.length === columns.length ? saved.data : undefined;
    },
    save: (columns, fields) => settings.save(keyOf(columns), fields),
  };
}
