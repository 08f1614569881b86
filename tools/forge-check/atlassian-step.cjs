'use strict';
// One step of Atlassian's own tools in a process of its own. The last line of standard output is a JSON list of findings.
const { readFileSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');
const yaml = require('yaml');

const manifest = yaml.parse(readFileSync('manifest.yml', 'utf8'));
const say = (findings) => process.stdout.write(`\n${JSON.stringify(findings)}\n`);
const quiet = { info() {}, warn() {}, debug() {}, trace() {}, error: (text) => process.stderr.write(`${text}\n`) };
// Feature flags of Atlassian's tools: all off, and no runtime is called deprecated by a flag.
const flags = new Proxy({}, { get: (_, name) => async () => (/deprecatedRuntimes/i.test(String(name)) ? [] : false) });

const steps = {
  async validate() {
    const { errors } = await require('@forge/manifest').validate();
    return (errors ?? []).map((one) => ({ level: one.level === 'error' ? 'error' : 'note', text: `line ${one.line ?? '?'}: ${one.message}` }));
  },
  async lint() {
    const { lint, getClientSideLintersOnly } = require('@forge/lint');
    const all = await getClientSideLintersOnly(manifest, 'development', quiet, flags);
    // The permission linter fetches API files; our own check of scopes stands in for it.
    const linters = all.filter((linter) => linter.constructor.name !== 'PermissionLinter');
    const results = await lint(sources('src'), manifest, 'development', quiet, flags, { linters });
    return results.flatMap((one) => [
      ...(one.errors ?? []).map((error) => ({ level: 'error', text: `${one.file ?? error.file ?? ''} ${error.message}` })),
      ...(one.warnings ?? []).map((warning) => ({ level: 'note', text: `${one.file ?? warning.file ?? ''} ${warning.message}` })),
    ]);
  },
  async bundle() {
    const { getNodeBundler, getWrapperProvider, getEntryPoints } = require('@forge/bundler');
    const { FileSystemReader } = require('@forge/cli-shared');
    const handlers = [...new Set(manifest.modules.function.map((one) => one.handler.split('.')[0]))].map((module) => ({ module }));
    const wrapper = getWrapperProvider({ fileSystemReader: new FileSystemReader(), statsigService: flags });
    const bundler = getNodeBundler(quiet, wrapper, { readConfig: async () => manifest }, flags);
    const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints: getEntryPoints(handlers), i18nResourceBundle: undefined });
    const bytes = readdirSync(outputDir).reduce((sum, file) => sum + statSync(join(outputDir, file)).size, 0);
    return [{ level: 'note', text: `Atlassian's bundler made ${Math.round(bytes / 1024)} KiB` }];
  },
};

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

steps[process.argv[2]]().then(
  (findings) => {
    say(findings);
    process.exit(0);
  },
  (error) => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
