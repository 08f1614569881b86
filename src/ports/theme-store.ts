import type { ProductDigest } from '../domain/product-digest';
import type { Signal } from '../domain/signal';
import type { Assignment, Theme } from '../domain/theme';
import type { ThemeEdit } from '../domain/theme-edit';
import type { IsoTime } from '../domain/time';
import type { Page } from './stores';

/** Members of a theme, or of the unassigned when `theme` is null. Only signals whose numbers may be shown. */
export interface MemberQuery {
  readonly product: string;
  readonly theme: string | null;
  readonly source?: string;
  /** Said at this instant or later. */
  readonly from?: IsoTime;
  /** Said before this instant. */
  readonly to?: IsoTime;
}

/** What a project page needs: people's edits of themes, members by theme, and the digest that goes with the current run. */
export interface ThemeStore {
  saveEdit(edit: ThemeEdit): Promise<void>;
  /** Takes an edit back; the one that was taken back, or undefined when there is none (any more). */
  removeEdit(product: string, id: string): Promise<ThemeEdit | undefined>;
  /** Oldest first. */
  listEdits(product: string): Promise<readonly ThemeEdit[]>;
  /** Changes themes and places in the current run at once. */
  changeRun(product: string, change: { readonly themes: readonly Theme[]; readonly removed: readonly string[]; readonly places: readonly Assignment[] }): Promise<void>;
  /** Where a signal stands in the current run; undefined when it is not in it. */
  findPlace(product: string, signal: string): Promise<Assignment | undefined>;
  /** Newest first; `offset` rows skipped. Only signals whose words may be shown. */
  listMembers(query: MemberQuery, page: { readonly offset: number; readonly limit: number }): Promise<readonly Signal[]>;
  /** Open signals among the members: the length of the list that a reader can open. `counts`: those of which numbers alone are shared. */
  countMembers(query: MemberQuery, visibility?: 'open' | 'counts'): Promise<number>;
  /** All members without words, for counting; keyset by signal id. */
  pageMemberIds(query: MemberQuery, after: string | undefined, limit: number): Promise<Page<Signal>>;
  saveDigest(digest: ProductDigest): Promise<void>;
  /** The digest of that run; undefined when it was never written whole. */
  findDigest(product: string, computedAt: IsoTime): Promise<ProductDigest | undefined>;
  /** Removes digests of runs before the current one. */
  removeOldDigests(product: string, current: IsoTime): Promise<void>;
}
