/** One limit of the platform: what it bounds, where the number comes from, and whether this host enforces it. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly bounds: string;
  readonly source: string;
  readonly enforced: boolean;
}

const INVOCATION = 'https://developer.atlassian.com/platform/forge/limits-invocation/';
const STORAGE = 'https://developer.atlassian.com/platform/forge/limits-kvs-ce/';
const SQL = 'https://developer.atlassian.com/platform/forge/limits-sql/';
const EVENTS = 'https://developer.atlassian.com/platform/forge/limits-async-events/';
const CHOSEN = 'Not published by Atlassian; chosen for this host';

const limit = (value: number, unit: string, bounds: string, source: string, enforced = true): Limit => ({ value, unit, bounds, source, enforced });

/** Every limit by name. A host may be opened with other values (`limits` option), e.g. to test how the app behaves at the edge. */
export const platformLimits = {
  invokeRequestBytes: limit(500 * 1024, 'bytes', 'payload of a call from the page to a resolver', INVOCATION),
  invokeResponseBytes: limit(5 * 1024 * 1024, 'bytes', 'answer of any function', INVOCATION),
  invocationBytes: limit(5 * 1024 * 1024, 'bytes', 'payload of any invocation (web trigger body, product event)', INVOCATION),
  resolverSeconds: limit(25, 's', 'run time of resolvers and product event triggers', INVOCATION),
  webTriggerSeconds: limit(55, 's', 'run time of web triggers and actions', INVOCATION),
  backgroundDefaultSeconds: limit(55, 's', 'run time of consumers and scheduled triggers without timeoutSeconds', INVOCATION),
  backgroundMaximumSeconds: limit(900, 's', 'largest timeoutSeconds of consumers and scheduled triggers', INVOCATION),
  memoryDefaultMB: limit(512, 'MB', 'memory of a function without memoryMB', INVOCATION),
  memoryMaximumMB: limit(1024, 'MB', 'largest memoryMB', INVOCATION),
  runtimeAllowanceMB: limit(96, 'MB', 'resident memory a process may use above memoryMB before it is killed (Node itself, shared pages)', CHOSEN),
  kvsKeyLength: limit(500, 'characters', 'key of the key-value store', STORAGE),
  kvsValueBytes: limit(240 * 1024, 'bytes', 'value of the key-value store', STORAGE),
  kvsDepth: limit(31, 'levels', 'nesting of a value', STORAGE),
  kvsBatchItems: limit(25, 'items', 'items of a batch or transaction', STORAGE),
  kvsTransactionBytes: limit(4 * 1024 * 1024, 'bytes', 'payload of a batch or transaction', STORAGE),
  kvsPageItems: limit(100, 'items', 'page of a query', STORAGE),
  sqlRequestBytes: limit(1024 * 1024, 'bytes', 'statement and parameters', SQL),
  sqlResponseBytes: limit(4 * 1024 * 1024, 'bytes', 'rows of one answer', SQL),
  sqlRowBytes: limit(6 * 1024 * 1024, 'bytes', 'one row (a request is smaller, so a row cannot reach it in one statement)', SQL, false),
  sqlSelectSeconds: limit(5, 's', 'run time of a SELECT', SQL),
  sqlChangeSeconds: limit(10, 's', 'run time of INSERT, UPDATE, DELETE', SQL),
  sqlDefinitionSeconds: limit(20, 's', 'run time of DDL', SQL),
  sqlTables: limit(200, 'tables', 'tables of an installation', SQL, false),
  sqlIndexKeyBytes: limit(3072, 'bytes', 'declared width of an index', 'TiDB error 1071'),
  queuePushEvents: limit(50, 'events', 'events of one push', EVENTS),
  queuePushBytes: limit(200 * 1024, 'bytes', 'payload of one push', EVENTS),
  queueLongEventBytes: limit(100 * 1024, 'bytes', 'one event when its function may run longer than 55 s', EVENTS),
  queueDelaySeconds: limit(900, 's', 'delay of an event, and of a retry', EVENTS),
  queueRetryDataBytes: limit(4 * 1024, 'bytes', 'retryData', EVENTS),
  queueRetentionHours: limit(24, 'h', 'time within which an event is delivered again', EVENTS),
  queueFailureRetries: limit(4, 'retries', 'deliveries after an exception, a timeout or lack of memory', CHOSEN),
  queueBackoffMaximumSeconds: limit(60, 's', 'longest wait of the doubling back-off after a failure', CHOSEN),
  queueEventsPerMinute: limit(500, 'events', 'events of an installation per minute', EVENTS, false),
  externalRequestsPerMinute: limit(100, 'requests', 'egress of one invocation per minute of its run time', INVOCATION, false),
  logLinesPerMinute: limit(100, 'lines', 'log of one invocation per minute of its run time', INVOCATION, false),
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof platformLimits;
export type Limits = Readonly<Record<LimitName, number>>;

/** The values to enforce: the platform's, unless a host was opened with others. */
export function limitsWith(overrides: Partial<Limits> = {}): Limits {
  const values = Object.fromEntries(Object.entries(platformLimits).map(([name, { value }]) => [name, value]));
  return { ...(values as Record<LimitName, number>), ...overrides };
}
