import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { EVERY_STATE } from '../../../src/domain/sweep';
import { rearmBreaker } from '../../../src/decide/stop-closing';
import { openClosingSite, PRODUCT, type ClosingSite } from '../../fixtures/closing-site';
import { field, list } from '../../unit/jira/a-site';
import { seeded, type Random } from './random';
import { tally, type Proof } from './proof';

const ISSUES = 80;
const WORKERS_A_ROUND = 400;
/** A lost request is over and a dead holder's lease has ended. */
const AFTER_A_KILL_MS = 1_000_000;

/** Real processes, killed with SIGKILL at random moments while they plan, tell, close and undo over HTTP and SQL; Jira's own history is the judge. */
export const killWorkersProof: Proof = {
  name: 'kill -9 of real workers',
  whole: 2_000,
  slice: 6,
  async run(seed, kills) {
    const random = seeded(seed);
    const proof = tally(this.name, seed);
    const folder = mkdtempSync(join(tmpdir(), 'kill-workers-'));
    const script = join(folder, 'worker.cjs');
    await build({ entryPoints: [join(__dirname, 'kill-worker.ts')], outfile: script, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    let killed = 0;
    let sites = 0;
    while (killed < kills) {
      sites += 1;
      const site = await openClosingSite(ISSUES);
      const sql = await openSqlDoor();
      try {
        killed += await oneSite(site, { random, script, sqlUrl: sql.url, left: kills - killed, proof });
      } finally {
        await sql.close();
        await site.close();
      }
    }
    rmSync(folder, { recursive: true, force: true });
    proof.count('sites', sites);
    return proof.report(killed);
  },
};

interface Round {
  readonly random: Random;
  readonly script: string;
  readonly sqlUrl: string;
  readonly left: number;
  readonly proof: ReturnType<typeof tally>;
}

/** Weeks of closing and undoing on one site, until its items or the kills are used up. */
async function oneSite(site: ClosingSite, round: Round): Promise<number> {
  let killed = 0;
  for (let week = 0; week < 7 && killed < round.left; week += 1) {
    const began = site.clock.now;
    for (const [phase, days] of [['plan', 0], ['apply', 14], ['undo', 0]] as const) {
      await travel(site, days);
      if (phase === 'apply') await travelUntilDue(site);
      killed += await untilQuiet(site, round, phase);
    }
    for (const violation of await violationsOf(site)) round.proof.violate(violation);
    const items = await site.closing.sweeps.listItems(PRODUCT, EVERY_STATE);
    for (const { state, closedAt } of items.filter((item) => item.proposedAt >= began)) round.proof.count(`item ${closedAt === undefined ? 'not closed, ' : 'closed, '}${state}`);
    await rearmBreaker(site.closing, PRODUCT, 'u-admin', 'undone on purpose by the proof');
    await travel(site, 1);
  }
  return killed;
}

/** Starts workers and kills them, until one gets through its work twice undisturbed. */
async function untilQuiet(site: ClosingSite, round: Round, phase: string): Promise<number> {
  let killed = 0;
  let quiet = 0;
  for (let worker = 0; worker < WORKERS_A_ROUND && quiet < 2; worker += 1) {
    const isKilled = await runWorker(site, round, phase, worker < 12 ? round.random.int(worker < 3 ? 120 : 700) : undefined);
    round.proof.count(isKilled ? `killed in ${phase}` : `ended ${phase}`);
    if (isKilled) killed += 1;
    quiet = isKilled ? 0 : quiet + 1;
    site.clock.now = new Date(Date.parse(site.clock.now) + AFTER_A_KILL_MS).toISOString();
    if (!isOffice(site.clock.now)) await travel(site, 1);
  }
  return killed;
}

async function runWorker(site: ClosingSite, { script, sqlUrl }: Round, phase: string, killAfterMs: number | undefined): Promise<boolean> {
  const worker = spawn(process.execPath, [script, site.site.jira.url, sqlUrl, site.clock.now, phase], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  let timer: NodeJS.Timeout | undefined;
  worker.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  worker.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (timer === undefined && killAfterMs !== undefined) timer = setTimeout(() => worker.kill('SIGKILL'), killAfterMs);
  });
  // `close` comes after the last output, `exit` may not.
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => worker.on('close', (ended, how) => resolve({ code: ended, signal: how })));
  clearTimeout(timer);
  if (signal === 'SIGKILL') return true;
  if (!out.includes('done')) throw new Error(`a worker ended by itself (${String(code)} ${String(signal)}): ${errors.slice(0, 2_000)}`);
  return false;
}

/** Read from Jira, as an administrator sees it, and from the ledger. */
async function violationsOf({ site, closing }: ClosingSite): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await closing.ledger.page(0, 1_000);
  const all = [...entries];
  while (all.length > 0 && all.length % 1_000 === 0) all.push(...(await closing.ledger.page(all.at(-1)?.seq ?? 0, 1_000)));
  const intents = new Map(all.filter((entry) => entry.kind.endsWith('-intent')).map((entry) => [entry.op, entry.at]));
  for (const item of await closing.sweeps.listItems(PRODUCT, ['noticed', 'closing', 'closed', 'undoing', 'undone', 'cancelled', 'parked'])) {
    const history = list((await site.call('u-admin', 'GET', `/rest/api/3/issue/${item.issue}/changelog`)).json, 'values');
    const moves = history.filter((change) => list(change, 'items').some((one) => field(one, 'fieldId') === 'status'));
    const ops = moves.map((change) => String(field(change, 'historyMetadata.extraData.resurface.operation') ?? operationOf(change)));
    if (new Set(ops).size !== ops.length) found.push(`${item.key}: an operation moved it twice`);
    for (const [at, op] of ops.entries()) {
      const intent = intents.get(op);
      if (intent === undefined || intent > String(new Date(String(field(moves[at], 'created'))).toISOString())) found.push(`${item.key}: a move without an earlier record`);
    }
    const comments = list((await site.call('u-admin', 'GET', `/rest/api/3/issue/${item.issue}/comment?expand=properties`)).json, 'comments');
    const said = comments.map((one) => JSON.stringify(list(one, 'properties')));
    if (new Set(said).size !== said.length) found.push(`${item.key}: a comment twice`);
    if (item.state === 'closing' || item.state === 'undoing') found.push(`${item.key}: stuck in ${item.state}`);
    if (item.state === 'closed') found.push(`${item.key}: not undone`);
    if (ops.length !== 0 && ops.length !== 2) found.push(`${item.key}: ${ops.length} moves`);
  }
  return found;
}

/** The key holds a dot, so that a dotted path does not find it. */
function operationOf(change: unknown): string {
  const extra = field(change, 'historyMetadata.extraData');
  return typeof extra === 'object' && extra !== null ? String(Object.values(extra)[0] ?? '') : '';
}

function isOffice(now: string): boolean {
  const at = new Date(now);
  return at.getUTCDay() >= 1 && at.getUTCDay() <= 4 && at.getUTCHours() >= 9 && at.getUTCHours() < 16;
}

/** To ten in the morning, so many days on, and further to the next office day; then the hourly jobs of that day have run. */
async function travel(site: ClosingSite, days: number): Promise<void> {
  if (days === 0) return;
  let at = Date.parse(`${site.clock.now.slice(0, 10)}T10:00:00.000Z`) + days * 86_400_000;
  while (!isOffice(new Date(at).toISOString())) at += 86_400_000;
  site.clock.now = new Date(at).toISOString();
  await site.refresh();
}

/** Notices went out at whatever hour the kills left it at; their grace must be over before anything is due. A slow machine would otherwise close in the phase that undoes. */
async function travelUntilDue(site: ClosingSite): Promise<void> {
  const noticed = await site.closing.sweeps.listItems(PRODUCT, ['noticed']);
  const due = noticed.reduce((last, item) => ((item.closeAfter ?? '') > last ? (item.closeAfter ?? '') : last), '');
  while (site.clock.now < due) await travel(site, 1);
}

/** The database of this process, for workers: what they sent is done or not, whether or not they live to hear it. */
async function openSqlDoor(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const forge = (globalThis as unknown as { __forge_fetch__: (to: unknown, path: string, init: unknown) => Promise<Response> }).__forge_fetch__;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      void forge({}, request.url ?? '', { method: 'POST', body }).then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(await answer.text());
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
