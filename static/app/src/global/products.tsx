import { router } from '@forge/bridge';
import type { MouseEvent } from 'react';
import type { ProductLine } from '../../../../src/contract/page';
import { formatCount, formatNumber, formatSentence } from '../../../../src/contract/format-sentence';
import { Asked } from '../components/asked';
import { coverageText } from '../components/coverage-foot';
import { useAsk } from '../use-ask';

/** For the person who owns several products: the same answers, one row each. */
export function Products() {
  const { ask, again } = useAsk('page.products', {});
  return (
    <main className="rs-page">
      <h1>Your products</h1>
      <Asked ask={ask} onRetry={() => void again()}>
        {({ products }) => (products.length === 0 ? <NoProducts /> : <Table products={products} />)}
      </Asked>
    </main>
  );
}

function NoProducts() {
  return (
    <section className="rs-empty">
      <h2>No product that you may see.</h2>
      <p>A Jira admin names products in Resurface’s settings. You see those of which you may browse a project.</p>
    </section>
  );
}

function Table({ products }: { readonly products: readonly ProductLine[] }) {
  return (
    <table className="rs-table rs-products-table">
      <caption className="rs-sr">Products</caption>
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col">Finding</th>
          <th scope="col">Loudest, unplanned</th>
          <th scope="col">Planned, silent</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {products.map((line) => (
          <tr key={line.product}>
            <th scope="row"><ProjectLink line={line} /></th>
            <td data-label="Finding">{formatSentence(line.finding)}</td>
            <td data-label="Loudest">{line.loudest === undefined ? 'none' : `${line.loudest.label}, ${formatCount(line.loudest.customers, line.loudest.unit)}`}</td>
            <td data-label="Silent">{formatNumber(line.plannedSilent)}</td>
            <td data-label="Read">{readText(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function readText({ coverage }: ProductLine): string {
  switch (coverage.state) {
    case 'nothing-connected':
      return 'no source connected';
    case 'reading':
      return `reading: ${formatNumber(coverage.read)} of ${formatNumber(coverage.total)}`;
    case 'gap':
      return `${coverageText(coverage)}, with a gap`;
    case 'complete':
      return coverageText(coverage);
  }
}

function ProjectLink({ line }: { readonly line: ProductLine }) {
  const path = `/browse/${encodeURIComponent(line.project)}`;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void router.navigate(path);
  };
  return <a href={path} onClick={open}>{line.name}</a>;
}
