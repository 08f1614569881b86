import type { AccountSaid } from '../account-facts';
import type { CoverageLine } from '../../contract/coverage';
import type { LinkDecision } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';
import type { Release } from '../../domain/release';
import type { Signal } from '../../domain/signal';
import type { IssueDigest } from '../../ports/stores';

/** Everything the panel's answer is made from; read by `load-case`, so that the view itself is pure. */
export interface PanelCase {
  readonly issue: Pick<Issue, 'id' | 'key' | 'summary' | 'visibility'>;
  readonly digest: IssueDigest | undefined;
  /** In force, of this issue. */
  readonly decisions: readonly LinkDecision[];
  /** Live signals by id; one that is gone at its source is not here, so nothing of it can be shown. */
  readonly signals: ReadonlyMap<string, Signal>;
  /** What is known of the accounts behind the signals, by signal. */
  readonly accounts?: ReadonlyMap<string, AccountSaid>;
  readonly themeLabels: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly coverage: CoverageLine;
  /** Since when any of its sources was heard. */
  readonly since: string | undefined;
  /** … and since when nothing of them is left unread: what silence may be said of. */
  readonly wholeSince: string | undefined;
  readonly releases: readonly Release[];
  readonly now: string;
  readonly canDecide: boolean;
  readonly canConnect: boolean;
  readonly synthetic: boolean;
}
