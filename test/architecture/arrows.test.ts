import { existsSync } from 'node:fs';
import { posix, join } from 'node:path';
import { ROOT, sourceFiles } from './source-files';

/** Which folders of src a folder may import, by its first name; lint says the same of the import's text, this walks the files. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  ports: ['ports', 'domain'],
  contract: ['contract', 'domain'],
  ingest: ['ingest', 'ports', 'domain'],
  understand: ['understand', 'ports', 'domain'],
  decide: ['decide', 'ports', 'domain'],
  measure: ['measure', 'ports', 'domain'],
  agent: ['agent', 'ports', 'domain'],
  talk: ['talk', 'ports', 'domain'],
  connectors: ['connectors', 'ports', 'domain'],
  platform: ['platform', 'ports', 'domain'],
};
const FORGE_MAY = /^src\/(platform|surfaces)\/|^src\/(index|app)\.ts$/;

const files = sourceFiles('src');
const importsOf = (text: string): string[] => [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].flatMap((match) => match[1] ?? []);
const resolved = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier);

describe('the arrows between folders', () => {
  it('point only where they may', () => {
    const wrong = files.flatMap(({ path, text }) => {
      const folder = path.split('/')[1] ?? '';
      const may = MAY[folder];
      if (may === undefined) return [];
      return importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolved(path, specifier))
        .filter((target) => !may.includes(target.split('/')[1] ?? ''))
        .map((target) => `${path} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keep connectors apart: each knows itself and _shared, and only the registry knows them all', () => {
    const wrong = files.flatMap(({ path, text }) => {
      const [, folder, own] = path.split('/');
      if (folder !== 'connectors' || path === 'src/connectors/registry.ts') return [];
      return importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolved(path, specifier))
        .filter((target) => target.startsWith('src/connectors/') && ![own, '_shared'].includes(target.split('/')[2]))
        .map((target) => `${path} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('leave Forge to the adapters and surfaces', () => {
    expect(files.filter(({ path, text }) => !FORGE_MAY.test(path) && importsOf(text).some((one) => one.startsWith('@forge/'))).map(({ path }) => path)).toEqual([]);
  });

  it('keep the core away from Node', () => {
    const core = files.filter(({ path }) => /^src\/(domain|ports|contract|ingest|understand|decide|measure|agent|talk|connectors)\//.test(path));
    expect(core.filter(({ text }) => importsOf(text).some((one) => one.startsWith('node:')) || /\bprocess\.env\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('have no cycle', () => {
    const graph = new Map(files.map(({ path, text }) => [path, valueImports(text).map((one) => fileOf(resolved(path, one))).filter((one) => one !== undefined)]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const { path } of files) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

/** Imports that exist at run time; types leave no arrow there. */
function valueImports(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gms)].flatMap((match) => match[1] ?? []);
}

function fileOf(target: string): string | undefined {
  return [`${target}.ts`, `${target}/index.ts`, target].find((path) => path.endsWith('.ts') && existsSync(join(ROOT, path)));
}
