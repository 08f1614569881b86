import type { Answer } from '../../../../../src/contract/answer';
import { call } from '../../api';
import { joinParts } from '../../join-parts';
import type { Route } from '../route';

type Format = 'csv' | 'json';
interface TextFile {
  readonly fileName: string;
  readonly text: string;
}
type Part = TextFile & { readonly next?: string };

/** What the list of signals shows, filters included, as one text. */
export function exportSignals({ theme, source, from, to }: Extract<Route, { at: 'signals' }>, format: Format): Promise<Answer<TextFile>> {
  const filter = { ...(source === undefined ? {} : { source }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return inParts((after) => call('page.exportThemeSignals', { theme, format, ...filter, ...after }));
}

export function exportCustomers(theme: string | null, weeks: number | undefined, format: Format): Promise<Answer<TextFile>> {
  return inParts((after) => call('page.exportThemeCustomers', { theme, format, ...(weeks === undefined ? {} : { weeks }), ...after }));
}

/** The whole list as one text, fetched part by part. A part that fails fails the export: half a file would read as the whole. */
async function inParts(ask: (after: { readonly after?: string }) => Promise<Answer<Part>>): Promise<Answer<TextFile>> {
  let text = '';
  let fileName = '';
  let after: string | undefined;
  do {
    const answer = await ask(after === undefined ? {} : { after });
    if (!answer.ok) return answer;
    text = joinParts(text, answer.value.text);
    fileName = answer.value.fileName;
    after = answer.value.next;
  } while (after !== undefined);
  return { ok: true, value: { fileName, text } };
}
