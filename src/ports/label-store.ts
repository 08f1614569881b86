/** What a model proposed as a theme's name. */
export interface ThemeLabel {
  readonly theme: string;
  /** Hash of the examples, the terms and the model: asked for once. */
  readonly madeFrom: string;
  readonly model: string;
  /** Signals that it was made from. */
  readonly exemplars: readonly string[];
  /** Absent: what was proposed could not be proven, and is not asked for again until the examples change. */
  readonly label?: string;
}

export interface LabelStore {
  listLabels(product: string): Promise<readonly ThemeLabel[]>;
  saveLabel(product: string, label: ThemeLabel): Promise<void>;
  dropLabels(product: string, themes: readonly string[]): Promise<void>;
}
