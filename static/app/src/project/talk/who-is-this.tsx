import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PersonSaid } from '../../../../../src/contract/talk';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from '../../admin/closing/not-done';
import { useAct } from '../../admin/closing/use-act';

/** Asks the source who wrote this, at the moment when somebody wants to talk or reply; nothing of it is kept. */
export function WhoIsThis({ signal }: { readonly signal: string }) {
  const [said, setSaid] = useState<PersonSaid | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  return (
    <span className="rs-who-is-this">
      {said === undefined
        ? <Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={() => void act(() => call('talk.person', { signal }), setSaid)}>Who is this?</Button>
        : 'name' in said
          ? <span role="status"><b dir="auto">{said.name}</b> <span className="rs-note">as {said.source} says now; not kept</span></span>
          : <span role="status" className="rs-note">{formatSentence(said.why).replace(/\.$/, '')}.</span>}
      <NotDone failure={failure} />
    </span>
  );
}
