import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { OutcomeStore } from '../ports/outcome-store';
import type { Stores } from '../ports/stores';
import type { TalkStore } from '../ports/talk-store';

/** What talking to customers needs from outside. */
export interface Talking {
  readonly stores: Pick<Stores, 'products' | 'signals' | 'issues' | 'evidence' | 'themes' | 'decisions'>;
  readonly outcomes: OutcomeStore;
  readonly talk: TalkStore;
  readonly clock: Clock;
  readonly logger: Logger;
}
