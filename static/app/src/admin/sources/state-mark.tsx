import Lozenge from '@atlaskit/lozenge';
import { PARKED } from '../../../../../src/contract/coverage';
import type { ConnectionView } from '../../../../../src/contract/sources';
import { isFirstRead } from './is-first-read';
import { lostTimes } from './missing-times';

/** Green says that it is heard and that nothing is missing; what only sends is heard once something came. */
export function StateMark({ connection, isPolled }: { readonly connection: ConnectionView; readonly isPolled: boolean }) {
  const { state, blind, coverage, unreadLists } = connection;
  if (state === 'needs-attention') return <Lozenge appearance="removed">Needs you</Lozenge>;
  if (state === 'paused') return <Lozenge>Paused</Lozenge>;
  if (blind !== undefined) return <Lozenge appearance="moved">Not heard</Lozenge>;
  const isUnplaced = (coverage?.skipped['unrouted'] ?? 0) > 0;
  if (!isPolled && (coverage?.read ?? 0) > 0 && coverage?.kept === 0) return <Lozenge appearance="moved">Receives, nothing kept</Lozenge>;
  if (!isPolled) return (coverage?.read ?? 0) === 0 ? <Lozenge>Nothing came yet</Lozenge> : isUnplaced ? <Lozenge appearance="moved">Receives, not all placed</Lozenge> : <Lozenge appearance="success">Receives</Lozenge>;
  if (isFirstRead(connection)) return <Lozenge appearance="inprogress">First read</Lozenge>;
  // What is with no product is named by what ends it.
  if (lostTimes(connection).some(({ reason }) => reason !== PARKED || !isUnplaced)) return <Lozenge appearance="moved">Heard, with a gap</Lozenge>;
  if (unreadLists.length > 0) return <Lozenge appearance="moved">Heard in part</Lozenge>;
  return isUnplaced ? <Lozenge appearance="moved">Heard, not all placed</Lozenge> : <Lozenge appearance="success">Heard</Lozenge>;
}
