import type { EngineShelf, ShelvedTexts } from '../../domain/engine-shelf';
import type { ReadTexts } from '../text/read-texts';

/** Rows of two readings in the order of their ids. */
export interface MergedTexts {
  readonly ids: readonly string[];
  readonly texts: ReadTexts;
  /** Row on the shelf of each merged row, -1 for one that arrived. */
  readonly shelved: Int32Array;
}

/** The shelf's rows without those of `leaves`, and the arrived ones between them, as a reading of everything would have them. */
export function mergeTexts(shelf: EngineShelf, leaves: (id: string) => boolean, arrived: { readonly ids: readonly string[]; readonly texts: ReadTexts }): MergedTexts {
  const order = arrived.ids.map((_, row) => row).sort((a, b) => (arrived.ids[a]! < arrived.ids[b]! ? -1 : 1));
  const ids: string[] = [];
  const from: { readonly texts: ShelvedTexts; readonly row: number }[] = [];
  const take = (texts: ShelvedTexts, row: number, id: string): void => {
    ids.push(id);
    from.push({ texts, row });
  };
  let next = 0;
  const takeBefore = (id: string | undefined): void => {
    for (let row = order[next]; row !== undefined && (id === undefined || arrived.ids[row]! < id); row = order[next]) {
      take(arrived.texts, row, arrived.ids[row]!);
      next += 1;
    }
  };
  shelf.ids.forEach((id, row) => {
    if (leaves(id)) return;
    takeBefore(id);
    take(shelf.texts, row, id);
  });
  takeBefore(undefined);
  return { ids, texts: stacked(from), shelved: Int32Array.from(from, (one) => (one.texts === shelf.texts ? one.row : -1)) };
}

function stacked(from: readonly { readonly texts: ShelvedTexts; readonly row: number }[]): ReadTexts {
  const starts = new Int32Array(from.length + 1);
  from.forEach(({ texts: { counts }, row }, at) => (starts[at + 1] = starts[at]! + counts.starts[row + 1]! - counts.starts[row]!));
  const size = starts[from.length]!;
  const [columns, weights, sentences] = [new Int32Array(size), new Float32Array(size), new Int32Array(size)];
  from.forEach(({ texts, row }, at) => {
    const [first, last] = [texts.counts.starts[row]!, texts.counts.starts[row + 1]!];
    columns.set(texts.counts.columns.subarray(first, last), starts[at]);
    weights.set(texts.counts.weights.subarray(first, last), starts[at]);
    sentences.set(texts.sentences.subarray(first, last), starts[at]);
  });
  return { counts: { rows: from.length, starts, columns, weights }, lengths: Float32Array.from(from, ({ texts, row }) => texts.lengths[row]!), sentences };
}
