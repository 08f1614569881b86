import type { Connection } from '../../domain/connection';
import type { Random } from '../../domain/random';
import type { SourceAccount } from '../../domain/source-record';
import type { ConnectionStore } from '../../ports/connection-store';
import type { Connector } from '../../ports/connector';
import type { CrashPoint } from '../../ports/crash-point';
import type { Http } from '../../ports/http';
import type { Ports } from '../../ports/ports';
import type { Sleep } from '../../ports/sleep';
import type { PrepareSignals } from '../prepare-signals';

/** What becomes of accounts that a source lists: kept as they are at `at`, so that a later change does not rewrite the past. Safe to repeat. */
export type TakeAccounts = (connection: Connection, accounts: readonly SourceAccount[]) => Promise<void>;

/** Everything that reading a source needs from outside. */
export interface SourceNeeds extends Pick<Ports, 'stores' | 'settings' | 'queue' | 'clock' | 'logger' | 'loadPseudonym'> {
  readonly connections: ConnectionStore;
  readonly outside: Http;
  /** The way into the Jira site we are installed on. */
  readonly jira: Http;
  readonly sleep: Sleep;
  readonly random: Random;
  readonly prepare: PrepareSignals;
  /** The same, and nothing is written. */
  readonly tryPrepare: PrepareSignals;
  readonly takeAccounts: TakeAccounts;
  readonly findConnector: (id: string) => Connector | undefined;
  readonly crashPoint: CrashPoint;
}
