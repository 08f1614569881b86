import type { AccountsImported } from '../../../../../src/contract/accounts';
import type { Answer } from '../../../../../src/contract/answer';
import { saidSeparator } from '../../../../../src/contract/csv';
import type { Input } from '../../api';
import { readRecords } from '../file/read-records';
import type { Readable } from '../file/read-records';

const LINES_AT_ONCE = 500;
const BYTES_AT_ONCE = 300_000;

/** Sends a list in groups of whole records and adds up what became of them; stops at the first group that fails. */
export async function sendAccounts(file: Readable & { readonly name: string }, send: (chunk: Input<'admin.importAccounts'>) => Promise<Answer<AccountsImported>>): Promise<Answer<AccountsImported>> {
  const format = /\.(jsonl|ndjson)$/i.test(file.name) ? 'jsonl' : 'csv';
  let header: string | undefined;
  let open: { firstLine: number; texts: string[]; bytes: number } | undefined;
  let sum: AccountsImported = { lines: 0, accounts: 0, turnedAway: 0, problems: [] };
  const flush = async (): Promise<Answer<AccountsImported> | undefined> => {
    if (open === undefined) return undefined;
    const answer = await send({ format, text: open.texts.join('\n'), firstLine: open.firstLine, ...(header === undefined ? {} : { header }) });
    open = undefined;
    if (!answer.ok) return answer;
    sum = { lines: sum.lines + answer.value.lines, accounts: sum.accounts + answer.value.accounts, turnedAway: sum.turnedAway + answer.value.turnedAway, problems: [...sum.problems, ...answer.value.problems] };
    return undefined;
  };
  for await (const { line, text } of readRecords(file, format)) {
    if (text.trim() === '') continue;
    if (format === 'csv' && header === undefined) {
      if (saidSeparator(text) === undefined) header = text;
      continue;
    }
    if (open !== undefined && (open.texts.length >= LINES_AT_ONCE || open.bytes + text.length > BYTES_AT_ONCE)) {
      const failed = await flush();
      if (failed !== undefined) return failed;
    }
    open ??= { firstLine: line, texts: [], bytes: 0 };
    open.texts.push(text);
    open.bytes += text.length * 3;
  }
  return (await flush()) ?? { ok: true, value: sum };
}
