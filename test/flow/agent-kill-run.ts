import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openScriptedServer } from '../../host/model/scripted-models';
import { ROOT } from './open-test-site';

/** A question of these words, the how manieth of them, and whether the process dies while it is under way or right after its answer has left. */
export interface KillPoint {
  readonly task: string;
  readonly nth: number;
  readonly when: 'asked' | 'answered';
}

/** A provider (aimock, scripted by hand) that counts what it is asked, and kills who asks at a chosen question. A question that came counts as paid. */
export async function openKillingProvider() {
  const scripted = await openScriptedServer();
  const asked: string[] = [];
  const state: { point?: KillPoint; kill: () => void } = { kill: () => undefined };
  const server = createServer((request, response) => {
    const pass = async (): Promise<void> => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
      const body = Buffer.concat(parts).toString();
      asked.push(body);
      const { point } = state;
      const isHit = point !== undefined && body.includes(point.task) && asked.filter((one) => one.includes(point.task)).length >= point.nth;
      if (isHit && point.when === 'asked') return state.kill();
      const answer = await fetch(`${scripted.url}${request.url ?? ''}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer scripted' }, body });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(Buffer.from(await answer.arrayBuffer()), () => isHit && state.kill());
    };
    pass().catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    asked: asked as readonly string[],
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (point: KillPoint | undefined, kill: () => void): void => void Object.assign(state, { point, kill }),
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await scripted.close();
    },
  };
}

/** One life of a host on a folder: what the agent's settings say at its end, or undefined when it was killed (SIGKILL, its workers too). */
export function live(folder: string, provider: Awaited<ReturnType<typeof openKillingProvider>>, what: 'begin' | 'go-on', point?: KillPoint): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const loader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
    const child = spawn(process.execPath, ['--import', loader, '--disable-warning=ExperimentalWarning', join(ROOT, 'test/flow/agent-kill-child.ts'), folder, provider.url, what], { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let killed = false;
    provider.arm(point, () => {
      if (killed || child.pid === undefined) return;
      killed = true;
      process.kill(-child.pid, 'SIGKILL');
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('close', (code, signal) => {
      const settled = /^settled (.*)$/m.exec(said)?.[1];
      if (killed) resolve(undefined);
      else if (settled !== undefined) resolve(settled);
      else reject(new Error(`the host ended with ${code ?? signal}: ${said.slice(-2000)}`));
    });
  });
}
