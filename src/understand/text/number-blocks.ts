/** A list of numbers that grows by blocks: nothing is copied until the whole is built, and no room is left over. */
export interface NumberBlocks<Numbers> {
  readonly push: (value: number) => void;
  readonly size: () => number;
  /** All numbers one after another. The list is empty afterwards. */
  readonly build: () => Numbers;
}

const FIRST_BLOCK = 1 << 10;
const LARGEST_BLOCK = 1 << 16;

export function newNumberBlocks<Numbers extends Int32Array | Float32Array>(create: (size: number) => Numbers): NumberBlocks<Numbers> {
  let full: Numbers[] = [];
  let block = create(FIRST_BLOCK);
  let [used, before] = [0, 0];
  return {
    push(value) {
      if (used === block.length) {
        full.push(block);
        before += used;
        used = 0;
        block = create(Math.min(LARGEST_BLOCK, block.length * 2));
      }
      block[used] = value;
      used += 1;
    },
    size: () => before + used,
    build() {
      const all = create(before + used);
      let at = 0;
      for (const one of full) {
        all.set(one, at);
        at += one.length;
      }
      all.set(block.subarray(0, used), at);
      full = [];
      block = create(FIRST_BLOCK);
      [used, before] = [0, 0];
      return all;
    },
  };
}
