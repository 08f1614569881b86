import type { Answer } from '../../../../../src/contract/answer';
import { call } from '../../api';
import { joinParts } from '../../join-parts';

interface TextFile {
  readonly fileName: string;
  readonly text: string;
}

/** The whole list as one text, fetched part by part. A part that fails fails the export: half a file would read as the whole. */
export async function exportSignals(theme: string | null, format: 'csv' | 'json'): Promise<Answer<TextFile>> {
  let text = '';
  let fileName = '';
  let after: string | undefined;
  do {
    const answer = await call('page.exportThemeSignals', { theme, format, ...(after === undefined ? {} : { after }) });
    if (!answer.ok) return answer;
    text = joinParts(text, answer.value.text);
    fileName = answer.value.fileName;
    after = answer.value.next;
  } while (after !== undefined);
  return { ok: true, value: { fileName, text } };
}
