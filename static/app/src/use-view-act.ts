import { useState } from 'react';
import type { Answer } from '../../../src/contract/answer';
import type { Failure } from './api';

/** One act at a time: what it answers is shown, what failed is said. */
export function useViewAct<View>(onView: (view: View) => void): { readonly failure: Failure | undefined; readonly isSaving: boolean; readonly act: (ask: () => Promise<Answer<View>>) => Promise<boolean> } {
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const act = async (ask: () => Promise<Answer<View>>): Promise<boolean> => {
    setSaving(true);
    const answer = await ask();
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) onView(answer.value);
    return answer.ok;
  };
  return { failure, isSaving, act };
}
