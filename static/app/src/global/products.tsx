import type { ProductLine } from '../../../../src/contract/page';
import { formatCount, formatNumber, formatSentence } from '../../../../src/contract/format-sentence';
import { Asked } from '../components/asked';
import { coverageText, SyntheticMark } from '../components/coverage-foot';
import { useAsk } from '../use-ask';
import { routeHash } from '../project/route';
import { ProductLink } from './product-link';

/** For the person who owns several products: what changed, what is loud and unplanned, what is planned and silent; one row each. */
export function Products() {
  const { ask, again } = useAsk('page.products', {});
  return (
    <div className="rs-page">
      <main aria-label="Products">
        <Asked ask={ask} onRetry={() => void again()}>
          {({ products }) => (products.length === 0 ? <NoProducts /> : <Body products={products} />)}
        </Asked>
      </main>
    </div>
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

function Body({ products }: { readonly products: readonly ProductLine[] }) {
  return (
    <>
      <header className="rs-top">
        <h1>{titleOf(products)}</h1>
        {products.some(({ coverage }) => coverage.synthetic === true) && <p><SyntheticMark /></p>}
      </header>
      <Table products={products} />
    </>
  );
}

/** The finding over all of them; what was not read is in no number of it. */
function titleOf(products: readonly ProductLine[]): string {
  const read = products.filter(({ isRead }) => isRead);
  if (read.length === 0) return 'Nothing can be said yet: the customers have not been read';
  const loud = read.reduce((sum, one) => sum + one.loudUnplanned, 0);
  const silent = read.reduce((sum, one) => sum + one.plannedSilent, 0);
  const where = `${formatNumber(read.length)} ${read.length === 1 ? 'product' : 'products'}`;
  const planned = silent === 0 ? 'no planned item that may be called silent' : `${formatNumber(silent)} planned ${silent === 1 ? 'item' : 'items'} without a customer`;
  return `${formatNumber(loud)} loud ${loud === 1 ? 'theme' : 'themes'} without planned work, and ${planned}, in ${where}`;
}

function Table({ products }: { readonly products: readonly ProductLine[] }) {
  return (
    <table className="rs-table rs-products-table">
      <caption className="rs-sr">Products</caption>
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col">This week</th>
          <th scope="col">Loud but unplanned</th>
          <th scope="col">Planned but silent</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {products.map((line) => (
          <tr key={line.product}>
            <th scope="row"><ProductLink project={line.project}>{line.name}</ProductLink></th>
            <td data-label="This week">{formatSentence(line.week)}</td>
            <td data-label="Loud but unplanned"><Loud line={line} /></td>
            <td data-label="Planned but silent"><Silent line={line} /></td>
            <td data-label="Read">{readText(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Loud({ line }: { readonly line: ProductLine }) {
  if (!line.isRead) return <span className="rs-note">not read yet</span>;
  const { loudest, loudUnplanned, project } = line;
  if (loudest === undefined) return <span>none</span>;
  return (
    <>
      <ProductLink project={project} hash={routeHash({ at: 'roadmap', show: 'unplanned' })}>{`${formatNumber(loudUnplanned)} ${loudUnplanned === 1 ? 'theme' : 'themes'}`}</ProductLink>
      <span className="rs-block">
        Loudest: <ProductLink project={project} hash={routeHash({ at: 'theme', theme: loudest.theme })}>{loudest.label}</ProductLink>, {formatCount(loudest.customers, loudest.unit)} in 12 weeks
      </span>
      {loudest.quote !== undefined && <q className="rs-said" dir="auto" lang={loudest.quote.locale}>{loudest.quote.text}</q>}
    </>
  );
}

function Silent({ line }: { readonly line: ProductLine }) {
  if (!line.isRead) return <span className="rs-note">not read yet</span>;
  const { plannedSilent, plannedUnknown, project } = line;
  const roadmap = routeHash({ at: 'roadmap', show: 'all' });
  return (
    <>
      {plannedSilent === 0 ? <span>none that may be called silent</span> : <ProductLink project={project} hash={roadmap}>{`${formatNumber(plannedSilent)} ${plannedSilent === 1 ? 'item' : 'items'}`}</ProductLink>}
      {plannedUnknown > 0 && <span className="rs-note rs-block">{formatNumber(plannedUnknown)} more, and we cannot know</span>}
    </>
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
