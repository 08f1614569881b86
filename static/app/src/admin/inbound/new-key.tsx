import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { NewInboundKey } from '../../../../../src/contract/inbound';
import { sampleRequest } from './sample-request';

/** A key's secret, shown this once, and a request that works when pasted into a shell. */
export function NewKey({ address, made, onDone }: { readonly address: string; readonly made: NewInboundKey; readonly onDone: () => void }) {
  const [said, setSaid] = useState('');
  const sample = sampleRequest(address, made.key, made.view.asOf);
  const copy = async (what: string, text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`${what} copied.`);
    } catch (error) {
      setSaid(`Not copied (${error instanceof Error ? error.name : 'refused'}): mark it and copy it by hand.`);
    }
  };
  return (
    <div className="rs-stack rs-key" role="status">
      <p><b>Copy the secret now.</b> It is not shown again; a lost one is replaced by a new key.</p>
      <dl className="rs-facts">
        <dt>Address</dt><dd><code>{address}</code></dd>
        <dt>Key</dt><dd><code>{made.key}</code></dd>
        <dt>Secret</dt><dd><code>{made.secret}</code></dd>
      </dl>
      <p className="rs-note">A first delivery, for a shell with curl and openssl:</p>
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
