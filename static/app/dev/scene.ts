import type { Page } from 'playwright-core';
import type { Script } from './serve';

/** One picture: a surface in one state. */
export interface Scene {
  readonly name: string;
  readonly page: string;
  readonly hash?: string;
  readonly script: Script;
  readonly act?: (page: Page) => Promise<void>;
}
