import { PanelSignals } from './panel-signals';
import type { ListName } from './open-list';

/** The complete list as a document of its own, inside Jira's dialog. */
export function ListDialog({ list }: { readonly list: ListName }) {
  return (
    <main className="rs-dialog">
      <PanelSignals list={list} />
    </main>
  );
}
