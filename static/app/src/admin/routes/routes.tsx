import type { AdminView } from '../../../../../src/contract/admin';
import { FailureNote } from '../../components/failure';
import type { RoutesView } from '../../../../../src/contract/routes';
import { useAsk } from '../../use-ask';
import { useWatch } from '../sources/use-watch';
import { ConnectionRoutes } from './connection-routes';

/** To which product the records of each connection belong. Nothing is shown where there is no connection, or only one product. */
export function Routes({ products, onChange }: { readonly products: AdminView['products']; readonly onChange: () => void }) {
  const { ask, again, replace } = useAsk('admin.routes', {});
  // What a rule moves is read in the background: it shows by itself.
  const watch = useWatch(false, again, onChange);
  const take = (view: RoutesView): void => {
    replace(view);
    watch();
    onChange();
  };
  const view = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  if (ask.kind === 'loading' || (view !== undefined && (view.connections.length === 0 || (products.length < 2 && view.connections.every((one) => one.rules.length === 0))))) return null;
  return (
    <section className="rs-stack rs-own">
      <h3>Which product a record belongs to</h3>
      <p className="rs-note">Everything of a source goes to the product that it was connected to, until a rule says otherwise.</p>
      {ask.kind === 'failed' && <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>The rules are as they were.</FailureNote>}
      {view?.connections.map((one) => <ConnectionRoutes key={`${one.id} ${JSON.stringify(one.rules)}`} connection={one} products={products} onView={take} />)}
    </section>
  );
}
