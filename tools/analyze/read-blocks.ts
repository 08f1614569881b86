import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { saidSeparator, separatorOf } from '../../src/domain/csv';
import type { ImportFormat } from '../../src/domain/import';
import type { RowsInput } from '../../src/ingest/read-rows';
import { endOfWholeRecords, splitRecords } from '../../src/ingest/split-records';
import { WrongUse } from './options';

/** Characters read at once: small against the memory for the rows themselves, so that a file is never held as text. */
const BLOCK_CHARS = 1_000_000;
/** A CSV record that is longer than this is taken for a quote that was never closed. */
const RECORD_CHARS = 12_000_000;
const HEADER_CHARS = 100_000;

/** A file as blocks of whole records, unpacked where it is gzipped. @throws WrongUse when it cannot be read or is neither format */
export async function* readBlocks(path: string): AsyncGenerator<RowsInput> {
  let format: ImportFormat | undefined;
  let header: string | undefined;
  let firstLine = 1;
  let pending = '';
  for await (const piece of piecesOf(path)) {
    pending += piece;
    if (pending.length < BLOCK_CHARS) continue;
    format ??= formatOf(path, pending);
    const cut = endOfWholeRecords(pending.length > RECORD_CHARS ? 'jsonl' : format, pending, separatorOf(header ?? headerIn(pending)));
    if (cut === 0) continue;
    const block = toBlock(format, header, pending.slice(0, cut), firstLine);
    header = block.header;
    yield block;
    firstLine += lineEnds(pending.slice(0, cut));
    pending = pending.slice(cut);
  }
  if (pending.trim() !== '') yield toBlock(format ?? formatOf(path, pending), header, pending, firstLine);
}

async function* piecesOf(path: string): AsyncGenerator<string> {
  try {
    const packed = isGzipped(path);
    const file = createReadStream(path, { highWaterMark: 1 << 18 });
    const bytes = packed ? pipeline(file, createGunzip(), () => undefined) : file;
    const decoder = new TextDecoder('utf-8');
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error) throw new WrongUse(`${path}: cannot be read (${String(error.code)})`, { cause: error });
    throw error;
  }
}

function isGzipped(path: string): boolean {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(2);
  readSync(file, head, 0, 2, 0);
  closeSync(file);
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** JSON Lines begins with an object, whatever the file is called. */
function formatOf(path: string, text: string): ImportFormat {
  const first = text.replace(/^\uFEFF/, '').trimStart()[0];
  if (first === '[') throw new WrongUse(`${path}: one JSON list; what is read is one JSON object a line (JSON Lines), or CSV`);
  return first === '{' || /\.(jsonl|ndjson)(\.gz)?$/i.test(path) ? 'jsonl' : 'csv';
}

/** The header is the first record of a CSV file; blocks hold the rows after it. */
function toBlock(format: ImportFormat, header: string | undefined, text: string, firstLine: number): RowsInput {
  if (format === 'jsonl') return { format, text, firstLine };
  if (header !== undefined) return { format, header, text, firstLine };
  for (const first of splitRecords('csv', text, firstLine, separatorOf(headerIn(text)))) {
    if (saidSeparator(first.text) !== undefined) continue;
    const start = text.indexOf(first.text) + first.text.length;
    return { format, header: first.text, text: text.slice(start), firstLine: first.line + lineEnds(first.text) };
  }
  return { format, header: '', text, firstLine };
}

/** The first line that names columns; a header of several lines says in its first what stands between them. */
function headerIn(text: string): string {
  const lines = text.slice(0, HEADER_CHARS).split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => saidSeparator(line) === undefined) ?? '';
}

function lineEnds(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}
