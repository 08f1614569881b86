import { Suspense, lazy, useEffect, useRef } from 'react';
import type { AddressBar } from './address-bar';
import { EditNote, useEdits } from './edits';
import { tabOf } from './route';
import type { Route, Tab } from './route';
import { To } from './to';
import { GoContext, useRoute } from './use-route';
import { Week } from './week/week';

const Signal = lazy(async () => ({ default: (await import('./signal/signal')).Signal }));
const Roadmap = lazy(async () => ({ default: (await import('./roadmap/roadmap')).Roadmap }));
const Backlog = lazy(async () => ({ default: (await import('./backlog/backlog')).Backlog }));
const StandingList = lazy(async () => ({ default: (await import('./backlog/standing-list')).StandingList }));
const Releases = lazy(async () => ({ default: (await import('./releases/releases')).Releases }));
const Release = lazy(async () => ({ default: (await import('./releases/release')).Release }));
const Talk = lazy(async () => ({ default: (await import('./talk/talk')).Talk }));
const Theme = lazy(async () => ({ default: (await import('./theme/theme')).Theme }));
const ThemeCustomers = lazy(async () => ({ default: (await import('./theme/theme-customers')).ThemeCustomers }));
const ThemeSignals = lazy(async () => ({ default: (await import('./theme/theme-signals')).ThemeSignals }));

const TABS: readonly { readonly tab: Tab; readonly name: string; readonly route: Route }[] = [
  { tab: 'week', name: 'This week', route: { at: 'week' } },
  { tab: 'signal', name: 'Signal', route: { at: 'signal', show: 'all', find: '' } },
  { tab: 'roadmap', name: 'Roadmap', route: { at: 'roadmap', show: 'all' } },
  { tab: 'backlog', name: 'Backlog', route: { at: 'backlog' } },
  { tab: 'releases', name: 'Releases', route: { at: 'releases' } },
  { tab: 'talk', name: 'Talk', route: { at: 'talk' } },
];

/** The project page: one tab at a time, each loaded when it is first opened. */
export function Project({ bar }: { readonly bar: AddressBar }) {
  const [route, go] = useRoute(bar);
  const edits = useEdits(go);
  const tab = tabOf(route);
  const main = useRef<HTMLElement>(null);
  const place = placeOf(route);
  const first = useRef(place);
  useEffect(() => {
    // After a move inside the page, reading starts at the top of the new place.
    if (first.current !== place) main.current?.focus();
    first.current = place;
  }, [place]);
  return (
    <GoContext.Provider value={go}>
      <div className="rs-page">
        <nav className="rs-tabs" aria-label="Resurface">
          {TABS.map((one) => (
            <To key={one.tab} route={one.route} isCurrent={one.tab === tab}>
              {one.name}
            </To>
          ))}
        </nav>
        <EditNote edits={edits} />
        <main ref={main} tabIndex={-1} aria-label={TABS.find((one) => one.tab === tab)?.name}>
          <Suspense fallback={<div className="rs-skeleton" aria-busy="true"><div className="rs-bone rs-bone-verdict" /></div>}>
            <Place route={route} edits={edits} />
          </Suspense>
        </main>
      </div>
    </GoContext.Provider>
  );
}

/** What counts as another place: a filter or a search word is not, a page of a list is. */
function placeOf(route: Route): string {
  switch (route.at) {
    case 'signals':
    case 'customers':
      return `${route.at} ${route.theme} ${route.page}`;
    case 'theme':
      return `theme ${route.theme}`;
    case 'release':
      return `release ${route.contract}`;
    default:
      return route.at;
  }
}

function Place({ route, edits }: { readonly route: Route; readonly edits: ReturnType<typeof useEdits> }) {
  switch (route.at) {
    case 'week':
      return <Week />;
    case 'signal':
      return <Signal route={route} />;
    case 'roadmap':
      return <Roadmap route={route} />;
    case 'theme':
      return <Theme key={`${route.theme} ${edits.version}`} theme={route.theme} column={route.column} edits={edits} />;
    case 'backlog':
      return <Backlog />;
    case 'standing':
      return <StandingList route={route} />;
    case 'releases':
      return <Releases />;
    case 'release':
      return <Release key={route.contract} contract={route.contract} />;
    case 'customers':
      return <ThemeCustomers key={`${route.theme} ${edits.version}`} route={route} />;
    case 'talk':
      return <Talk key={route.theme ?? ''} theme={route.theme} />;
    case 'signals':
      return <ThemeSignals key={`${route.theme} ${edits.version}`} route={route} edits={edits} />;
  }
}
