import { z } from 'zod';
import type { Issue } from '../../domain/issue';
import { visibility } from './columns';

const text = z.string().exactOptional();
const number = z.number().exactOptional();

/** A copy of what Jira (or a file) says of an issue: one JSON text, because nothing but its id, key and product is asked for in SQL. */
export const StoredIssue: z.ZodType<Issue> = z.object({
  id: z.string(),
  key: z.string(),
  project: z.string(),
  summary: z.string(),
  description: text,
  type: text,
  status: z.string(),
  statusCategory: z.enum(['todo', 'doing', 'done']),
  resolution: text,
  priority: text,
  createdAt: z.string(),
  updatedAt: text,
  resolvedAt: text,
  fixVersions: z.array(z.string()),
  labels: z.array(z.string()),
  sprint: text,
  assignee: text,
  reporter: text,
  dueAt: text,
  votes: number,
  watchers: number,
  parent: text,
  visibility,
});
