import { z } from 'zod';
import type { Limits } from '../limits';
import { json, proxyError, unsupported, type Answer } from '../proxy/answer';
import type { Tenant } from '../tenants';
import type { SqlEngine } from './sql-engine';
import { SqlRefusal } from './sql-refusal';

const Body = z.object({ query: z.string(), params: z.array(z.unknown()).default([]), method: z.string().optional() });

/** The SQL service's two calls, as `@forge/sql` makes them. */
export async function answerSql(context: { readonly engine: SqlEngine; readonly limits: Limits; readonly tenant: Tenant; readonly hasSql: boolean }, path: string, body: unknown): Promise<Answer> {
  const { engine, limits, tenant } = context;
  if (path !== '/api/v1/execute' && path !== '/api/v1/execute/ddl') return unsupported(`SQL's ${path}`);
  if (!context.hasSql) return refusal(new SqlRefusal('APP_NOT_ENABLED', 'manifest.yml has no sql module'), 403);
  const started = performance.now();
  try {
    const { query, params } = Body.parse(body);
    if (Buffer.byteLength(JSON.stringify(body)) > limits.sqlRequestBytes) throw new SqlRefusal('SQL_EXECUTION_ERROR', `the request is larger than ${limits.sqlRequestBytes} bytes`);
    const rows = await engine.execute(tenant, { text: query, parameters: params, isDefinitionPath: path.endsWith('/ddl') });
    const size = Buffer.byteLength(rows);
    if (size > limits.sqlResponseBytes) throw new SqlRefusal('SQL_EXECUTION_ERROR', `the answer is ${size} bytes, the limit is ${limits.sqlResponseBytes}`);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: `{"rows":${rows},"metadata":{"dbExecutionTime":${performance.now() - started},"responseSize":${size}}}` };
  } catch (error) {
    if (error instanceof SqlRefusal) return refusal(error, 400);
    if (error instanceof z.ZodError) return proxyError(400, 'BAD_REQUEST', error.message);
    throw error;
  }
}

function refusal(error: SqlRefusal, status: number): Answer {
  return json({ code: error.code, message: error.message, ...(error.debug === undefined ? {} : { debug: error.debug }) }, status);
}
