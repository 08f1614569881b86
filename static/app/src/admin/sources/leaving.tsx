import Button from '@atlaskit/button/new';
import type { ConnectionView, ConnectorView } from '../../../../../src/contract/sources';
import type { EndpointName } from '../../api';
import { WhatGoes } from '../kept/what-goes';

export type SourceAct = Extract<EndpointName, 'sources.pause' | 'sources.resume' | 'sources.remove' | 'sources.acceptLoss' | 'sources.readNow'>;

interface Props {
  readonly what: 'pause' | 'remove' | 'accept' | undefined;
  readonly connection: ConnectionView;
  readonly connector: ConnectorView | undefined;
  readonly busy: SourceAct | undefined;
  readonly onAct: (what: SourceAct) => void;
}

/** What pausing, removing, or calling a loss real does to evidence, coverage and verdicts, said before it is done. */
export function Leaving({ what, connection: { name, state, coverage, canAcceptLoss, blind, unreadLists }, connector, busy, onAct }: Props) {
  if (what === 'accept' && canAcceptLoss) {
    const isUnread = blind === undefined ? unreadLists.length === 0 : blind.reason === 'unreadable-records';
    return (
      <div className="rs-leaving">
        <p>{acceptedText(blind?.reason, unreadLists.length > 0)} Say so only if you know it{isUnread ? '.' : insteadText(blind?.reason, connector)}</p>
        <Button spacing="compact" onClick={() => onAct('sources.acceptLoss')} isLoading={busy === 'sources.acceptLoss'}>{isUnread ? 'Nothing is missing' : 'Nothing is broken'}</Button>
      </div>
    );
  }
  if (what === 'pause' && state !== 'paused') {
    return (
      <div className="rs-leaving">
        <p>What {name} has said stays as evidence, with its quotes and links. {pausedText(connector)}</p>
        <Button spacing="compact" onClick={() => onAct('sources.pause')} isLoading={busy === 'sources.pause'}>Pause it</Button>
      </div>
    );
  }
  if (what !== 'remove') return null;
  return (
    <div className="rs-leaving">
      <p><WhatGoes name={name} signals={coverage?.kept ?? 0} /> To stop {connector?.isPolled === false ? 'taking what it sends' : 'reading'} and keep them, pause it.</p>
      <Button spacing="compact" appearance="danger" onClick={() => onAct('sources.remove')} isLoading={busy === 'sources.remove'}>Remove it and its signals</Button>
    </div>
  );
}

/** What is sent is sent once; what is asked for can be asked for later. */
function pausedText(connector: ConnectorView | undefined): string {
  const silence = connector?.isHandedOver === true ? 'Its silence never counted, so no verdict waits for it.' : 'From the last read on it is a gap: until it goes on, nothing is called silent, no release is judged on it and nothing is proposed for closing.';
  return `${silence} ${connector?.isPolled === false ? 'What is sent meanwhile is refused, and does not come again by itself.' : 'What is said meanwhile is read when it goes on.'}`;
}

/** What else it may be, and what to do then. */
function insteadText(reason: string | undefined, connector: ConnectorView | undefined): string {
  if (reason === 'no-customer-ever') return ': where the choice of who is a customer is wrong, change that instead.';
  return connector?.fields.some((field) => field.kind === 'secret') === false ? '.' : ': where rights were taken from the key, enter a new one instead.';
}

function acceptedText(reason: string | undefined, isLists: boolean): string {
  if (reason === 'too-quiet') return 'Then so little was really said: the quiet until now counts as heard, and as an answer.';
  if (reason === 'nothing-ever') return 'Then nobody has said anything there yet: its silence counts as heard until the first record comes.';
  if (reason === 'no-customer-ever') return 'Then no customer has written there yet: its silence counts as heard until the first one does.';
  if (reason === undefined && isLists) return 'Then those links were really taken away: the list is read from the beginning and believed, and what is not on it any more is no longer confirmed.';
  if (reason === undefined || reason === 'unreadable-records') return 'Then no customer’s words are missing in what we could not read until now: it counts as heard. Records that no rule places still want one, and what cannot be read later is looked at anew.';
  return 'Then everything is read anew at once. What does not show then counts as deleted, and its quotes vanish; until that is done it stays a gap.';
}
