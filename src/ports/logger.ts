/** Structured, ids only: never customer text, never a secret. */
export interface Logger {
  info(event: string, fields: Readonly<Record<string, string | number | boolean>>): void;
  warn(event: string, fields: Readonly<Record<string, string | number | boolean>>): void;
}
