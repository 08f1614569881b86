import type { AdminView } from '../../../../src/contract/admin';
import { formatDay, formatSentence } from '../../../../src/contract/format-sentence';
import { Asked } from '../components/asked';
import { useAsk } from '../use-ask';
import { BreakerForm } from './closing/breaker-form';
import { FallbackForm } from './closing/fallback-form';
import { LedgerActs } from './closing/ledger-acts';
import { ModeForm } from './closing/mode-form';
import { PolicyForm } from './closing/policy-form';
import { RemovedSupport } from './closing/removed-support';
import { StopSwitch } from './closing/stop-switch';

/** How far closing may go in one product, and the switch that stops all of it. */
export function ClosingStep({ product }: { readonly product: AdminView['products'][number] }) {
  const { ask, again, replace } = useAsk('admin.closing', { product: product.id });
  return (
    <Asked ask={ask} onRetry={() => void again()}>
      {(view) => (
        <div className="rs-stack">
          {view.breaker !== undefined && <BreakerForm product={product.id} breaker={view.breaker} onView={replace} />}
          {view.removed !== undefined && <RemovedSupport product={product.id} removed={view.removed} onView={replace} />}
          {view.fallbacks !== undefined && <FallbackForm product={product.id} fallbacks={view.fallbacks} onView={replace} />}
          {view.policy.fallback !== undefined && <p className="rs-note">Where the workflow does not know “No customer evidence”, items close as “{view.policy.fallback.name}”, as accepted on {formatDay(view.policy.fallback.acceptedAt)}.</p>}
          <ModeForm key={view.policy.mode} product={product.id} view={view} onView={replace} />
          {view.approvals.length > 0 && <p className="rs-note">Live was approved {view.approvals.map(({ isYours, at }) => `by ${isYours ? 'you' : 'another admin'} on ${formatDay(at)}`).join(' and ')}.</p>}
          {view.liveGaps.length > 0 && (
            <div>
              <p className="rs-note">Before Live comes into force:</p>
              <ul className="rs-dashes">{view.liveGaps.map((gap) => <li key={formatSentence(gap)} className="rs-note">{formatSentence(gap)}</li>)}</ul>
            </div>
          )}
          <StopSwitch isStopped={view.stopped} onChange={() => void again()} />
          <PolicyForm key={view.policy.version} product={product.id} view={view} onView={replace} />
          <LedgerActs product={product.id} />
        </div>
      )}
    </Asked>
  );
}
