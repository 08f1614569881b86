import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { AddressBar } from './address-bar';
import { parseRoute, routeHash } from './route';
import type { Route } from './route';

export type Go = (route: Route) => void;
export const GoContext = createContext<Go>(() => undefined);
export const useGo = (): Go => useContext(GoContext);

/** The route in the address, and the way to another. */
export function useRoute(bar: AddressBar): readonly [Route, Go] {
  const [route, setRoute] = useState<Route>(() => parseRoute(bar.read()));
  useEffect(() => bar.listen((hash) => setRoute(parseRoute(hash))), [bar]);
  const go = useCallback((next: Route) => {
    bar.push(routeHash(next));
    setRoute(next);
  }, [bar]);
  return [route, go];
}
