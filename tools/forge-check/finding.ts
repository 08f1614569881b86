export interface Finding {
  readonly check: string;
  readonly level: 'error' | 'note';
  readonly text: string;
}
