import type { Definition } from './definition';
import type { Token } from './tokens';

/** One column of an answer as the statement asks for it. */
export interface SelectItem {
  /** The expression without its alias. */
  readonly tokens: readonly Token[];
  /** Undefined for `*` and `table.*`. */
  readonly name: string | undefined;
}

/** What SQLite is to do for a statement. */
export type StatementPlan =
  | { readonly kind: 'query'; readonly sql: string; readonly items: readonly SelectItem[]; /** Items of the selects inside, by alias: they give types to columns of derived tables. */ readonly inner: readonly SelectItem[] }
  | { readonly kind: 'change'; readonly sql: string; readonly table: string; readonly insertedRows: number }
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'show'; readonly what: 'tables'; readonly like?: string }
  | { readonly kind: 'show'; readonly what: 'columns' | 'indexes'; readonly table: string };
