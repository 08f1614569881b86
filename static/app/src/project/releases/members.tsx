import { useState } from 'react';
import type { PromiseView } from '../../../../../src/contract/outcomes';
import { SignalPages } from '../../components/signal-pages';
import { useAsk } from '../../use-ask';

export interface MembersOf {
  readonly contract: string;
  readonly promise: PromiseView;
  readonly window: 'before' | 'after';
}

/** The signals behind one number of an outcome. */
export function Members({ of, onBack }: { readonly of: MembersOf; readonly onBack: () => void }) {
  const [page, setPage] = useState(1);
  const { promise, window, contract } = of;
  const { ask, again } = useAsk('outcomes.members', { contract, issue: promise.issue, measure: promise.measureKey, readOut: promise.readOut, window, page });
  return <SignalPages title={window === 'before' ? `Before ${promise.release.name}` : `After ${promise.release.name}`} ask={ask} onRetry={() => void again()} page={page} onPage={setPage} onBack={onBack} />;
}
