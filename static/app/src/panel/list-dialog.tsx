import { view } from '@forge/bridge';
import { useEffect } from 'react';
import { PanelSignals } from './panel-signals';
import { LIST_NAMES } from './open-list';
import type { ListName } from './open-list';

/** The complete list as a document of its own, inside Jira's dialog. */
export function ListDialog({ list }: { readonly list: ListName }) {
  useEffect(() => {
    // Keys pressed in the frame do not reach the dialog around it.
    const onKey = (event: KeyboardEvent): void => void (event.key === 'Escape' ? view.close() : undefined);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <main className="rs-dialog" aria-label={LIST_NAMES[list]}>
      <PanelSignals list={list} />
    </main>
  );
}
