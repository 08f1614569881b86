import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEndpoint } from '../../host/forge/bridge/endpoint';
import { connectBridge } from '../../host/forge/bridge/host-bridge';
import { readManifest } from '../../host/forge/manifest';
import { HOST_APP, openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost();
});
afterAll(() => host.close());

describe('what the host does not emulate fails loudly', () => {
  it.each([
    ['language models', { type: 'llm', model: 'claude' }, 'https://llm/claude'],
    ['the list of language models', { type: 'llm' }, 'https://llm'],
    ['the object store', { type: 'os', provider: 'app', remote: 'os' }, 'api/v1/upload-url'],
    ['mail', { type: 'emails' }, '/emails'],
    ['third parties', { type: 'tpp', provider: 'google', remote: 'api' }, '/x'],
    ['connected data', { type: 'fpp', provider: 'user', remote: 'stargate' }, '/connected-data/x'],
    ['an unknown type', { type: 'new' }, '/x'],
    ['an unknown KVS path', { type: 'kvs' }, '/api/v1/new'],
    ['an unknown SQL path', { type: 'sql' }, '/api/v1/new'],
  ])('%s', async (_what, target, path) => {
    expect(await host.call('raw', { target, path })).toMatchObject({ value: { status: 501, error: 'LOCAL_HOST_UNSUPPORTED', body: { message: expect.stringContaining('host/coverage.ts') as unknown } } });
  });

  it('translations', async () => {
    expect(await host.call('i18n')).toMatchObject({ class: 'TranslationGetterError' });
  });

  it('filters of triggers that it does not understand, and modules that it does not run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forge-manifest-'));
    cpSync(HOST_APP, folder, { recursive: true });
    const text = readFileSync(join(HOST_APP, 'manifest.yml'), 'utf8');
    writeFileSync(join(folder, 'manifest.yml'), text.replace('{ ignoreSelf: true }', "{ expression: 'true' }"));
    expect(() => readManifest(join(folder, 'manifest.yml'))).toThrow('expression');
    writeFileSync(join(folder, 'manifest.yml'), `${text}  # more\n`.replace('modules:\n', "modules:\n  fifoConsumer:\n    - { key: first, queue: first, function: consumeShort }\n"));
    expect(readManifest(join(folder, 'manifest.yml')).unserved).toEqual(['fifoConsumer']);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['emitPublic', 'onPublic', 'publishRealtimeChannel', 'subscribeRealtimeChannel', 'initFeatureFlags', 'trackObjectStoreAction', '__permission__egressGet', 'fetchRemote', 'toString'])('bridge commands (%s)', async (command) => {
    let hear: ((event: object) => void) | undefined;
    Object.assign(globalThis, { addEventListener: (_type: string, listener: (event: object) => void) => (hear = listener), removeEventListener: () => undefined });
    const handed = Promise.withResolvers<MessagePort>();
    const contentWindow = { postMessage: (_message: string, _origin: string, [port]: MessagePort[]) => (port === undefined ? undefined : handed.resolve(port)) };
    const connection = connectBridge({ frame: { contentWindow } as unknown as HTMLIFrameElement, origin: 'http://app', actions: { known: () => 'yes' }, onHeight: () => undefined });
    hear?.({ origin: 'http://app', source: contentWindow, data: 'forge-bridge:hello' });
    const page = openEndpoint({ port: await handed.promise, onCall: () => undefined, onNotice: () => undefined });
    expect(await page.call('known', undefined)).toBe('yes');
    await expect(page.call(command, undefined)).rejects.toThrow(`no bridge command "${command}"`);
    page.close();
    connection.close();
  });
});
