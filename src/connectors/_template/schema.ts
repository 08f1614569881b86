import { z } from 'zod';
import { PersonsName } from '../_shared/persons-name';

/** One record, with the fields that we use and no others. Cite the page of the vendor's documentation that each answer comes from. */
export const Entry = z.object({
  id: z.union([z.string().min(1), z.int()]).transform(String),
  createdAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
  author: z.object({ id: z.string(), isStaff: z.boolean(), name: PersonsName }),
  // Words stand in it, and empty says that there are none. Take null or a missing field for none only where the vendor's own text says so: else a field that broke reads as silence.
  title: z.string(),
  body: z.string(),
  deleted: z.boolean().optional(),
});

/** A record of which no more than this is asked for. */
export const BareEntry = Entry.pick({ id: true });

/** Records stay unread here, so that one bad record does not cost the page. `total`: all there are, whenever they were said. */
export const EntryPage = z.object({ entries: z.array(z.unknown()), next: z.string().nullable(), total: z.int().min(0) });

export const Cursor = z.object({ next: z.string().nullable(), since: z.string() });

export const Person = z.object({ name: PersonsName });
