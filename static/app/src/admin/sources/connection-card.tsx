import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { sourceWords } from '../../../../../src/contract/source-messages';
import type { ConnectionView, ConnectorView } from '../../../../../src/contract/sources';
import { call } from '../../api';
import type { Failure } from '../../api';
import { clockTime, nowOf } from '../../clock-time';
import { NotDone } from '../closing/not-done';
import { SourceIcon } from '../../components/icon';
import { FilledTimes } from './filled-times';
import { Freshness } from './freshness';
import { KnownGap } from './known-gap';
import { Leaving } from './leaving';
import type { SourceAct } from './leaving';
import { MissingTimes } from './missing-times';
import { ReadSince } from './read-since';
import { RunHistory } from './run-history';
import { StateMark } from './state-mark';

interface Props {
  readonly connection: ConnectionView;
  readonly connector: ConnectorView | undefined;
  readonly productName: string;
  readonly asOf: string;
  readonly onEdit: (connector: ConnectorView) => void;
  readonly onChange: () => void;
}

/** One connected source: is it heard, since when not and why, how fresh, and what can be done. */
export function ConnectionCard({ connection, connector, productName, asOf, onEdit, onChange }: Props) {
  const [busy, setBusy] = useState<SourceAct | undefined>(undefined);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [leaving, setLeaving] = useState<'pause' | 'remove' | 'accept' | undefined>(undefined);
  const isPolled = connector?.isPolled !== false;
  // What was announced has come.
  const lastRun = connection.receipts[0]?.startedAt;
  useEffect(() => setSaid(''), [lastRun]);
  const act = async (what: SourceAct): Promise<void> => {
    setBusy(what);
    const answer = await call(what, { id: connection.id });
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setLeaving(undefined);
    setSaid(what === 'sources.readNow' || what === 'sources.acceptLoss' || (what === 'sources.resume' && isPolled) ? 'It is asked now; what comes shows here by itself.' : '');
    onChange();
  };
  const time = (at: string): string => clockTime(at, nowOf(asOf), 'UTC');
  const { blind } = connection;
  const toggle = (what: NonNullable<typeof leaving>): void => setLeaving(leaving === what ? undefined : what);
  return (
    <li className="rs-connection">
      <p className="rs-connection-head">
        <span className="rs-source-name"><SourceIcon kind={connection.connector} /> <b className="rs-wrap"><bdi>{connection.name}</bdi></b></span> <StateMark connection={connection} isPolled={isPolled} />
        <span className="rs-note">{connector?.name ?? connection.connector} for {productName}</span>
      </p>
      <Freshness connection={connection} isPolled={isPolled} isHandedOver={connector?.isHandedOver === true} time={time} />
      <MissingTimes connection={connection} />
      {blind !== undefined && (
        <p className="rs-problem" role="note">
          Not heard since {time(blind.since)} UTC. {sourceWords(blind.reason)}{blind.reason === 'not-read' && connection.state === 'active' ? ' “Read now” asks at once.' : ''} Until it is heard again, nothing is called silent because of it.
        </p>
      )}
      {connection.unreadLists.map(({ list, since, reason }) => (
        <p key={list} className="rs-problem" role="note">
          {list === 'accounts' ? 'Its companies cannot be read' : 'Its links to work items cannot be read'} since {time(since)} UTC. {sourceWords(reason)} {list === 'accounts' ? 'What customers say is read, without their company.' : 'What customers say is read; links that your team makes there are not seen.'}
        </p>
      ))}
      {connection.noNumber !== undefined && (
        <p className="rs-problem" role="note">
          Of its companies {formatNumber(connection.noNumber.of)} have something in the field for yearly revenue, and {formatNumber(connection.noNumber.without)} of these no number: what they pay counts as unknown.
        </p>
      )}
      {connection.deliveryAddress !== undefined && <p className="rs-note">The address for its deliveries: <code className="rs-address">{connection.deliveryAddress}</code>{connector?.whereToEnter === undefined ? '' : ` ${connector.whereToEnter}`}</p>}
      <NotDone failure={failure} />
      <div className="rs-acts">
        {isPolled && connection.state !== 'paused' && <Button spacing="compact" onClick={() => void act('sources.readNow')} isLoading={busy === 'sources.readNow'}>Read now</Button>}
        {connector !== undefined && <Button spacing="compact" onClick={() => onEdit(connector)}>{connection.state === 'needs-attention' ? 'Enter a new key' : 'Change'}</Button>}
        {connection.canAcceptLoss && <Button spacing="compact" onClick={() => toggle('accept')}>It is really so</Button>}
        {connection.state === 'paused'
          ? <Button spacing="compact" onClick={() => void act('sources.resume')} isLoading={busy === 'sources.resume'}>{isPolled ? 'Go on reading' : 'Take deliveries again'}</Button>
          : <Button spacing="compact" appearance="subtle" onClick={() => toggle('pause')}>Pause</Button>}
        <Button spacing="compact" appearance="subtle" onClick={() => toggle('remove')}>Remove</Button>
      </div>
      {said !== '' && <p className="rs-note" role="status">{said}</p>}
      <Leaving what={leaving} connection={connection} connector={connector} busy={busy} onAct={(what) => void act(what)} />
      <FilledTimes connection={connection} onChange={onChange} />
      {isPolled && <ReadSince connection={connection} asOf={asOf} onChange={onChange} />}
      {isPolled && <KnownGap id={connection.id} onNoted={onChange} />}
      {isPolled && <RunHistory connection={connection} asOf={asOf} time={time} />}
    </li>
  );
}
