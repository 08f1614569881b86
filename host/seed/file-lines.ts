import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The bytes of a file of a folder, unpacked where only `<name>.gz` is there; undefined where neither is. */
export function findBytes(folder: string, name: string): Buffer | undefined {
  const plain = join(folder, name);
  if (existsSync(plain)) return readFileSync(plain);
  const packed = `${plain}.gz`;
  return existsSync(packed) ? gunzipSync(readFileSync(packed)) : undefined;
}

/** As `findBytes`. @throws Error naming the file when it is not there: a missing file is not an empty one. */
export function getBytes(folder: string, name: string): Buffer {
  const bytes = findBytes(folder, name);
  if (bytes === undefined) throw new Error(`${join(folder, name)}: no such file, and no ${name}.gz either`);
  return bytes;
}

/** Lines of UTF-8 bytes, decoded one at a time so that the text is never held whole; joined by newlines they are the file again. */
export function* linesOf(bytes: Buffer): Generator<string> {
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.toString('utf8', start, end > start && bytes[end - 1] === 13 ? end - 1 : end);
    start = end + 1;
  }
}

/** Values of a JSON Lines file with their line numbers; blank lines are no rows. @throws SyntaxError for a line that is not JSON */
export function* jsonRowsOf(bytes: Buffer): Generator<{ readonly line: number; readonly value: unknown }> {
  let line = 0;
  for (const text of linesOf(bytes)) {
    line += 1;
    if (text.trim() !== '') yield { line, value: JSON.parse(text) };
  }
}
