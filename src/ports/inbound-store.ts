import type { Delivery, InboundMark, InboundRefusal } from '../domain/inbound';
import type { IsoTime } from '../domain/time';

/** An accepted delivery with its place in the order of arrival. */
export interface WaitingDelivery extends Delivery {
  readonly seq: number;
}

export interface InboundFigures {
  readonly lastReceivedAt?: IsoTime;
  /** Deliveries accepted and not yet read. */
  readonly waiting: number;
  readonly lastRefusal?: InboundRefusal;
}

/** Deliveries between the answer to their sender and the signal store. */
export interface InboundStore {
  /** Durable when it answers. `replayed`: this nonce was there before, nothing was written. One statement. @throws StoreUnavailable */
  accept(delivery: Delivery): Promise<'accepted' | 'replayed'>;
  /** In order of arrival; fewer than asked for where more would not fit one answer, none only when none waits. */
  listWaiting(limit: number): Promise<readonly WaitingDelivery[]>;
  /** Takes their words away and keeps the nonces. */
  finish(seqs: readonly number[]): Promise<void>;
  /** Forgets nonces of finished deliveries received before; of each source the last stays, so that it is known when it was heard. */
  forget(before: IsoTime): Promise<void>;
  figures(source: string): Promise<InboundFigures>;
  saveRefusal(source: string, refusal: InboundRefusal): Promise<void>;
  /** Waiting signals and nonces of a source, for good. */
  removeSource(source: string): Promise<void>;
  /** Of these ids those that came with a revision, or were taken back. */
  findMarks(source: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, InboundMark>>;
  /** Upserts: whoever writes when, the greatest revision stays, and what is gone stays gone. */
  saveMarks(source: string, marks: readonly InboundMark[]): Promise<void>;
  /** Of a source whose signals are gone with it. */
  forgetMarks(source: string): Promise<void>;
}
