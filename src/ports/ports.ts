import type { Clock } from './clock';
import type { IssueTracker } from './issue-tracker';
import type { JobQueue } from './job-queue';
import type { Logger } from './logger';
import type { LoadPseudonym } from './pseudonym';
import type { OutcomeStore } from './outcome-store';
import type { Settings } from './settings';
import type { Stores } from './stores';

/** Everything from outside, handed over once by `app.ts`. */
export interface Ports {
  readonly stores: Stores;
  readonly outcomes: OutcomeStore;
  readonly tracker: IssueTracker;
  readonly queue: JobQueue;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly loadPseudonym: LoadPseudonym;
  readonly logger: Logger;
}
