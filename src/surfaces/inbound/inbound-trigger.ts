import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { App } from '../../app';

/** A web trigger's request and context (developer.atlassian.com/platform/forge/events-reference/web-trigger). */
const Event = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});
const Context = z.object({ installContext: z.string().min(1) });

/** The static web trigger for what own systems send. Anyone may call it; its answer is one of the manifest's, and tells nothing of what we hold. */
export function inboundTrigger(app: App): (event: unknown, context: unknown) => Promise<{ readonly outputKey: string }> {
  return async (event, context) => {
    const { method, headers, body } = parseAt('inbound', Event, event);
    const { installContext } = parseAt('inbound', Context, context);
    const lower: Record<string, string[]> = {};
    for (const [name, values] of Object.entries(headers)) (lower[name.toLowerCase()] ??= []).push(...values);
    return { outputKey: await app.inbound.receive(installContext, { method, headers: lower, body }) };
  };
}
