import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const HERE = __dirname;
/** The built shell: `index.html`, `shell.js`, `shell.css`. */
export const SHELL_FOLDER = join(HERE, 'dist');
const THEMES = ['atlassian-light', 'atlassian-dark', 'atlassian-spacing', 'atlassian-typography', 'atlassian-shape'];
const MARK = join(SHELL_FOLDER, 'built-from.txt');

/** Builds the shell into `host/shell/dist`, or leaves it alone when no input changed. */
export async function buildShell(): Promise<{ readonly built: boolean; readonly dist: string }> {
  const tokens = THEMES.map(theme);
  const styles = readdirSync(join(HERE, 'styles')).sort().map((name) => readFileSync(join(HERE, 'styles', name), 'utf8'));
  const inputs = fingerprint([...tokens, ...styles]);
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === inputs) return { built: false, dist: SHELL_FOLDER };
  mkdirSync(SHELL_FOLDER, { recursive: true });
  await build({ entryPoints: [join(HERE, 'src/main.ts')], outfile: join(SHELL_FOLDER, 'shell.js'), bundle: true, format: 'esm', target: 'es2022', minify: true, sourcemap: true, logLevel: 'warning' });
  writeFileSync(join(SHELL_FOLDER, 'shell.css'), [...tokens, ...styles].join('\n'));
  writeFileSync(join(SHELL_FOLDER, 'index.html'), readFileSync(join(HERE, 'index.html')));
  writeFileSync(MARK, inputs);
  return { built: true, dist: SHELL_FOLDER };
}

/** A generated theme of @atlaskit/tokens is a module that holds one string of CSS. */
function theme(name: string): string {
  const folder = dirname(createRequire(join(HERE, 'build.ts')).resolve('@atlaskit/tokens/package.json'));
  const text = readFileSync(join(folder, 'dist/esm/artifacts/themes', `${name}.js`), 'utf8');
  const css: unknown = JSON.parse(text.slice(text.indexOf('export default ') + 'export default '.length).trim().replace(/;$/, ''));
  if (typeof css !== 'string') throw new Error(`The theme ${name} of @atlaskit/tokens is not a text of CSS.`);
  return css;
}

function fingerprint(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  const sources = [join(HERE, 'build.ts'), join(HERE, 'index.html'), ...filesUnder(join(HERE, 'src')), ...filesUnder(join(HERE, '../forge/bridge'))];
  for (const file of sources.sort()) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
