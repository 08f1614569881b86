import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { EngineShelf, ShelvedTexts } from '../../domain/engine-shelf';
import { BadInput } from '../../domain/errors';
import { jsonColumn } from './columns';

const FORM = 1;
const Head = jsonColumn(
  z.object({
    form: z.literal(FORM),
    ids: z.array(z.string()), marks: z.array(z.string()), words: z.array(z.string()), themes: z.array(z.string()), places: z.array(z.number()),
    issues: z.array(z.object({ id: z.string(), mark: z.string(), floor: z.number(), signals: z.array(z.number()) })),
    exactCounts: z.array(z.tuple([z.string(), z.number()])), letters: z.array(z.tuple([z.string(), z.boolean()])),
    weights: z.array(z.number()), shift: z.object({ offset: z.number(), slope: z.number() }),
  }),
);

/** A shelf as compressed bytes: a head in JSON, and the word counts as numbers of as few bytes as they need (LEB128). */
export function shelfBytes({ texts, places, issues, ...rest }: EngineShelf): Buffer {
  const head = gzipSync(JSON.stringify({ form: FORM, ...rest, places: [...places], issues }), { level: 1 });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, gzipSync(textBytes(texts), { level: 1 })]);
}

/** @throws BadInput when these are not the bytes of a shelf */
export function shelfOf(bytes: Buffer): EngineShelf {
  const end = bytes.length < 4 ? 0 : 4 + bytes.readUInt32LE(0);
  const { form: _form, places, ...head } = parseAt('store:engine_shelves', Head, unzipped(bytes.subarray(4, end)).toString());
  return { ...head, places: Int32Array.from(places), texts: textsOf(unzipped(bytes.subarray(end)), head.ids.length) };
}

function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new BadInput('store:engine_shelves', 'body', 'not compressed bytes, or cut short', { cause: error });
  }
}

/** Row by row: length, number of entries, then word, count and sentences of each. */
function textBytes({ counts, lengths, sentences }: ShelvedTexts): Buffer {
  let size = 0;
  eachNumber({ counts, lengths, sentences }, (value) => (size += value < 0x80 ? 1 : Math.ceil((32 - Math.clz32(value)) / 7)));
  // Exactly as much as it takes: a whole run that makes a shelf is near its limit of memory.
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  eachNumber({ counts, lengths, sentences }, (value) => {
    let rest = value;
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  });
  return bytes;
}

function eachNumber({ counts, lengths, sentences }: ShelvedTexts, take: (value: number) => void): void {
  for (let row = 0; row < counts.rows; row += 1) {
    const [from, to] = [counts.starts[row]!, counts.starts[row + 1]!];
    take(lengths[row]! >>> 0);
    take(to - from);
    for (let entry = from; entry < to; entry += 1) {
      take(counts.columns[entry]!);
      take(counts.weights[entry]! >>> 0);
      take(sentences[entry]! >>> 0);
    }
  }
}

function textsOf(bytes: Buffer, rows: number): ShelvedTexts {
  let at = 0;
  const take = (): number => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new BadInput('store:engine_shelves', 'texts', 'cut short');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  };
  const starts = new Int32Array(rows + 1);
  const lengths = new Float32Array(rows);
  // An entry takes three bytes at least: room enough, given back at the end.
  const most = Math.floor(bytes.length / 3) + 1;
  const [columns, weights, sentences] = [new Int32Array(most), new Float32Array(most), new Int32Array(most)];
  let size = 0;
  for (let row = 0; row < rows; row += 1) {
    lengths[row] = take();
    for (let left = take(); left > 0; left -= 1, size += 1) {
      columns[size] = take();
      weights[size] = take();
      sentences[size] = take();
    }
    starts[row + 1] = size;
  }
  return { counts: { rows, starts, columns: columns.slice(0, size), weights: weights.slice(0, size) }, lengths, sentences: sentences.slice(0, size) };
}
