import type { FileRecord } from './split-records';

/** Whole records for one call. `firstLine` and the line breaks inside give every record its line in the file. */
export interface Chunk {
  readonly seq: number;
  readonly firstLine: number;
  readonly text: string;
}

/** The server takes 400,000 bytes of UTF-8; the platform takes 500 KB as JSON, where quotes and line breaks count twice. */
export const CHUNK_BYTES = 400_000;
const CALL_BYTES = 460_000;
const encoder = new TextEncoder();

export interface Chunker {
  /** Adds a record and returns the chunk that it filled, if any. */
  add(record: FileRecord): Chunk | undefined;
  end(): Chunk | undefined;
}

/** Packs records into chunks. A record left out for its length ends the chunk, so that lines keep their numbers. */
export function chunker(): Chunker {
  let seq = 0;
  let firstLine = 1;
  let texts: string[] = [];
  let bytes = 0;
  let callBytes = 0;

  const flush = (): Chunk | undefined => {
    if (texts.length === 0) return undefined;
    const chunk: Chunk = { seq, firstLine, text: texts.join('\n') };
    seq += 1;
    texts = [];
    bytes = 0;
    callBytes = 0;
    return chunk;
  };

  return {
    add(record) {
      if (record.tooLong !== undefined) return flush();
      const size = utf8Length(record.text) + 1;
      const callSize = utf8Length(JSON.stringify(record.text)) + 1;
      const full = bytes + size > CHUNK_BYTES || callBytes + callSize > CALL_BYTES ? flush() : undefined;
      if (texts.length === 0) firstLine = record.line;
      texts.push(record.text);
      bytes += size;
      callBytes += callSize;
      return full;
    },
    end: flush,
  };
}

/** Too long for any call, even alone. */
export function isTooLong(text: string): boolean {
  return utf8Length(text) >= CHUNK_BYTES || utf8Length(JSON.stringify(text)) >= CALL_BYTES;
}

export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}
