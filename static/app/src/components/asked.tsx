import type { ReactNode } from 'react';
import type { Ask } from '../use-ask';
import { FailureNote } from './failure';

interface Props<Value> {
  readonly ask: Ask<Value>;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ReactNode;
  /** Said instead of the failure's own words, where a code means something special here. */
  readonly instead?: (code: string) => ReactNode | undefined;
}

/** Loading, failed with the last good answer kept, or ready: never an empty screen. */
export function Asked<Value>({ ask, onRetry, children, instead }: Props<Value>) {
  if (ask.kind === 'loading') {
    return (
      <div className="rs-skeleton" aria-busy="true" aria-label="Loading">
        <div className="rs-bone rs-bone-verdict" />
        {[0, 1, 2, 3].map((index) => <div key={index} className="rs-bone rs-bone-row" />)}
      </div>
    );
  }
  if (ask.kind === 'ready') return <>{children(ask.value)}</>;
  const other = ask.last === undefined ? instead?.(ask.failure.code) : undefined;
  if (other !== undefined) return <>{other}</>;
  return (
    <>
      <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={onRetry}>
        {ask.last === undefined ? 'Nothing can be concluded from what did not load.' : 'Below is what was known before.'}
      </FailureNote>
      {ask.last !== undefined && children(ask.last.value)}
    </>
  );
}
