import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { sourceWords } from '../../../../../src/contract/source-messages';
import type { ConnectionView, ConnectorView } from '../../../../../src/contract/sources';
import { call } from '../../api';
import type { EndpointName, Failure } from '../../api';
import { clockTime, nowOf } from '../../clock-time';
import { failureText } from '../../components/failure';
import { SourceIcon } from '../../components/icon';
import { FilledTimes } from './filled-times';
import { Freshness } from './freshness';
import { KnownGap } from './known-gap';
import { MissingTimes, lostTimes } from './missing-times';
import { ReadSince } from './read-since';
import { RunHistory } from './run-history';

interface Props {
  readonly connection: ConnectionView;
  readonly connector: ConnectorView | undefined;
  readonly productName: string;
  readonly asOf: string;
  readonly onEdit: (connector: ConnectorView) => void;
  readonly onChange: () => void;
}

type Act = Extract<EndpointName, 'sources.pause' | 'sources.resume' | 'sources.remove' | 'sources.acceptLoss' | 'sources.readNow'>;

/** One connected source: is it heard, since when not and why, how fresh, and what can be done. */
export function ConnectionCard({ connection, connector, productName, asOf, onEdit, onChange }: Props) {
  const [busy, setBusy] = useState<Act | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [leaving, setLeaving] = useState<'pause' | 'remove' | undefined>(undefined);
  const act = async (what: Act): Promise<void> => {
    setBusy(what);
    const answer = await call(what, { id: connection.id });
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setLeaving(undefined);
    onChange();
  };
  const time = (at: string): string => clockTime(at, nowOf(asOf), 'UTC');
  const { coverage, blind } = connection;
  const isPolled = connector?.isPolled !== false;
  return (
    <li className="rs-connection">
      <p className="rs-connection-head">
        <span className="rs-source-name"><SourceIcon kind={connection.connector} /> <b>{connection.name}</b></span> <StateMark connection={connection} isPolled={isPolled} />
        <span className="rs-note">{connector?.name ?? connection.connector} for {productName}</span>
      </p>
      <Freshness connection={connection} isPolled={isPolled} time={time} />
      <MissingTimes connection={connection} />
      {blind !== undefined && (
        <p className="rs-problem" role="note">
          Not heard since {time(blind.since)}. {sourceWords(blind.reason)} Until it is heard again, nothing is called silent because of it.
        </p>
      )}
      {connection.unreadLists.map(({ list, since, reason }) => (
        <p key={list} className="rs-problem" role="note">
          {list === 'accounts' ? 'Its companies cannot be read' : 'Its links to work items cannot be read'} since {time(since)}. {sourceWords(reason)} {list === 'accounts' ? 'What customers say is read, without their company.' : 'What customers say is read; links that your team makes there are not seen.'}
        </p>
      ))}
      {connection.deliveryAddress !== undefined && <p className="rs-note">It sends to <code className="rs-address">{connection.deliveryAddress}</code></p>}
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}</p>}
      <div className="rs-acts">
        {isPolled && connection.state !== 'paused' && <Button spacing="compact" onClick={() => void act('sources.readNow')} isLoading={busy === 'sources.readNow'}>Read now</Button>}
        {connector !== undefined && <Button spacing="compact" onClick={() => onEdit(connector)}>{connection.state === 'needs-attention' ? 'Enter a new key' : 'Change'}</Button>}
        {connection.canAcceptLoss && <Button spacing="compact" onClick={() => void act('sources.acceptLoss')} isLoading={busy === 'sources.acceptLoss'}>It is really so</Button>}
        {connection.state === 'paused'
          ? <Button spacing="compact" onClick={() => void act('sources.resume')} isLoading={busy === 'sources.resume'}>Go on reading</Button>
          : <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(leaving === 'pause' ? undefined : 'pause')}>Pause</Button>}
        <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(leaving === 'remove' ? undefined : 'remove')}>Remove</Button>
      </div>
      {leaving === 'pause' && connection.state !== 'paused' && (
        <div className="rs-leaving">
          <p>What {connection.name} has said stays as evidence, with its quotes and links. From the last read on it is a gap: until it goes on, nothing is called silent, no release is judged on it and nothing is proposed for closing. What is said meanwhile is read when it goes on.</p>
          <Button spacing="compact" onClick={() => void act('sources.pause')} isLoading={busy === 'sources.pause'}>Pause it</Button>
        </div>
      )}
      {leaving === 'remove' && (
        <div className="rs-leaving">
          <p>All {formatNumber(coverage?.kept ?? 0)} signals of {connection.name} go, with their quotes, their links to issues and their part in every number. It is no gap afterwards: verdicts, closing and releases rest on the other sources alone, as if nobody had ever listened there. To stop reading and keep them, pause it.</p>
          <Button spacing="compact" appearance="danger" onClick={() => void act('sources.remove')} isLoading={busy === 'sources.remove'}>Remove it and its signals</Button>
        </div>
      )}
      <FilledTimes connection={connection} onChange={onChange} />
      {isPolled && <ReadSince connection={connection} asOf={asOf} onChange={onChange} />}
      {isPolled && <KnownGap id={connection.id} onNoted={onChange} />}
      {isPolled && <RunHistory connection={connection} asOf={asOf} time={time} />}
    </li>
  );
}

/** Green says that it is heard and that nothing is missing; what only sends is heard once something came. */
function StateMark({ connection, isPolled }: { readonly connection: ConnectionView; readonly isPolled: boolean }) {
  const { state, blind, coverage, lastReadAt } = connection;
  if (state === 'needs-attention') return <Lozenge appearance="removed">Needs you</Lozenge>;
  if (state === 'paused') return <Lozenge>Paused</Lozenge>;
  if (blind !== undefined) return <Lozenge appearance="moved">Not heard</Lozenge>;
  if (!isPolled) return (coverage?.read ?? 0) === 0 ? <Lozenge>Nothing came yet</Lozenge> : <Lozenge appearance="success">Receives</Lozenge>;
  if (lastReadAt === undefined) return <Lozenge appearance="inprogress">First read</Lozenge>;
  return lostTimes(connection).length === 0 ? <Lozenge appearance="success">Heard</Lozenge> : <Lozenge appearance="moved">Heard, with a gap</Lozenge>;
}
