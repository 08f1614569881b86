import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { copyText } from '../copy-text';

type State = 'ready' | 'copied' | 'refused';

/** Puts a text into the clipboard, and says so; where the browser refuses, the text is there to be marked by hand. */
export function CopyButton({ text, children }: { readonly text: () => string; readonly children: string }) {
  const [state, setState] = useState<State>('ready');
  const copy = async (): Promise<void> => setState((await copyText(text())) ? 'copied' : 'refused');
  return (
    <>
      <Button spacing="compact" onClick={() => void copy()}>{state === 'copied' ? 'Copied' : children}</Button>
      <span className="rs-sr" role="status">{state === 'copied' ? 'Copied.' : ''}</span>
      {state === 'refused' && (
        <textarea className="rs-copy-text" aria-label="Text to copy" readOnly value={text()} onFocus={(event) => event.currentTarget.select()} />
      )}
    </>
  );
}
