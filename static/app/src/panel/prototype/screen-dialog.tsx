import { view } from '@forge/bridge';
import { useEffect } from 'react';
import { Debate } from './debate';
import { Prototype } from './prototype';
import './prototype.css';
import type { Screen } from './screens';
import { SCREEN_NAMES } from './screens';

/** A screen as a document of its own, inside Jira's dialog. */
export function ScreenDialog({ screen }: { readonly screen: Screen }) {
  useEffect(() => {
    // Keys pressed in the frame do not reach the dialog around it.
    const onKey = (event: KeyboardEvent): void => void (event.key === 'Escape' ? view.close() : undefined);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <main className="rs-dialog rs-page" aria-label={SCREEN_NAMES[screen]}>
      <ScreenBody screen={screen} />
    </main>
  );
}

export function ScreenBody({ screen }: { readonly screen: Screen }) {
  return screen === 'prototype' ? <Prototype /> : <Debate />;
}
