import type { MouseEvent, ReactNode } from 'react';
import { routeHash } from './route';
import type { Route } from './route';
import { useGo } from './use-route';

interface Props {
  readonly route: Route;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isCurrent?: boolean;
  readonly label?: string;
}

/** A link to another place of the page. */
export function To({ route, children, className, isCurrent = false, label }: Props) {
  const go = useGo();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(route);
  };
  return (
    <a href={routeHash(route)} className={className} aria-label={label} {...(isCurrent ? { 'aria-current': 'page' as const } : {})} onClick={follow}>
      {children}
    </a>
  );
}
