import type { HostLog, MemoryReport } from './invocations';
import type { Limits } from './limits';
import type { ForgeModels } from './model-contract';
import type { ViewEntry } from './manifest';
import type { ProductEvent } from './queue/product-events';
import type { MariaDbConnection } from './sql/mariadb-engine';
import type { Tenant, TenantOptions } from './tenants';

export interface HostOptions {
  /** Folder with manifest.yml, src/ and the resources' built files. */
  readonly appFolder: string;
  /** Where all durable state goes; a host opened again on it goes on where it was. */
  readonly stateFolder: string;
  /** Tenants to have. Those already in the state folder stay, and are renewed by name. At least two in all. */
  readonly tenants: readonly TenantOptions[];
  /** Base address of the emulated Jira. */
  readonly jiraUrl: string;
  readonly sql?: { readonly engine: 'sqlite' } | { readonly engine: 'mariadb'; readonly connection: MariaDbConnection };
  readonly limits?: Partial<Limits>;
  /** Where the app's bundles are built; `<appFolder>/dist/app` unless told. */
  readonly bundleFolder?: string;
  /** Built shell (index.html and its files), served at the shell's origin. */
  readonly shellFolder?: string;
  /** 0 or absent: any free port. */
  readonly ports?: { readonly shell?: number; readonly app?: number; readonly webTrigger?: number };
  /** Origin that the app calls (and its manifest lists) to the local address that answers for it. */
  readonly egressRoutes?: Readonly<Record<string, string>>;
  /** What answers for Atlassian's hosted language models; absent: asking them fails loudly. */
  readonly models?: ForgeModels;
  /** Environment variables of the app, over the manifest's defaults. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Processes that run consumers and schedules, one function at a time each. Two unless told. */
  readonly backgroundProcesses?: number;
  /** The app's own waits (the pace it keeps at a vendor) pass at once, and its stopwatch says that they were waited out. For vendors that keep no limits themselves. */
  readonly skipsWaits?: boolean;
  /** `manual`: scheduled triggers run only through `runScheduled` and `advanceClock`. */
  readonly schedules?: 'automatic' | 'manual';
  /** What a person can type into the app to connect a tenant's vendors on this machine, as a page; undefined where it has none. */
  readonly vendorsPage?: (tenant: string) => string | undefined;
  /** After the clock was moved by hand, and at least once a day on the way: what happened at the sources until then can arrive now. ISO time in UTC. */
  readonly onAdvanced?: (until: string) => Promise<void>;
  /** What the app and the host say. Warnings and errors go to stderr unless told. */
  readonly log?: (entry: HostLog) => void;
}

export interface InvokeRequest {
  /** The key under which the resolver defined the function. */
  readonly functionKey: string;
  /** The view that asks; the first one that has a resolver unless told. */
  readonly moduleKey?: string;
  /** Absent: nobody is logged in. */
  readonly accountId?: string;
  readonly payload?: unknown;
  /** What the view shows, e.g. `{ type: 'jira:issuePanel', issue: { id, key }, project: { id, key } }`. */
  readonly extension?: Readonly<Record<string, unknown>>;
}

export interface ActionRequest {
  readonly actionKey: string;
  /** Absent: nobody is logged in. */
  readonly accountId?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A local Forge platform with the app on it. */
export interface Host {
  /** Where a person opens the shell; where the app's own pages come from; where web triggers are called. */
  readonly addresses: { readonly shell: string; readonly app: string; readonly webTrigger: string };
  readonly views: readonly ViewEntry[];
  tenants(): readonly Tenant[];
  /** A resolver call, as `invoke()` in the page makes it. @throws InvocationFailed */
  invoke(tenant: string, request: InvokeRequest): Promise<unknown>;
  /** An action as an agent calls it, inputs checked against the manifest; no language model is run. @throws InvocationFailed, or an Error for inputs that the manifest does not allow */
  invokeAction(tenant: string, request: ActionRequest): Promise<unknown>;
  /** A product event (e.g. `avi:jira:updated:issue`): every trigger that listens gets it, at least once. */
  emitEvent(tenant: string, eventType: string, payload: ProductEvent): void;
  /** A scheduled trigger now, whatever the clock says. */
  runScheduled(tenant: string, moduleKey: string): void;
  /** The address of a web trigger, created when it has none. */
  webTriggerUrl(tenant: string, moduleKey: string): string;
  /** ISO time in UTC. */
  clock(): string;
  /** Sets the clock; what fell due by it runs once. */
  setClock(iso: string): void;
  /** Lets virtual time pass: everything that falls due on the way runs at its moment, in order. Resolves when it has. */
  advanceClock(ms: number): Promise<void>;
  /** Resolves when nothing is due and nothing runs in the background. Delayed events and retries are due at their time. */
  idle(): Promise<void>;
  isIdle(): boolean;
  /** Nothing more begins in the background until what is answered is called (once); what runs goes on. */
  holdBackground(): () => void;
  /** Background work that was given up. */
  failures(tenant: string): readonly { readonly module: string; readonly failure: string }[];
  memory(): MemoryReport;
  /** Processes that run functions; for tests that kill them. */
  pids(): readonly number[];
  close(): Promise<void>;
}
