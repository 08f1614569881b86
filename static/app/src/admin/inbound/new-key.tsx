import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { formatDay } from '../../../../../src/contract/format-sentence';
import type { NewInboundKey } from '../../../../../src/contract/inbound';
import { copyText } from '../../copy-text';
import { clockAhead } from './clock-ahead';
import { sampleRequest } from './sample-request';

/** A key's secret, shown this once, and a request that works when pasted into a shell. */
export function NewKey({ address, made, onDone }: { readonly address: string; readonly made: NewInboundKey; readonly onDone: () => void }) {
  const sender = made.view.sources.find(({ keys }) => keys.some(({ id }) => id === made.key));
  const [said, setSaid] = useState('');
  // As of the moment when the key was made: this computer's clock goes on, ours was told once.
  const [ahead] = useState(() => clockAhead(made.view.asOf, Date.now()));
  const sample = sampleRequest(address, made.key, made.view.asOf, ahead);
  const copy = async (what: string, text: string): Promise<void> => setSaid((await copyText(text)) ? `${what} copied.` : 'Your browser does not let us copy it: mark it and copy it by hand.');
  return (
    <div className="rs-stack rs-key" role="status">
      <p><b>{sender === undefined ? 'Copy the secret now.' : `Copy the secret of ${sender.name} now.`}</b> It is not shown again; a lost one is replaced by a new key.</p>
      <dl className="rs-facts">
        <dt>Address</dt><dd><code>{address}</code></dd>
        <dt>Key</dt><dd><code>{made.key}</code></dd>
        <dt>Secret</dt><dd><code>{made.secret}</code></dd>
      </dl>
      <p className="rs-note">A first delivery, for a shell with curl and openssl:</p>
      {ahead !== 0 && <p className="rs-note">Our clock and this computer’s are not the same: ours says {formatDay(made.view.asOf)}, {made.view.asOf.slice(11, 16)} UTC. The request reckons with that; a sender’s own clock has to be right to five minutes.</p>}
      <pre className="rs-sample" tabIndex={0}>{sample}</pre>
      <div className="rs-acts">
        <Button appearance="primary" onClick={() => void copy('Secret', made.secret)}>Copy the secret</Button>
        <Button onClick={() => void copy('Request', `SECRET='${made.secret}'\n${sample}`)}>Copy the request</Button>
        <Button appearance="subtle" onClick={onDone}>Done</Button>
        <span className="rs-note">{said}</span>
      </div>
    </div>
  );
}
