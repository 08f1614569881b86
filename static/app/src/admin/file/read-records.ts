import { CHUNK_BYTES, isTooLong } from './chunk-records';
import { splitter } from './split-records';
import type { FileFormat, FileRecord } from './split-records';

/** What we need of a browser's File. */
export interface Readable {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/**
 * The records of a file, in order, without holding the file in memory.
 * @throws TypeError when the bytes are not UTF-8: guessing would change customers' words.
 */
export async function* readRecords(file: Readable, format: FileFormat): AsyncGenerator<FileRecord> {
  const split = splitter(format, CHUNK_BYTES);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield* marked(split.push(decoder.decode(value, { stream: true })));
  }
  yield* marked(split.push(decoder.decode()));
  yield* marked(split.end());
}

function* marked(records: readonly FileRecord[]): Generator<FileRecord> {
  for (const record of records) yield record.tooLong === undefined && isTooLong(record.text) ? { line: record.line, text: '', tooLong: record.text.length } : record;
}
