/** Small settings of the site, by key. Secrets are write-only: they can be set and used, never read back to a screen. */
export interface Settings {
  find(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  saveSecret(key: string, value: string): Promise<void>;
  findSecret(key: string): Promise<string | undefined>;
}
