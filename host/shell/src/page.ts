import type { AskJira } from './jira';
import type { Route } from './router';
import type { Session } from './session';

/** What every page is drawn from. */
export interface PageContext {
  readonly session: Session;
  readonly jira: AskJira;
  readonly main: HTMLElement;
  /** Adds something to undo when the person leaves the page. */
  readonly onLeave: (undo: () => void) => void;
  /** Draws the page anew. */
  readonly redraw: () => void;
}

export type Page<Name extends Route['page']> = (context: PageContext, route: Extract<Route, { readonly page: Name }>) => Promise<void>;
