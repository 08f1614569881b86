import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { openWorld } from '../../host/sources/github/world';
import type { Call, OpenWorld, SourceWorld } from '../../host/sources/source-world';
import { github } from '../../src/connectors/github';
import { testSource } from '../../src/ingest/sources/connect-source';
import { openBench, type SourceBench } from './bench-source';

const INSTALLATION = '/app/installations/45678901/access_tokens';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** GitHub hands out keys in this older form. */
const PEM = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

/** The emulated repository behind an app: who shows a signed claim gets the hour's token. */
function behindAnApp(open: OpenWorld, known: KeyObject): OpenWorld {
  return (needs) => {
    const world = open(needs);
    const hours = String(world.secrets['token']);
    const answer: SourceWorld['answer'] = (call) => {
      if (call.path !== INSTALLATION) return world.answer(call);
      if (!isSignedBy(known, call)) return { status: 401, body: { message: 'A JSON web token could not be decoded', documentation_url: 'https://docs.github.com/rest' } };
      return { status: 201, body: { token: hours, expires_at: new Date(Date.now() + 3_600_000).toISOString(), permissions: { issues: 'read', metadata: 'read' }, repository_selection: 'selected' } };
    };
    return { ...world, answer, settings: { ...world.settings, appId: '123456', installationId: '45678901' }, secrets: { privateKey: PEM } };
  };
}

function isSignedBy(key: KeyObject, { headers }: Call): boolean {
  const [head = '', claims = '', signature = ''] = (headers['authorization'] ?? '').replace(/^bearer /i, '').split('.');
  const { iss, exp }: { iss?: unknown; exp?: unknown } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return String(iss) === '123456' && typeof exp === 'number' && verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'));
}

const exchanges = (bench: SourceBench): number => bench.arrivals.filter(({ path }) => path === INSTALLATION).length;

describe('a GitHub App', () => {
  it('reads with a token that it asks for once a run', async () => {
    const bench = await openBench(github, behindAnApp(openWorld, publicKey), 'app');
    for (let issue = 0; issue < 230; issue += 1) bench.world.speak(`Words of customer ${issue}`);
    await bench.cycle();
    expect((await bench.stored()).size).toBe(230);
    expect(exchanges(bench)).toBe(1);
    expect(await bench.coverage()).toBe('complete');
  });

  it.each([['a field of one line', PEM.replaceAll('\n', '')], ['blanks', PEM.replaceAll('\n', ' ')], ['Windows', PEM.replaceAll('\n', '\r\n')]])('is let in with a key whose line breaks went to %s', async (_, pasted) => {
    const bench = await openBench(github, behindAnApp(openWorld, publicKey), 'pasted');
    const { settings } = bench.world;
    const form = { connector: 'github', product: 'mail', name: 'GitHub', days: 30, visibility: 'open' as const, fields: { ...settings, privateKey: pasted } };
    expect(await testSource(bench.needs, form)).toMatchObject({ ok: true });
  });

  it('whose key is damaged is told so', async () => {
    const bench = await openBench(github, behindAnApp(openWorld, publicKey), 'damaged');
    const form = { connector: 'github', product: 'mail', name: 'GitHub', days: 30, visibility: 'open' as const, fields: { ...bench.world.settings, privateKey: PEM.split('\n').toSpliced(3, 5).join('\n') } };
    expect(await testSource(bench.needs, form)).toMatchObject({ ok: false, field: 'privateKey' });
  });

  it('whose key is not accepted is a gap, not an empty repository', async () => {
    const bench = await openBench(github, behindAnApp(openWorld, generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey), 'wrong key');
    bench.world.speak('Words of a customer');
    await bench.cycle();
    expect((await bench.stored()).size).toBe(0);
    expect(await bench.coverage()).not.toBe('complete');
  });

  it.each([
    ['half of it', { appId: '123456' }, { token: 'github_pat_key' }, { field: 'installationId', problem: 'A GitHub App needs all three; missing: Installation ID, Private key.' }],
    ['neither app nor token', {}, {}, { field: 'token', problem: 'Give a token, or the three fields of a GitHub App.' }],
    ['something else than a key', { appId: '123456', installationId: '45678901' }, { privateKey: 'my password' }, { field: 'privateKey', problem: 'This is not a private key that GitHub made: paste the whole .pem file.' }],
  ])('that was given as %s is told so before anything is kept', async (_, settings, secrets, expected) => {
    const bench = await openBench(github, openWorld, 'form');
    const form = { connector: 'github', product: 'mail', name: 'GitHub', days: 30, visibility: 'open' as const, fields: { repositories: 'harbor/mail', ...settings, ...secrets } };
    expect(await testSource(bench.needs, form)).toEqual({ ok: false, ...expected });
    expect(bench.arrivals).toHaveLength(0);
  });
});
