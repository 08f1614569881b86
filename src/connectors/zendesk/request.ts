import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Ask } from '../../ports/connector';
import type { SourceRequest } from '../../ports/http';

/** An answer of the given shape. API tokens go with the address of the agent they belong to (…/introduction/security-and-auth/). @throws SourceError BadInput */
export async function askZendesk<Shape extends z.ZodType>(ask: Ask, path: string, schema: Shape, query: NonNullable<SourceRequest['query']> = {}): Promise<z.output<Shape>> {
  const key = btoa(`${ask.settings['email'] ?? ''}/token:${ask.secret('token')}`);
  const body = await ask.http.json(`https://${ask.settings['host'] ?? ''}/api/v2/${path}`, { query, headers: { Authorization: `Basic ${key}` } });
  return parseAt(`zendesk ${path.split('/')[0] ?? ''}`, schema, body);
}
