import type { PlannedRow, RoadmapView } from '../../../../../src/contract/page';
import { formatNumber, formatSentence, unitWord } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { useAsk } from '../../use-ask';
import { NotYet, noProduct } from '../not-yet';
import type { Route } from '../route';
import { ShowFilter } from '../show-filter';
import { shownThemes } from '../signal/shown-themes';
import { useGo } from '../use-route';
import { ColumnRules } from './column-rules';
import { Matrix } from './matrix';
import { PlannedList } from './planned-list';

type Here = Extract<Route, { at: 'roadmap' }>;

/** Themes against the plan, with both empty sides named. */
export function Roadmap({ route }: { readonly route: Here }) {
  const { ask, again } = useAsk('page.roadmap', {});
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={noProduct}>
      {(view) => <RoadmapBody view={view} route={route} />}
    </Asked>
  );
}

function RoadmapBody({ view, route }: { readonly view: RoadmapView; readonly route: Here }) {
  const go = useGo();
  const { coverage } = view;
  const loud = new Set(view.loudUnplanned.map((theme) => theme.id));
  const shown = route.show === 'unplanned' ? view.themes.filter((theme) => loud.has(theme.id)) : shownThemes(view.themes, route.show, '');
  return (
    <>
      <NotYet coverage={coverage} />
      <header className="rs-top">
        <h1>{formatSentence(view.finding)}</h1>
        <p className="rs-note">Linked issues by where they stand, beside the theme’s {unitWord(view.unit, 2)}.</p>
      </header>
      <section>
        <div className="rs-sec-head">
          <h2 className="rs-sr">Themes against the plan</h2>
          <div className="rs-filters">
            <ShowFilter value={route.show} onChange={(show) => go({ ...route, show })} />
          </div>
        </div>
        <Matrix themes={shown} loud={loud} unit={view.unit} />
        <p className="rs-note">Circle and number: issues that customers’ words lead to. Orange: loud (the loudest quarter of themes in 12 weeks) and none of its issues is planned. Outline: already shipped.</p>
      </section>
      <Silent rows={view.plannedSilent} read={coverage.read} />
      <Unknown rows={view.plannedUnknown} />
      <ColumnRules />
      <CoverageFoot coverage={coverage} />
    </>
  );
}

function Silent({ rows, read }: { readonly rows: readonly PlannedRow[]; readonly read: number }) {
  return (
    <section>
      <h2>Planned but silent{rows.length > 0 && <span className="rs-count">{formatNumber(rows.length)}</span>}</h2>
      {rows.length === 0 ? (
        <p className="rs-note">No planned item may be called silent.</p>
      ) : (
        <>
          <p className="rs-note">Nobody in {formatNumber(read)} signals asks for these, everything was read, and their customers could have been recognised.</p>
          <PlannedList rows={rows} />
        </>
      )}
    </section>
  );
}

function Unknown({ rows }: { readonly rows: readonly PlannedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>Planned, and we cannot know<span className="rs-count">{formatNumber(rows.length)}</span></h2>
      <p className="rs-note">Nothing was found for these either, but here that means nothing.</p>
      <PlannedList rows={rows} />
    </section>
  );
}
