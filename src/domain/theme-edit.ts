import type { Theme } from './theme';
import type { IsoTime } from './time';

/** What a person changed about themes. Kept as a log of ids: replayed over every run of the engine, and taken back exactly. */
export type ThemeChange =
  | { readonly kind: 'rename'; readonly theme: string; readonly label: string }
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  | { readonly kind: 'split'; readonly theme: string; readonly newTheme: string; readonly label: string; readonly signals: readonly string[] }
  | { readonly kind: 'move'; readonly signal: string; readonly theme: string | null };

export interface ThemeEdit {
  readonly id: string;
  readonly product: string;
  readonly at: IsoTime;
  readonly by: string;
  readonly change: ThemeChange;
  /** The touched themes and where their signals were: what an undo restores. Ids only. */
  readonly before: { readonly themes: readonly Theme[]; readonly places: readonly (readonly [signal: string, theme: string | null])[] };
}
