import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildUi } from './build';
import { ENTRIES } from './vite.config';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

/** Gzipped bytes of one surface: what loads before the first view, and everything it could ever load. */
export interface SurfaceSize {
  readonly entry: string;
  readonly firstJs: number;
  readonly allJs: number;
  readonly css: number;
}

/** Sizes of the built surfaces, from Vite's own manifest. */
export function sizesOf(dist: string): readonly SurfaceSize[] {
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  const gzip = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  return ENTRIES.map((entry) => {
    const first = reach(manifest, `${entry}.html`, false);
    const all = reach(manifest, `${entry}.html`, true);
    return { entry, firstJs: total(scripts(first), gzip), allJs: total(scripts(all), gzip), css: total(styles(all), gzip) };
  });
}

function reach(manifest: Readonly<Record<string, Chunk>>, start: string, late: boolean): readonly Chunk[] {
  const seen = new Map<string, Chunk>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.set(key, chunk);
    for (const next of [...(chunk.imports ?? []), ...(late ? (chunk.dynamicImports ?? []) : [])]) visit(next);
  };
  visit(start);
  return [...seen.values()];
}

const scripts = (chunks: readonly Chunk[]): readonly string[] => [...new Set(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith('.js')))];
const styles = (chunks: readonly Chunk[]): readonly string[] => [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))];
const total = (files: readonly string[], size: (file: string) => number): number => files.reduce((sum, file) => sum + size(file), 0);

async function main(): Promise<void> {
  const { dist } = await buildUi();
  process.stdout.write(`${JSON.stringify({ unit: 'bytes, gzip level 9', surfaces: sizesOf(dist) }, null, 2)}
`);
}

if (require.main === module) void main();
