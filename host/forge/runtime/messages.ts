/** What the host and a process that runs functions say to each other. */

export interface BootMessage {
  readonly kind: 'boot';
  readonly proxyUrl: string;
  readonly appFolder: string;
  /** Handler file name to bundle path. */
  readonly bundles: Readonly<Record<string, string>>;
  readonly preload: readonly string[];
  readonly egress: readonly string[];
  /** Origin that the app may call to the local address that answers for it. */
  readonly egressRoutes: Readonly<Record<string, string>>;
  readonly clockOffset: number;
  /** The app's own waits pass at once, and its stopwatch says that they were waited out. */
  readonly skipsWaits: boolean;
}

export interface InvokeMessage {
  readonly kind: 'invoke';
  readonly id: string;
  readonly token: string;
  readonly file: string;
  readonly exportName: string;
  readonly args: readonly unknown[];
  readonly context: InvocationContext;
  readonly timeoutMs: number;
}

/** What `__forge_runtime__` tells the app about the invocation; the host never reads it back. */
export interface InvocationContext {
  readonly contextAri: string;
  readonly handler: string;
  readonly accountId?: string;
  readonly app: {
    readonly appId: string;
    readonly appVersion: string;
    readonly environmentId: string;
    readonly environmentType: string;
    readonly invocationId: string;
    readonly installationId: string;
    readonly functionKey: string;
    readonly moduleType: string;
    readonly moduleKey: string;
    readonly license: { readonly isActive: boolean };
    readonly installation: { readonly ari: { readonly installationId: string }; readonly contexts: readonly { readonly cloudId: string }[] };
    readonly permissions: { readonly scopes: readonly string[]; readonly external: unknown };
  };
}

export type ToWorker = BootMessage | InvokeMessage | { readonly kind: 'clock'; readonly offset: number } | { readonly kind: 'ping' };

export interface Memory {
  readonly rssBytes: number;
  readonly heapBytes: number;
}

export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly text: string; readonly id?: string }
  | { readonly kind: 'done'; readonly id: string; readonly ok: true; readonly value?: unknown; readonly memory: Memory }
  | { readonly kind: 'done'; readonly id: string; readonly ok: false; readonly error: Failure; readonly memory: Memory };

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
