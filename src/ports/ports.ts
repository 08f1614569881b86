import type { AgentStore } from './agent-store';
import type { AccountStore } from './account-store';
import type { Clock } from './clock';
import type { InboundStore } from './inbound-store';
import type { IssueTracker } from './issue-tracker';
import type { JobQueue } from './job-queue';
import type { Logger } from './logger';
import type { LoadPseudonym } from './pseudonym';
import type { OutcomeStore } from './outcome-store';
import type { ProposalStore } from './proposal-store';
import type { PrototypeStore } from './prototype-store';
import type { Settings } from './settings';
import type { Stores } from './stores';
import type { TalkStore } from './talk-store';
import type { UnroutedStore } from './unrouted-store';

/** Everything from outside, handed over once by `app.ts`. */
export interface Ports {
  readonly stores: Stores;
  readonly outcomes: OutcomeStore;
  readonly agent: AgentStore;
  readonly talk: TalkStore;
  readonly prototypes: PrototypeStore;
  readonly proposals: ProposalStore;
  readonly inbound: InboundStore;
  readonly accounts: AccountStore;
  readonly unrouted: UnroutedStore;
  /** Where own systems send to, on this site. @throws StoreUnavailable */
  readonly inboundAddress: () => Promise<string>;
  readonly tracker: IssueTracker;
  readonly queue: JobQueue;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly loadPseudonym: LoadPseudonym;
  readonly logger: Logger;
}
