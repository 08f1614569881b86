import type { AdminView } from '../../../../../src/contract/admin';
import { FailureNote } from '../../components/failure';
import { useAsk } from '../../use-ask';
import { KeptSourceItem } from './kept-source';

/** Files, and senders that were removed: nothing new comes by itself, and a person says what becomes of what is here. */
export function KeptSources({ products, onChange }: { readonly products: AdminView['products']; readonly onChange: () => void }) {
  const { ask, again, replace } = useAsk('admin.keptSources', {});
  const view = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  if (ask.kind !== 'failed' && (view === undefined || view.sources.length === 0)) return null;
  return (
    <section className="rs-stack rs-own" id="rs-kept-sources">
      <h3>Files and removed senders</h3>
      <p className="rs-note">What they said is here; nothing new comes by itself.</p>
      {ask.kind === 'failed' && <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>What is kept is as it was.</FailureNote>}
      {view !== undefined && (
        <ul className="rs-products">
          {view.sources.map((source) => (
            <KeptSourceItem key={`${source.product} ${source.id}`} source={source} product={products.find(({ id }) => id === source.product)?.name ?? source.product} onView={(next) => { replace(next); onChange(); }} />
          ))}
        </ul>
      )}
    </section>
  );
}
