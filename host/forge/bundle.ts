import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build, version, type BuildOptions } from 'esbuild';
import { z } from 'zod';
import type { Manifest } from './manifest';

const REPOSITORY = resolve(__dirname, '../..');
/** Where the host's own processes and browser script are built. */
export const HOST_BUILD = join(REPOSITORY, 'dist/host');

const BuildRecord = z.object({ settings: z.string(), inputs: z.record(z.string(), z.string()) });

/** As Forge's webpack does it: for Node, CommonJS, every dependency inlined, not minified. */
const APP: BuildOptions = { platform: 'node', target: 'node22', format: 'cjs', bundle: true, minify: false, sourcemap: 'linked', logLevel: 'silent', logOverride: { 'empty-import-meta': 'silent' } };

/**
 * One CommonJS file per handler file of the manifest: `src/index.ts` becomes `<outFolder>/index.cjs`.
 * Does nothing when no input changed since the last build.
 * @returns handler file name to bundle path
 * @throws with esbuild's messages when the app does not compile
 */
export async function buildApp(appFolder: string, manifest: Manifest, outFolder: string): Promise<ReadonlyMap<string, string>> {
  const files = [...new Set(manifest.functions.map(({ handler }) => handler.split('.')[0] ?? handler))];
  const built = await Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      const output = join(outFolder, `${basename(file)}.cjs`);
      await buildWhenChanged(sourceOf(appFolder, file), output, { ...APP, absWorkingDir: appFolder });
      return [file, output];
    }),
  );
  return new Map(built);
}

/** The host's own pieces that run elsewhere: the process that runs functions, the process that runs SQLite, the page's end of the bridge. */
export async function buildHost(): Promise<{ readonly worker: string; readonly sqlProcess: string; readonly iframeBridge: string }> {
  const worker = join(HOST_BUILD, 'runtime-worker.cjs');
  const sqlProcess = join(HOST_BUILD, 'sqlite-process.cjs');
  const iframeBridge = join(HOST_BUILD, 'iframe-bridge.js');
  await Promise.all([
    buildWhenChanged(join(__dirname, 'runtime/worker.ts'), worker, { ...APP, keepNames: true, absWorkingDir: REPOSITORY }),
    buildWhenChanged(join(__dirname, 'sql/sqlite-process.ts'), sqlProcess, { ...APP, keepNames: true, absWorkingDir: REPOSITORY }),
    buildWhenChanged(join(__dirname, 'bridge/iframe-bridge.ts'), iframeBridge, {
      platform: 'browser', target: 'es2022', format: 'iife', bundle: true, minify: true, logLevel: 'silent', absWorkingDir: REPOSITORY,
    }),
  ]);
  return { worker, sqlProcess, iframeBridge };
}

function sourceOf(appFolder: string, file: string): string {
  const found = ['ts', 'tsx', 'js'].map((extension) => join(appFolder, 'src', `${file}.${extension}`)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`manifest.yml names the handler file ${file}, but there is no src/${file}.ts`);
  return found;
}

async function buildWhenChanged(entry: string, output: string, options: BuildOptions): Promise<void> {
  const folder = String(options.absWorkingDir);
  const settings = createHash('sha256').update(JSON.stringify([version, entry, options])).digest('hex');
  const record = `${output}.inputs.json`;
  if (existsSync(output) && isCurrent(record, settings, folder)) return;
  mkdirSync(dirname(output), { recursive: true });
  // Built aside and moved into place, so that hosts that start at the same time never read half a file.
  const aside = `${output}.${randomUUID()}.tmp`;
  const result = await build({ ...options, entryPoints: [entry], outfile: aside, metafile: true, write: true });
  const inputs = Object.fromEntries(Object.keys(result.metafile.inputs).filter((input) => existsSync(join(folder, input))).map((input) => [input, stamp(join(folder, input))]));
  if (existsSync(`${aside}.map`)) renameSync(`${aside}.map`, `${output}.map`);
  const code = readFileSync(aside, 'utf8').replace(`${basename(aside)}.map`, `${basename(output)}.map`);
  writeFileSync(aside, code);
  renameSync(aside, output);
  writeFileSync(`${record}.${process.pid}`, JSON.stringify({ settings, inputs, output: relative(folder, output) }));
  renameSync(`${record}.${process.pid}`, record);
  rmSync(aside, { force: true });
}

function isCurrent(record: string, settings: string, folder: string): boolean {
  if (!existsSync(record)) return false;
  const known = BuildRecord.safeParse(JSON.parse(readFileSync(record, 'utf8')));
  return known.success && known.data.settings === settings && Object.entries(known.data.inputs).every(([input, was]) => existsSync(join(folder, input)) && stamp(join(folder, input)) === was);
}

function stamp(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs}:${size}`;
}
