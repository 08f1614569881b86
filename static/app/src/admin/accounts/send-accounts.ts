import type { AccountsImported } from '../../../../../src/contract/accounts';
import type { Answer } from '../../../../../src/contract/answer';
import { saidSeparator } from '../../../../../src/contract/csv';
import type { Input } from '../../api';
import { NotUtf8, readRecords } from '../file/read-records';
import type { Readable } from '../file/read-records';

const LINES_AT_ONCE = 500;
const BYTES_AT_ONCE = 300_000;

/** Why a list cannot be read at all. */
const NOT_UTF8 = { ok: false, code: 'edge/bad-input', retryable: false, detail: 'The file is not UTF-8 text. Save it as UTF-8, so that names stay as they are written.' } as const;

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
    sum = { lines: sum.lines + answer.value.lines, accounts: sum.accounts + answer.value.accounts, turnedAway: sum.turnedAway + answer.value.turnedAway, problems: [...sum.problems, ...answer.value.problems.filter((one) => !sum.problems.some((told) => told.line === one.line && told.field === one.field))] };
    return undefined;
  };
  try {
    for await (const { line, text, tooLong } of readRecords(file, format)) {
      if (tooLong !== undefined) {
        const failed = await flush();
        if (failed !== undefined) return failed;
        sum = { ...sum, lines: sum.lines + 1, turnedAway: sum.turnedAway + 1, problems: [...sum.problems, { line, field: '(row)', reason: 'too long to send' }] };
        continue;
      }
      if (text.trim() === '') {
        // Kept in between, so that the lines behind it have their numbers.
        if (open !== undefined && open.texts.length < LINES_AT_ONCE) open.texts.push('');
        else {
          const failed = await flush();
          if (failed !== undefined) return failed;
        }
        continue;
      }
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
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return NOT_UTF8;
  }
}
