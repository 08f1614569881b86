import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AdminView } from '../../../../src/contract/admin';
import { formatNumber } from '../../../../src/contract/format-sentence';
import { Words } from '../words';
import { ProductForm } from './product-form';

type Product = AdminView['products'][number];

/** The products so far, and the form for one more or a change. */
export function ProductStep({ view, onSaved }: { readonly view: AdminView; readonly onSaved: (id: string) => void }) {
  const [editing, setEditing] = useState<Product | 'new' | undefined>(view.products.length === 0 ? 'new' : undefined);
  const saved = (id: string): void => {
    setEditing(undefined);
    onSaved(id);
  };
  return (
    <>
      {view.products.length > 0 && (
        <ul className="rs-products">
          {view.products.map((product) => (
            <li key={product.id}>
              <div>
                <b>{product.name}</b> <span className="rs-note">{product.projects.join(', ')}</span>
                <p className="rs-note">
                  {formatNumber(product.issues)} issues · {formatNumber(product.signals)} signals · <Words of={product.state} />
                </p>
              </div>
              <Button spacing="compact" appearance="subtle" onClick={() => setEditing(product)}>
                Change<span className="rs-sr"> {product.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {editing === undefined ? (
        <Button onClick={() => setEditing('new')}>Add a product</Button>
      ) : (
        <ProductForm
          key={editing === 'new' ? 'new' : editing.id}
          view={view}
          {...(editing === 'new' ? {} : { product: editing })}
          onSaved={saved}
          {...(view.products.length === 0 ? {} : { onCancel: () => setEditing(undefined) })}
        />
      )}
    </>
  );
}
