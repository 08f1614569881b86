import { join } from 'node:path';
import { buildApp } from '../host/forge/bundle';
import { readManifest } from '../host/forge/manifest';
import { buildShell } from '../host/shell/build';
import { buildUi } from '../static/app/build';

/** The app's functions, the screens, and the shell of the local host. Each is skipped when its inputs are unchanged. */
export async function buildAll(): Promise<void> {
  const root = process.cwd();
  await buildApp(root, readManifest(join(root, 'manifest.yml')), join(root, 'dist/app'));
  await buildUi();
  await buildShell();
}
