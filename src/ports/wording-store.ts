/** Sentences that a model wrote for one place, with the signals that carry them. */
export interface Wording {
  /** What it is for: `prototype:` and the issue, or `invitation:` and a hash. */
  readonly key: string;
  /** Hash of everything it was made from: for other material it says nothing. */
  readonly madeFrom: string;
  readonly model: string;
  readonly signals: readonly string[];
  /** By name of the sentence; absent: what was written could not be proven, and is not asked for again until the material changes. */
  readonly lines?: Readonly<Record<string, string>>;
}

export interface WordingStore {
  listWordings(product: string): Promise<readonly Wording[]>;
  findWordings(product: string, keys: readonly string[]): Promise<readonly Wording[]>;
  saveWording(product: string, wording: Wording): Promise<void>;
  dropWordings(product: string, keys: readonly string[]): Promise<void>;
}
