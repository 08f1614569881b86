import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Egress = z.union([z.string(), z.looseObject({ address: z.string() }), z.looseObject({ remote: z.string() })]);
const Content = z.looseObject({ scripts: z.array(z.string()).default([]), styles: z.array(z.string()).default([]) });

/** The parts of manifest.yml that the host acts on (Forge's own validator checks the rest). */
const ManifestFile = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    runtime: z.looseObject({ name: z.string(), memoryMB: z.number().optional() }),
  }),
  environment: z.looseObject({ variables: z.array(z.union([z.string(), z.looseObject({ key: z.string(), default: z.string() })])).default([]) }).optional(),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() })).default([]),
  remotes: z.array(z.looseObject({ key: z.string(), baseUrl: z.union([z.string(), z.record(z.string(), z.string())]) })).default([]),
  permissions: z
    .looseObject({
      scopes: z.union([z.array(z.string()), z.record(z.string(), z.looseObject({ allowImpersonation: z.boolean().optional() }).nullable())]).default([]),
      content: Content.optional(),
      external: z
        .looseObject({
          fetch: z.looseObject({ backend: z.array(Egress).default([]), client: z.array(Egress).default([]) }).optional(),
          images: z.array(Egress).default([]),
          fonts: z.array(Egress).default([]),
        })
        .optional(),
    })
    .default({ scopes: [] }),
});

const SERVED = new Set(['function', 'consumer', 'trigger', 'scheduledTrigger', 'webtrigger', 'sql', 'llm', 'rovo:agent', 'action']);
const SERVED_VIEWS = new Set(['jira:issuePanel', 'jira:issueContext', 'jira:projectPage', 'jira:backlogAction', 'jira:globalPage', 'jira:adminPage']);

const FunctionModule = z.looseObject({ key: z.string(), handler: z.string().regex(/^[^.]+\.[^.]+$/), timeoutSeconds: z.number().optional(), runtime: z.looseObject({ memoryMB: z.number().optional() }).optional() });
const ConsumerModule = z.looseObject({ key: z.string(), queue: z.string(), function: z.string() });
const TriggerModule = z.looseObject({
  key: z.string(),
  function: z.string(),
  events: z.array(z.union([z.string(), z.looseObject({ eventType: z.string() })])),
  // A filter that is not understood here would let through what Forge holds back.
  filter: z.strictObject({ ignoreSelf: z.boolean().optional() }).optional(),
});
const ScheduledModule = z.looseObject({ key: z.string(), function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) });
const WebTriggerModule = z.looseObject({
  key: z.string(),
  function: z.string(),
  request: z.looseObject({ authentication: z.string().optional() }).optional(),
  response: z
    .looseObject({
      type: z.enum(['static', 'dynamic']),
      outputs: z.array(z.looseObject({ key: z.string(), statusCode: z.number(), contentType: z.string().optional(), body: z.string().optional() })).default([]),
    })
    .optional(),
});
const ModelModule = z.looseObject({ key: z.string(), model: z.array(z.string()) });
const ViewModule = z.looseObject({ key: z.string(), resource: z.string().optional(), resolver: z.looseObject({ function: z.string() }).optional(), title: z.string().optional(), icon: z.string().optional() });

const ActionInput = z.looseObject({ title: z.string(), type: z.enum(['string', 'integer', 'number', 'boolean']), required: z.boolean(), description: z.string().optional() });
const ActionModule = z.looseObject({ key: z.string(), function: z.string(), actionVerb: z.enum(['GET', 'CREATE', 'UPDATE', 'DELETE', 'TRIGGER']), inputs: z.record(z.string(), ActionInput).default({}) });
const AgentModule = z.looseObject({ key: z.string(), name: z.string(), prompt: z.string(), actions: z.array(z.string()).default([]) });

export type ActionEntry = z.infer<typeof ActionModule>;
export type AgentEntry = z.infer<typeof AgentModule>;
export type FunctionEntry = z.infer<typeof FunctionModule>;
export type ScheduledEntry = z.infer<typeof ScheduledModule>;
export type WebTriggerEntry = z.infer<typeof WebTriggerModule>;

/** A module that shows a page of the app: its type (e.g. `jira:issuePanel`), its resource and its resolver function. */
export interface ViewEntry {
  readonly type: string;
  readonly key: string;
  readonly title: string;
  readonly resource?: string;
  readonly resolver?: string;
  /** An address, or `resource:<key>;<path>` for a file of the app. */
  readonly icon?: string;
}

export interface Manifest {
  readonly appId: string;
  readonly memoryMB: number | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly functions: readonly FunctionEntry[];
  readonly consumers: readonly z.infer<typeof ConsumerModule>[];
  readonly triggers: readonly z.infer<typeof TriggerModule>[];
  readonly scheduled: readonly ScheduledEntry[];
  readonly webTriggers: readonly WebTriggerEntry[];
  readonly views: readonly ViewEntry[];
  readonly actions: readonly ActionEntry[];
  readonly agents: readonly AgentEntry[];
  readonly hasSql: boolean;
  /** Families of language models that the app may ask; empty without the module. */
  readonly modelFamilies: readonly string[];
  /** Module types that this host does not run. */
  readonly unserved: readonly string[];
  readonly resources: readonly { readonly key: string; readonly path: string; readonly entry?: Readonly<Record<string, string>> | undefined }[];
  readonly scopes: readonly string[];
  /** Scopes for which the app may act as a user who is not there. */
  readonly impersonation: readonly string[];
  readonly backendEgress: readonly string[];
  readonly clientEgress: readonly string[];
  readonly imageEgress: readonly string[];
  readonly fontEgress: readonly string[];
  readonly contentScripts: readonly string[];
  readonly contentStyles: readonly string[];
}

/** @throws when manifest.yml is missing or lacks what the host needs, naming the field */
export function readManifest(path: string): Manifest {
  const file = ManifestFile.parse(parse(readFileSync(path, 'utf8')));
  const entries = <T>(type: string, schema: z.ZodType<T>): readonly T[] => z.array(schema).parse(file.modules[type] ?? []);
  const { scopes } = file.permissions;
  const external = file.permissions.external;
  const address = (entry: z.infer<typeof Egress>): string[] => egressAddresses(entry, file.remotes);
  return {
    appId: file.app.id.split('/').at(-1) ?? file.app.id,
    memoryMB: file.app.runtime.memoryMB,
    variables: Object.fromEntries((file.environment?.variables ?? []).flatMap((each) => (typeof each === 'string' ? [] : [[each.key, each.default]]))),
    functions: entries('function', FunctionModule),
    consumers: entries('consumer', ConsumerModule),
    triggers: entries('trigger', TriggerModule),
    scheduled: entries('scheduledTrigger', ScheduledModule),
    webTriggers: entries('webtrigger', WebTriggerModule),
    views: Object.entries(file.modules).flatMap(([type, modules]) => viewsOf(type, modules)),
    unserved: Object.keys(file.modules).filter((type) => !SERVED.has(type) && !SERVED_VIEWS.has(type)),
    actions: entries('action', ActionModule),
    agents: entries('rovo:agent', AgentModule),
    hasSql: (file.modules['sql'] ?? []).length > 0,
    modelFamilies: entries('llm', ModelModule).flatMap(({ model }) => model),
    resources: file.resources,
    scopes: Array.isArray(scopes) ? scopes : Object.keys(scopes),
    impersonation: Array.isArray(scopes) ? [] : Object.entries(scopes).flatMap(([scope, how]) => (how?.allowImpersonation === true ? [scope] : [])),
    backendEgress: (external?.fetch?.backend ?? []).flatMap(address),
    clientEgress: (external?.fetch?.client ?? []).flatMap(address),
    imageEgress: (external?.images ?? []).flatMap(address),
    fontEgress: (external?.fonts ?? []).flatMap(address),
    contentScripts: file.permissions.content?.scripts ?? [],
    contentStyles: file.permissions.content?.styles ?? [],
  };
}

function viewsOf(type: string, modules: readonly unknown[]): ViewEntry[] {
  if (!SERVED_VIEWS.has(type)) return [];
  return z.array(ViewModule).parse(modules).map((module) => ({
    type,
    key: module.key,
    title: module.title ?? module.key,
    ...(module.resource === undefined ? {} : { resource: module.resource }),
    ...(module.resolver === undefined ? {} : { resolver: module.resolver.function }),
    ...(module.icon === undefined ? {} : { icon: module.icon }),
  }));
}

function egressAddresses(entry: z.infer<typeof Egress>, remotes: z.infer<typeof ManifestFile>['remotes']): string[] {
  if (typeof entry === 'string') return [entry];
  if (typeof entry['address'] === 'string') return [entry['address']];
  const remote = remotes.find(({ key }) => key === entry['remote']);
  if (remote === undefined) throw new Error(`manifest.yml: egress names the remote ${String(entry['remote'])}, which is not listed under remotes`);
  return typeof remote.baseUrl === 'string' ? [remote.baseUrl] : Object.values(remote.baseUrl);
}

/** @throws when the manifest has no such function */
export function functionOf(manifest: Manifest, key: string): FunctionEntry {
  const found = manifest.functions.find((each) => each.key === key);
  if (found === undefined) throw new Error(`manifest.yml has no function ${key}`);
  return found;
}
