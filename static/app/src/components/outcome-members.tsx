import { useState } from 'react';
import type { FlagView, PromiseView } from '../../../../src/contract/outcomes';
import { SignalPages } from './signal-pages';
import { useAsk } from '../use-ask';

export type MembersOf =
  | { readonly kind: 'promise'; readonly contract: string; readonly promise: PromiseView; readonly window: 'before' | 'after' }
  | { readonly kind: 'flag'; readonly flag: FlagView };

interface Props<Of> {
  readonly of: Of;
  /** On an issue's panel its own lists are asked for: who sees the issue need not see the whole project page. */
  readonly onPanel?: boolean;
  readonly onBack: () => void;
}

/** The signals behind one number of an outcome, or behind an early flag. */
export function Members({ of, ...rest }: Props<MembersOf>) {
  return of.kind === 'flag' ? <FlagList of={of} {...rest} /> : <PromiseList of={of} {...rest} />;
}

function PromiseList({ of, onBack, onPanel = false }: Props<Extract<MembersOf, { readonly kind: 'promise' }>>) {
  const [page, setPage] = useState(1);
  const { promise, window, contract } = of;
  const { ask, again } = useAsk(onPanel ? 'outcomes.membersOfIssue' : 'outcomes.members', { contract, issue: promise.issue, measure: promise.measureKey, readOut: promise.readOut, window, page });
  return <SignalPages title={window === 'before' ? `Before ${promise.release.name}` : `After ${promise.release.name}`} ask={ask} onRetry={() => void again()} page={page} onPage={setPage} onBack={onBack} />;
}

function FlagList({ of: { flag }, onBack, onPanel = false }: Props<Extract<MembersOf, { readonly kind: 'flag' }>>) {
  const [page, setPage] = useState(1);
  const { ask, again } = useAsk(onPanel ? 'outcomes.flagMembersOfIssue' : 'outcomes.flagMembers', { contract: flag.contract, theme: flag.theme, page });
  return <SignalPages title={`${flag.label} since ${flag.release}`} ask={ask} onRetry={() => void again()} page={page} onPage={setPage} onBack={onBack} />;
}
