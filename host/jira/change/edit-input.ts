import { z } from 'zod';

/** Body of an edit, a transition or a create. `fields` set, `update` adds, removes or sets. */
export const IssueUpdate = z.object({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
  transition: z.object({ id: z.string() }).optional(),
  historyMetadata: z.unknown().optional(),
});
export type IssueUpdate = z.output<typeof IssueUpdate>;

export const AdfBody = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });
export const NamedRef = z.object({ id: z.string().optional(), name: z.string().optional() });
export const AccountRef = z.union([z.null(), z.object({ accountId: z.string().nullable().optional(), id: z.string().nullable().optional() })]);
export const IssueRef = z.object({ id: z.string().optional(), key: z.string().optional() });
