import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { MariaDbConnection } from './mariadb-engine';

const PLACES = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd', '/usr/local/bin/mariadbd', '/opt/homebrew/bin/mariadbd', '/usr/sbin/mysqld'];
const START_MS = 30_000;

/** The server program of this machine; undefined when MariaDB is not installed. */
export function findMariaDb(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}

export interface MariaDbServer {
  readonly connection: MariaDbConnection;
  /** Ends it cleanly; the data stays in its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a private server with its own data folder and socket; it listens on no port.
 * `durability: 'none'` writes without waiting for the disk: for tests that throw the data away.
 * @throws with the server's own log when it does not come up
 */
export async function startMariaDb({ folder, durability = 'full' }: { readonly folder: string; readonly durability?: 'full' | 'none' }): Promise<MariaDbServer> {
  const program = findMariaDb();
  if (program === undefined) throw new Error('MariaDB is not installed; on Debian: apt-get install mariadb-server');
  const data = resolve(folder, 'data');
  const socketPath = resolve(folder, 'socket');
  const log = resolve(folder, 'mariadb.log');
  mkdirSync(folder, { recursive: true });
  const asRoot = userInfo().uid === 0 ? ['--user=root'] : [];
  if (!existsSync(join(data, 'mysql'))) {
    const made = spawnSync('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...asRoot], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr || made.error?.message || made.stdout}`);
  }
  const waiting = durability === 'full' ? ['--innodb-flush-log-at-trx-commit=1'] : ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--sync-binlog=0'];
  const server = spawn(
    program,
    ['--no-defaults', `--datadir=${data}`, `--socket=${socketPath}`, `--pid-file=${resolve(folder, 'pid')}`, `--log-error=${log}`, '--skip-networking', '--skip-log-bin', '--skip-name-resolve', '--character-set-server=utf8mb4', '--collation-server=utf8mb4_bin', '--lower-case-table-names=1', '--innodb-buffer-pool-size=128M', '--max-allowed-packet=64M', '--performance-schema=OFF', ...waiting, ...asRoot],
    { stdio: 'ignore' },
  );
  const connection: MariaDbConnection = { socketPath, user: 'root' };
  await untilReady(server, connection, log);
  return { connection, stop: () => end(server) };
}

async function untilReady(server: ChildProcess, connection: MariaDbConnection, log: string): Promise<void> {
  const until = Date.now() + START_MS;
  let last: unknown;
  while (Date.now() < until && server.exitCode === null) {
    try {
      const probe = await createConnection({ ...connection });
      await probe.end();
      return;
    } catch (error) {
      last = error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  server.kill('SIGKILL');
  throw new Error(`MariaDB did not start: ${String(last)}\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''}`);
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill('SIGTERM');
  });
}
