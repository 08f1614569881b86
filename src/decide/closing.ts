import type { Clock } from '../ports/clock';
import type { ClosingTracker } from '../ports/closing-tracker';
import type { CrashPoint } from '../ports/crash-point';
import type { DecisionLog } from '../ports/decision-log';
import type { LedgerStore } from '../ports/ledger-store';
import type { Logger } from '../ports/logger';
import type { Sha256 } from '../ports/sha256';
import type { DecisionStore, EvidenceStore, ImportStore, IssueStore, ProductStore, SignalStore } from '../ports/stores';
import type { SweepStore } from '../ports/sweep-store';

/** Everything closing needs from outside, handed over once. */
export interface Closing {
  readonly tracker: ClosingTracker;
  readonly ledger: LedgerStore;
  readonly sweeps: SweepStore;
  readonly decisionLog: DecisionLog;
  readonly stores: {
    readonly products: Pick<ProductStore, 'listCoverage' | 'findProduct' | 'listProducts'>;
    readonly signals: Pick<SignalStore, 'findSignals'>;
    readonly issues: Pick<IssueStore, 'listIssues' | 'listOpenIds' | 'listReleases' | 'findIssue'>;
    readonly evidence: Pick<EvidenceStore, 'findRun' | 'listDigests' | 'listThemes' | 'listThemeIssues' | 'listRemoved'>;
    readonly decisions: Pick<DecisionStore, 'listDecisions' | 'decisionsOfIssue' | 'saveDecision' | 'undoDecision'>;
    readonly imports: Pick<ImportStore, 'listRuns'>;
  };
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly crashPoint: CrashPoint;
  readonly logger: Logger;
  /** `https://…` of the site, for links in our comments. */
  readonly siteUrl?: string;
}

/** Every write goes through here: a named point before and after it, where a proof may end the process. */
export async function write<Result>(closing: Pick<Closing, 'crashPoint'>, name: string, action: () => Promise<Result>): Promise<Result> {
  closing.crashPoint(`before ${name}`);
  const result = await action();
  closing.crashPoint(`after ${name}`);
  return result;
}
