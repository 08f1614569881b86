import type { Call, Reply, WorldNeeds } from '../sources/source-world';

/** What a local tenant starts with. Jira data goes into the emulated Jira; files go through the app's own import, as an admin would drop them. */
export interface Seed {
  /** Lower-case letters, digits and dashes: names the tenant's folder and site. */
  readonly tenant: string;
  readonly siteName: string;
  /** The virtual clock starts here. ISO time in UTC. */
  readonly startsAt: string;
  readonly users: readonly SeedUser[];
  readonly projects: readonly SeedProject[];
  readonly versions: readonly SeedVersion[];
  readonly sprints: readonly SeedSprint[];
  readonly issues: readonly SeedIssue[];
  /** Projects of Jira Service Management with what customers asked there; nobody's role shows them. Requests of a time that is still to come are not there yet. */
  readonly serviceDesk?: SeedServiceDesk;
  /** Products the app is set up with, and what is imported for each. */
  readonly products: readonly SeedProduct[];
  /** Where the app reads by itself: vendors that stand on this machine, and how an admin connects them. */
  readonly vendors?: readonly SeedVendor[];
  /** Own systems of the tenant that send by themselves, signed, as they would. */
  readonly senders?: readonly SeedSender[];
  /** A list of accounts (JSON Lines) as an admin would drop it, before anything is read. */
  readonly accounts?: () => Iterable<string>;
  /** What customers say while the clock is moved from one ISO time to another, as files for the import. */
  readonly arrivals?: (from: string, to: string) => readonly SeedProduct[];
  /** Shown in the shell and in the app where a tenant is made up. */
  readonly synthetic: boolean;
}

export interface SeedServiceDesk {
  readonly projects: readonly SeedProject[];
  /** People of the help centre. */
  readonly customers: readonly { readonly accountId: string; readonly name: string }[];
  readonly requests: readonly SeedIssue[];
}

export interface SeedUser {
  readonly accountId: string;
  readonly name: string;
  /** Shown in the user switcher, e.g. `Product owner`. */
  readonly title: string;
  readonly siteAdmin: boolean;
  /** Project key to role. A project that is not listed is invisible to this user. */
  readonly roles: Readonly<Record<string, 'administrator' | 'member' | 'viewer'>>;
}

export interface SeedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** `service_desk` for one of Jira Service Management; software unless told. */
  readonly type?: 'software' | 'service_desk';
  readonly workflow: SeedWorkflow;
  /** Issue security level names and who is in them (account ids). */
  readonly securityLevels?: Readonly<Record<string, readonly string[]>>;
}

export interface SeedWorkflow {
  readonly statuses: readonly { readonly name: string; readonly category: 'todo' | 'doing' | 'done' }[];
  /** From every status to every other unless listed. */
  readonly transitions?: readonly { readonly name: string; readonly from: readonly string[]; readonly to: string; readonly resolutionOnScreen?: boolean }[];
  readonly resolutions: readonly string[];
}

export interface SeedVersion {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly releasedAt?: string;
  readonly released: boolean;
}

export interface SeedSprint {
  readonly id: number;
  readonly project: string;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startAt?: string;
  readonly endAt?: string;
}

export interface SeedIssue {
  readonly id: string;
  readonly key: string;
  readonly project: string;
  readonly summary: string;
  readonly description?: string;
  readonly type: string;
  readonly status: string;
  readonly resolution?: string;
  readonly priority?: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
  readonly resolvedAt?: string;
  readonly reporter?: string;
  readonly assignee?: string;
  readonly fixVersions: readonly string[];
  readonly labels: readonly string[];
  readonly sprint?: number;
  readonly parent?: string;
  readonly dueAt?: string;
  readonly votes?: number;
  readonly watchers?: number;
  readonly securityLevel?: string;
  /** Of a request: the customer's organisation. */
  readonly organisation?: { readonly id: string; readonly name: string };
  /** Key of the issue that a person linked this one to as its duplicate. */
  readonly duplicateOf?: string;
}

export interface SeedProduct {
  readonly id: string;
  readonly name: string;
  readonly projects: readonly string[];
  readonly files: readonly SeedFile[];
  /** How far an admin has let closing go; off unless told. */
  readonly closing?: 'observe' | 'suggest';
}

/** A file in the app's import format (JSON Lines), one line per row. */
export interface SeedFile {
  readonly kind: 'signals' | 'issues' | 'releases';
  readonly name: string;
  readonly source?: {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly visibility: 'open' | 'counts' | 'hidden';
    /** Times from which the file is known to hold nothing, e.g. an outage. */
    readonly gaps?: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  };
  readonly lines: () => Iterable<string>;
}

/** A system of the tenant's own that posts rows in the app's format. */
export interface SeedSender {
  readonly product: string;
  readonly name: string;
  readonly visibility: 'open' | 'counts' | 'hidden';
  readonly quietAfterHours: number;
  /** Rows (JSON) from one ISO time up to another, oldest first. */
  readonly rows: (from: string, to: string) => readonly string[];
}

/** An emulated vendor with everything it has and will have, and the connection that reads it. What is still to come it shows when its time has come. */
export interface SeedVendor {
  /** Nobody has connected it: it waits for a person to try that with. */
  readonly isWaiting?: true;
  readonly connection: {
    readonly connector: string;
    readonly product: string;
    readonly name: string;
    readonly visibility: 'open' | 'counts' | 'hidden';
    readonly days: number;
    /** An admin knows that of the time before nothing is missing. */
    readonly isNothingBefore?: true;
    /** Times of which an admin knows that nothing could be said there. */
    readonly gaps?: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  };
  /** Names that the app calls; none for a source inside Jira or one that only sends. Several vendors of one name are told apart by their keys. */
  readonly hosts: readonly string[];
  readonly open: (needs: VendorNeeds) => OpenedVendor;
}

export interface VendorNeeds extends WorldNeeds {
  /** A value that is made once and is the same at every later start, e.g. a key. */
  readonly keep: (name: string, make: () => string) => string;
}

export interface OpenedVendor {
  /** What an admin types to connect it, secrets included. */
  readonly fields: Readonly<Record<string, string>>;
  /** Absent for a source inside Jira, and for one that only sends. */
  readonly answer?: (call: Call) => Reply;
  /** What it sends by itself from one ISO time up to another, oldest first, signed as of the moment of asking. */
  readonly send?: (from: string, to: string) => readonly VendorDelivery[];
}

/** A request of a vendor to the address of a connection. */
export interface VendorDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
