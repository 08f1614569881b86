import Textfield from '@atlaskit/textfield';
import type { SignalView } from '../../../../../src/contract/page';
import { formatCount, formatNumber, unitWord } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { SourcesTable } from '../../components/sources-table';
import { useAsk } from '../../use-ask';
import { NotYet, noProduct } from '../not-yet';
import type { Route } from '../route';
import { ShowFilter } from '../show-filter';
import { To } from '../to';
import { useGo } from '../use-route';
import { shownThemes } from './shown-themes';
import { ThemeTable } from './theme-table';

type Here = Extract<Route, { at: 'signal' }>;

/** What was read, and the themes in it by customers. */
export function Signal({ route }: { readonly route: Here }) {
  const { ask, again } = useAsk('page.signal', {});
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={noProduct}>
      {(view) => <SignalBody view={view} route={route} />}
    </Asked>
  );
}

function SignalBody({ view, route }: { readonly view: SignalView; readonly route: Here }) {
  const go = useGo();
  const { coverage, themes } = view;
  const shown = shownThemes(themes, route.show, route.find);
  const loudest = themes[0];
  const isFiltered = shown.length !== themes.length;
  return (
    <>
      <NotYet coverage={coverage} />
      {coverage.state !== 'nothing-connected' && (
        <>
          <header className="rs-top">
            <h1>{loudest === undefined ? 'No theme stands out yet' : `“${loudest.label}” is the loudest of ${formatNumber(themes.length)} ${themes.length === 1 ? 'theme' : 'themes'}`}</h1>
          </header>
          <section>
            <h2>
              Read {formatNumber(coverage.read)} of {formatNumber(coverage.total)} signals
              {coverage.gaps.length > 0 && ', with gaps'}
            </h2>
            <SourcesTable sources={view.sources} />
          </section>
          <section>
            <div className="rs-sec-head">
              <h2>Themes by {unitWord(view.unit, 2)}</h2>
              <div className="rs-filters">
                <ShowFilter value={route.show} onChange={(show) => go({ ...route, show })} />
                <Textfield isCompact width="small" aria-label="Find a theme" placeholder="Find a theme" value={route.find} onChange={(event) => go({ ...route, find: event.currentTarget.value })} />
              </div>
            </div>
            <p className="rs-note" role="status">
              {isFiltered ? `${formatNumber(shown.length)} of ${formatNumber(themes.length)} themes` : 'Band: a usual week. Orange: above it.'}
            </p>
            <ThemeTable themes={shown} unit={view.unit} ticks={view.ticks} />
            <p className="rs-unassigned">
              <b>Unassigned</b>
              <To route={{ at: 'customers', theme: null, page: 1 }}>{formatCount(view.unassigned.customers, view.unit)}</To>
              <span className="rs-note"><To route={{ at: 'signals', theme: null, page: 1 }}>{formatCount(view.unassigned.signals, 'signal')}</To> fit no theme. They are kept, counted and can be read.</span>
            </p>
          </section>
          <CoverageFoot coverage={{ ...coverage, asOf: coverage.asOf ?? view.asOf }} />
        </>
      )}
    </>
  );
}
