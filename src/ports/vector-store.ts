import type { NotAnalysed } from '../domain/reading';
import type { IsoTime } from '../domain/time';

/** One text of a block: its hash, and the signal or issue it came from first. Another with the same words shares the vector. */
export interface VectorEntry {
  readonly hash: string;
  /** `signal:` or `issue:` and the id: forgotten with it. */
  readonly about: string;
}

/** Texts that are embedded by one question and kept together. */
export interface VectorBlock {
  readonly id: string;
  /** Pinned id of the model that is asked, or was. */
  readonly model: string;
  readonly state: 'embedded' | NotAnalysed;
  readonly entries: readonly VectorEntry[];
}

/** Blocks of vectors. A block's state moves waiting → asked → embedded or parked; only a person moves it back. */
export interface VectorStore {
  /** All blocks of a product without their vectors, in the order of their ids. */
  listBlocks(product: string): Promise<readonly VectorBlock[]>;
  /** Puts blocks in the line; one whose id is there already stays as it is. */
  queueBlocks(product: string, blocks: readonly Pick<VectorBlock, 'id' | 'model' | 'entries'>[]): Promise<void>;
  dropBlocks(product: string, ids: readonly string[]): Promise<void>;
  /** Marks one as asked; false when somebody else has it or it no longer waits. From here on it is never asked again by itself. */
  takeBlock(product: string, id: string, at: IsoTime): Promise<boolean>;
  /** Back in the line: nothing was paid. */
  returnBlock(product: string, id: string): Promise<void>;
  /** Entries that were forgotten meanwhile stay forgotten. @param vectors one an entry, all of one length */
  saveBlock(product: string, block: Pick<VectorBlock, 'id' | 'entries'>, vectors: readonly Int8Array[]): Promise<void>;
  parkBlock(product: string, id: string, why: NotAnalysed): Promise<void>;
  parkLostBlocks(product: string, before: IsoTime): Promise<void>;
  /** A person wants what was parked to be asked again. */
  askBlocksAgain(product: string): Promise<void>;
  /** Takes these texts out of every block, with their vectors. */
  forgetEntries(product: string, about: readonly string[]): Promise<void>;
  /** Vectors of one model by hash of the text. */
  readVectors(product: string, model: string): Promise<ReadonlyMap<string, Int8Array>>;
}
