import Button from '@atlaskit/button/new';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { useAsk } from '../../use-ask';
import type { Route, Standing } from '../route';
import { To } from '../to';
import { useGo } from '../use-route';
import { StandingRow } from './standing-row';
import './backlog.css';

type Here = Extract<Route, { at: 'standing' }>;
const TITLES: Readonly<Record<Standing, string>> = {
  confirmed: 'Open items that customers confirmed', suggested: 'Open items with suggested customers', unsupported: 'Open items that nobody asks for', 'cannot-judge': 'Open items that we cannot judge',
  closed: 'Closed by us, and closed still', reopened: 'Closed by us, and open again', kept: 'Kept by a person before closing',
};

const ENDED: ReadonlySet<Standing> = new Set(['closed', 'reopened', 'kept']);

/** Every item behind one number. */
export function StandingList({ route }: { readonly route: Here }) {
  const go = useGo();
  const { list, page, reason } = route;
  const { ask, again } = useAsk('backlog.list', { list, page, ...(reason === undefined ? {} : { reason }) });
  return (
    <>
      <p className="rs-crumb"><To route={{ at: 'backlog' }}>Backlog</To> / List</p>
      <Asked ask={ask} onRetry={() => void again()}>
        {(view) => (
          <section>
            <h2>{TITLES[list]}<span className="rs-count">{formatNumber(view.total)}</span></h2>
            <ul className="rs-issues">
              {view.rows.map((row) => <StandingRow key={row.id} row={row} view={view} isOpen={!ENDED.has(list)} onChange={() => void again()} />)}
            </ul>
            {view.total === 0 && <p className="rs-note">No item stands in this list.</p>}
            {view.pages > 1 && (
              <nav className="rs-pager" aria-label="Pages">
                <span>Page {formatNumber(view.page)} of {formatNumber(view.pages)}</span>
                <span className="rs-pager-acts">
                  <Button spacing="compact" isDisabled={page <= 1} onClick={() => go({ ...route, page: page - 1 })}>Previous</Button>
                  <Button spacing="compact" isDisabled={page >= view.pages} onClick={() => go({ ...route, page: page + 1 })}>Next</Button>
                </span>
              </nav>
            )}
          </section>
        )}
      </Asked>
    </>
  );
}
