import { useState } from 'react';
import type { Answer } from '../../../../../src/contract/answer';
import type { Failure } from '../../api';

/** One thing at a time, and what it failed with. */
export function useAct(): { readonly isSaving: boolean; readonly failure: Failure | undefined; readonly act: <Value>(ask: () => Promise<Answer<Value>>, then: (value: Value) => void) => Promise<void> } {
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  return {
    isSaving,
    failure,
    act: async (ask, then) => {
      setSaving(true);
      const answer = await ask();
      setSaving(false);
      setFailure(answer.ok ? undefined : answer);
      if (answer.ok) then(answer.value);
    },
  };
}
