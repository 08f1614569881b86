import type { z } from 'zod';
import { BadInput } from './errors';

/**
 * The one door for everything that crosses an edge: vendor page, webhook, model reply, stored row, UI payload.
 * @param edge where it came from, for the error
 * @throws BadInput naming the first field that is wrong and why
 */
export function parseAt<Schema extends z.ZodType>(edge: string, schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new BadInput(edge, issue === undefined || issue.path.length === 0 ? '(whole)' : issue.path.join('.'), issue?.message ?? 'not readable', {
    cause: result.error,
  });
}
