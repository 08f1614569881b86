import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AdminView } from '../../../../../src/contract/admin';
import type { NewInboundKey } from '../../../../../src/contract/inbound';
import { FailureNote } from '../../components/failure';
import { useAsk } from '../../use-ask';
import { InboundForm } from './inbound-form';
import { InboundSourceItem } from './inbound-source';
import { NewKey } from './new-key';

/** Systems of the customer's own that send signals: what each needs to know, and when it was last heard. */
export function Inbound({ products, product, onChange }: { readonly products: AdminView['products']; readonly product: string; readonly onChange: () => void }) {
  const { ask, again, replace } = useAsk('admin.inbound', {});
  const [made, setMade] = useState<NewInboundKey | undefined>(undefined);
  const [isAdding, setAdding] = useState(false);
  const view = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  const take = (key: NewInboundKey): void => {
    setMade(key);
    setAdding(false);
    replace(key.view);
    onChange();
  };
  return (
    <section className="rs-stack rs-own" id="rs-own-systems">
      <h3>Your own systems</h3>
      <p className="rs-note">They send what customers say or do as JSON, signed with a key. What is accepted is kept; the same record again changes nothing.</p>
      {ask.kind === 'loading' && <div className="rs-bone rs-bone-wait" aria-busy="true" />}
      {ask.kind === 'failed' && <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>Keys and senders are as they were.</FailureNote>}
      {view !== undefined && view.sources.length > 0 && (
        <ul className="rs-products">
          {view.sources.map((source) => (
            <InboundSourceItem key={source.id} source={source} asOf={view.asOf} product={products.find(({ id }) => id === source.product)?.name ?? source.product} onKey={take} onView={(next) => { setMade(undefined); replace(next); onChange(); }} />
          ))}
        </ul>
      )}
      {view !== undefined && made !== undefined && <NewKey address={view.address} made={made} onDone={() => setMade(undefined)} />}
      {view !== undefined && (isAdding ? <InboundForm product={product} known={products.find(({ id }) => id === product)?.files ?? []} onKey={take} onCancel={() => setAdding(false)} /> : made === undefined && <div className="rs-acts"><Button onClick={() => setAdding(true)}>Add a sender</Button></div>)}
    </section>
  );
}
