/**
 * Words from the server are message ids with parameters, so that every surface (and every language) says the same.
 * The texts stand in `contract/messages.ts`.
 */
export interface Sentence {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function sentence(id: string, params: Sentence['params'] = {}): Sentence {
  return { id, params };
}
