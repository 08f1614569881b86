import { separatorOf } from '../domain/csv';
import type { ImportFormat } from '../domain/import';
import { splitRecords } from './split-records';

/** A file cut for sending. */
export interface FileChunks {
  /** CSV: the header record; the chunks hold the rows after it. */
  readonly header?: string;
  readonly chunks: readonly { readonly seq: number; readonly firstLine: number; readonly text: string }[];
}

const encoder = new TextEncoder();

/**
 * Cuts a file at the ends of records, into chunks of at most `maxBytes` bytes of UTF-8; nothing is lost.
 * A single record that is longer stands alone in a chunk of its own size: it is for the sender to say that it is too long to send.
 */
export function splitChunks(format: ImportFormat, text: string, maxBytes: number): FileChunks {
  const whole = text.replace(/^\uFEFF/, '');
  const chunks: { seq: number; firstLine: number; text: string }[] = [];
  let header: string | undefined;
  let open: { firstLine: number; nextLine: number; texts: string[]; bytes: number } | undefined;
  const flush = (): void => {
    if (open !== undefined) chunks.push({ seq: chunks.length, firstLine: open.firstLine, text: open.texts.join('\n') });
    open = undefined;
  };
  for (const { line, text: record } of splitRecords(format, whole, 1, separatorOf(whole.slice(0, whole.indexOf('\n') + 1)))) {
    if (format === 'csv' && header === undefined) {
      header = record;
      continue;
    }
    const bytes = encoder.encode(record).length + 1;
    // Blank lines before a record are kept, so that its line number can be counted from the first line of its chunk.
    const blank = open === undefined ? 0 : line - open.nextLine;
    if (open !== undefined && open.bytes + blank + bytes > maxBytes) flush();
    if (open === undefined) open = { firstLine: line, nextLine: line, texts: [], bytes: 0 };
    const skipped = line - open.nextLine;
    open.texts.push('\n'.repeat(skipped) + record);
    open.bytes += skipped + bytes;
    open.nextLine = line + record.split('\n').length;
  }
  flush();
  return { ...(header === undefined ? {} : { header }), chunks };
}
