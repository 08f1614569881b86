import type { ThemeRow } from '../../../../src/contract/page';
import { To } from './to';

/** A theme's name, and below it what a customer literally said: a name alone is only our word for it. */
export function ThemeWords({ theme }: { readonly theme: ThemeRow }) {
  return (
    <>
      <To route={{ at: 'theme', theme: theme.id }} className="rs-theme-name">{theme.label}</To>
      {theme.quote !== undefined && <q className="rs-said" dir="auto" lang={theme.quote.locale}>{theme.quote.text}</q>}
    </>
  );
}
