import { z } from 'zod';

/** How a vendor calls a person: read only so that it can be taken out of what is kept, never kept itself. What is no text is no name, and no reason to leave a record out. */
export const PersonsName = z.string().max(200).nullish().catch(undefined).transform((name) => name ?? undefined);

/** Everybody's names of a record, as `people` of it; absent where the vendor told none. */
export function peopleOf(names: readonly (string | undefined)[]): { readonly people?: readonly string[] } {
  const known = [...new Set(names.flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name.trim()])))];
  return known.length === 0 ? {} : { people: known };
}
