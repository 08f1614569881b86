import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { App } from '../../app';

/** A web trigger's request (developer.atlassian.com/platform/forge/events-reference/web-trigger). */
const Event = z.object({
  headers: z.record(z.string(), z.array(z.string())).default({}),
  queryParameters: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

/** The static web trigger for vendors' own deliveries; the address names the connection, the signature proves the vendor. */
export function vendorTrigger(app: App): (event: unknown) => Promise<{ readonly outputKey: string }> {
  return async (event) => {
    const { headers, queryParameters, body } = parseAt('vendor delivery', Event, event);
    const [connection] = queryParameters['connection'] ?? [];
    if (connection === undefined) return { outputKey: 'unknown' };
    const first = (values: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
      Object.fromEntries(Object.entries(values).flatMap(([name, [value]]) => (value === undefined ? [] : [[name.toLowerCase(), value]])));
    return { outputKey: await app.sources.receive(connection, { body, headers: first(headers), query: first(queryParameters) }) };
  };
}
