import { resolve } from 'node:path';
import type { InlineConfig } from 'vite';

const here = __dirname;
export const ENTRIES = ['panel', 'context', 'admin', 'project', 'backlog', 'global'] as const;

/** One build, one entry per surface. Assets are relative: Forge serves the folder from a path that it chooses. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    root: here,
    base: './',
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: 'manifest.json',
      chunkSizeWarningLimit: 900,
      rolldownOptions: { input: Object.fromEntries(ENTRIES.map((name) => [name, resolve(here, `${name}.html`)])) },
    },
  };
}
