/** Every endpoint answers with one of these; a failure is named, never an empty value. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly retryable: boolean; readonly detail?: string };
