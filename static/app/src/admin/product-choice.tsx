import type { AdminView } from '../../../../src/contract/admin';

interface Props {
  readonly products: AdminView['products'];
  readonly product: string;
  readonly onProduct: (id: string) => void;
}

/** For which product something is connected or dropped; nothing to choose where there is one. */
export function ProductChoice({ products, product, onProduct }: Props) {
  if (products.length < 2) return null;
  return (
    <label className="rs-field rs-inline">
      For the product
      <select value={product} onChange={(event) => onProduct(event.currentTarget.value)}>
        {products.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}
