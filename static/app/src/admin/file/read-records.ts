import { encodingOf } from './encoding-of';
import { CHUNK_BYTES, isTooLong } from './chunk-records';
import { splitter } from './split-records';
import type { FileFormat, FileRecord } from './split-records';

/** What we need of a browser's File. */
export interface Readable {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** The file's bytes are neither UTF-8 nor UTF-16 that says so. */
export class NotUtf8 extends Error {}

/**
 * The records of a file, in order, without holding the file in memory.
 * @throws NotUtf8 when the bytes are something else: guessing would change customers' words
 */
export async function* readRecords(file: Readable, format: FileFormat): AsyncGenerator<FileRecord> {
  const split = splitter(format, CHUNK_BYTES);
  let decoder: TextDecoder | undefined;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const chosen = (decoder ??= new TextDecoder(encodingOf(value), { fatal: true }));
    yield* marked(split.push(decoded(() => chosen.decode(value, { stream: true }))));
  }
  yield* marked(split.push(decoded(() => decoder?.decode() ?? '')));
  yield* marked(split.end());
}

function* marked(records: readonly FileRecord[]): Generator<FileRecord> {
  for (const record of records) yield record.tooLong === undefined && isTooLong(record.text) ? { line: record.line, text: '', tooLong: record.text.length } : record;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    throw new NotUtf8('not UTF-8', { cause: error });
  }
}
