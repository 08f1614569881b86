// npm run build: the app's functions, the screens, and the shell of the local host. Each is skipped when its inputs are unchanged.
import { buildApp } from '../host/forge/bundle';
import { buildShell } from '../host/shell/build';
import { buildUi } from '../static/app/build';

export async function buildAll(): Promise<void> {
  await buildApp();
  await buildUi();
  await buildShell();
}
