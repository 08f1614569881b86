import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import type { Answer } from '../../../../../src/contract/answer';
import { call } from '../../api';
import { joinParts } from '../../join-parts';
import { saveFile } from '../../save-file';
import { NotDone } from './not-done';
import { useAct } from './use-act';

/** The record of everything that closing did: compare it with Jira, take it along. */
export function LedgerActs({ product }: { readonly product: string }) {
  const [said, setSaid] = useState('');
  const { isSaving, failure, act } = useAct();
  return (
    <div className="rs-acts">
      <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.reconcile', { product }), (found) => setSaid(`${formatNumber(found.entries)} entries, ${formatNumber(found.compared)} compared with Jira, ${formatNumber(found.unexplained)} unexplained.`))}>Compare the record with Jira</Button>
      <Button spacing="compact" appearance="subtle" onClick={() => void act(() => wholeLedger(), ({ fileName, text }) => saveFile(fileName, text, 'text/csv'))}>Export the record</Button>
      <span role="status" className="rs-note">{said}</span>
      <NotDone failure={failure} />
    </div>
  );
}

async function wholeLedger(): Promise<Answer<{ readonly fileName: string; readonly text: string }>> {
  let text = '';
  let fileName = '';
  let after: number | undefined = 0;
  while (after !== undefined) {
    const part: Awaited<ReturnType<typeof exportPart>> = await exportPart(after);
    if (!part.ok) return part;
    text = joinParts(text, part.value.text);
    fileName = part.value.fileName;
    after = part.value.next;
  }
  return { ok: true, value: { fileName, text } };
}

const exportPart = (after: number) => call('admin.exportLedger', { format: 'csv', after });
