import { z } from 'zod';
import { answerKvs } from '../kvs/kvs-endpoints';
import { kvsStoreOf } from '../kvs/kvs-store';
import type { VirtualClock } from '../clock';
import type { Invocation } from '../invocations';
import type { Limits } from '../limits';
import type { Manifest } from '../manifest';
import { answerQueue } from '../queue/queue-endpoints';
import type { WorkStore } from '../queue/work-store';
import { answerSql } from '../sql/sql-endpoints';
import type { SqlEngine } from '../sql/sql-engine';
import type { State } from '../state';
import { proxyError, unsupported, type Answer } from './answer';
import { answerReport } from './report-accounts';
import { answerGraphql } from './graphql';
import { answerModelCall } from './model-call';
import type { ForgeModels } from '../model-contract';
import { callJira, type JiraCall } from './jira-call';
import type { WebTriggerUrls } from './web-trigger-urls';

/** What `__forge_fetch__` was asked, as it came over the wire. Nothing in it says for which tenant. */
export const PlatformCall = z.object({
  target: z.looseObject({ type: z.string(), provider: z.string().optional(), remote: z.string().optional(), model: z.string().optional(), accountId: z.string().optional(), contextAri: z.string().optional() }),
  path: z.string(),
  method: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
});

export interface PlatformContext {
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly clock: VirtualClock;
  readonly state: State;
  readonly engine: SqlEngine;
  readonly work: WorkStore;
  readonly urls: WebTriggerUrls;
  readonly jiraUrl: string;
  readonly webTriggerOrigin: string;
  readonly onPushed: () => void;
  /** What answers for Atlassian's models; absent: the host has none. */
  readonly models?: ForgeModels;
}

/** Answers one platform call of a running function. Tenant, user and scopes are those of the invocation. */
export async function answerPlatformCall(context: PlatformContext, invocation: Invocation, call: z.infer<typeof PlatformCall>, body: Buffer): Promise<Answer> {
  const { target, path } = call;
  const { tenant } = invocation;
  switch (target.type) {
    case 'kvs':
      return answerKvs({ store: kvsStoreOf(context.state, context.clock, tenant.name), limits: context.limits, clock: context.clock }, path, parse(body));
    case 'sql':
      return answerSql({ engine: context.engine, limits: context.limits, tenant, hasSql: context.manifest.hasSql }, path, parse(body));
    case 'fpp':
      if (target.remote === 'stargate' && target.provider === 'app') return stargate(context, invocation, path, parse(body));
      if (target.remote === 'jira') return jira(context, invocation, call, body);
      return unsupported(`requests to ${target.remote ?? `the context ${target.contextAri ?? ''}`} as ${target.provider ?? 'nobody'}`);
    case 'llm':
      return answerModelCall(context, call, parse(body));
    default:
      return unsupported(`calls of the type ${target.type}`);
  }
}

function stargate(context: PlatformContext, invocation: Invocation, path: string, body: unknown): Answer {
  const { tenant } = invocation;
  const queued = answerQueue({ manifest: context.manifest, limits: context.limits, clock: context.clock, store: context.work, tenant, onPushed: context.onPushed }, path, body);
  if (queued !== undefined) return queued;
  if (path === '/app/report-accounts') return answerReport(body);
  if (path === '/graphql') return answerGraphql({ tenant, manifest: context.manifest, urls: context.urls, webTriggerOrigin: context.webTriggerOrigin }, body);
  return unsupported(`the platform path ${path}`);
}

async function jira(context: PlatformContext, invocation: Invocation, { target, path, method, headers }: z.infer<typeof PlatformCall>, body: Buffer): Promise<Answer> {
  const actor = actorOf(invocation, target, context.manifest);
  if (typeof actor === 'string') return proxyError(401, actor, 'nobody to act for');
  return callJira(context.jiraUrl, context.manifest, { tenant: invocation.tenant, actor, method, path, headers, body });
}

/** Who asks Jira; or the proxy's error when nobody may be named. */
function actorOf(invocation: Invocation, target: z.infer<typeof PlatformCall>['target'], manifest: Manifest): JiraCall['actor'] | string {
  if (target.provider === 'app') return { kind: 'app' };
  if (target.provider !== 'user') return { kind: 'anonymous' };
  const accountId = target.accountId ?? invocation.accountId;
  if (accountId === undefined) return 'NEEDS_AUTHENTICATION_ERR';
  // Another user than the one who is there may only be named by an app whose scopes allow impersonation.
  if (accountId !== invocation.accountId && manifest.impersonation.length === 0) return 'IMPERSONATION_NOT_ALLOWED';
  if (!invocation.tenant.users.some((user) => user.accountId === accountId)) return 'NEEDS_AUTHENTICATION_ERR';
  return { kind: 'user', accountId };
}

function parse(body: Buffer): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
}
