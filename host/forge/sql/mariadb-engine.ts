import { createHash, randomUUID } from 'node:crypto';
import { createConnection, createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import type { VirtualClock } from '../clock';
import { secondsFor, type SqlEngine, type SqlRequest, type SqlTimeouts } from './sql-engine';
import { assertOwnKeys } from './key-width';
import { assertCall } from './sql-call';
import { SqlRefusal } from './sql-refusal';
import { recognise, type Recognised } from './statement-forms';

/** An account that may create databases and users. */
export interface MariaDbConnection {
  readonly host?: string;
  readonly port?: number;
  readonly socketPath?: string;
  readonly user: string;
  readonly password?: string;
  /** Tenants' databases start with it, so that several hosts can share a server. */
  readonly databasePrefix?: string;
}

const MODE = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION';
const REMEMBERED = 300;

/** The reference engine. Each tenant has its own database, and a user that can reach no other. */
export function openMariaDbEngine(connection: MariaDbConnection, clock: VirtualClock, timeouts: SqlTimeouts, maximumKeyBytes: number): SqlEngine {
  const pools = new Map<string, Promise<Pool>>();
  const recognised = new Map<string, Recognised>();
  const poolOf = (tenant: string): Promise<Pool> => {
    const known = pools.get(tenant) ?? openPool(connection, tenant);
    pools.set(tenant, known);
    return known;
  };
  const understand = (text: string): Recognised => {
    const fresh = recognised.get(text) ?? recognise(text);
    if (recognised.size >= REMEMBERED) recognised.clear();
    recognised.set(text, fresh);
    return fresh;
  };
  return {
    name: 'mariadb',
    execute: async (tenant, request) => {
      const { plan, ...statement } = understand(request.text);
      assertCall({ plan, ...statement }, request.parameters, request.isDefinitionPath);
      const isTable = plan.kind === 'definition' && plan.definition.kind === 'create-table';
      if (isTable) assertOwnKeys(plan.definition, maximumKeyBytes);
      const pool = await poolOf(tenant.name);
      const held = await pool.getConnection();
      try {
        return JSON.stringify(await run(held, pool, isTable ? { ...request, text: withCollation(request.text) } : request, clock, secondsFor(request.text, timeouts)));
      } finally {
        held.release();
      }
    },
    close: async () => {
      for (const pool of pools.values()) await (await pool).end();
    },
  };
}

async function run(held: PoolConnection, pool: Pool, { text, parameters }: SqlRequest, clock: VirtualClock, seconds: number): Promise<unknown> {
  if (clock.offset() !== 0) await held.query('SET timestamp = ?', [clock.now() / 1000]);
  let isOverdue = false;
  const timer = setTimeout(() => {
    isOverdue = true;
    void pool.query(`KILL QUERY ${held.threadId}`);
  }, seconds * 1000);
  try {
    const [result] = await held.execute(text, parameters.map(scalar));
    return Array.isArray(result) ? result : header(result);
  } catch (error) {
    if (isOverdue) throw new SqlRefusal('QUERY_TIMED_OUT', `the statement ran longer than ${seconds} s`);
    throw fromMariaDb(error);
  } finally {
    clearTimeout(timer);
  }
}

async function openPool(connection: MariaDbConnection, tenant: string): Promise<Pool> {
  const { databasePrefix = 'resurface', ...account } = connection;
  const database = `${databasePrefix}_${tenant.replaceAll('-', '_')}`;
  const user = `t_${createHash('sha256').update(database).digest('hex').slice(0, 24)}`;
  const password = randomUUID();
  const admin = await createConnection(account);
  await admin.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await admin.query(`CREATE OR REPLACE USER '${user}'@'%' IDENTIFIED BY '${password}'`);
  await admin.query(`CREATE OR REPLACE USER '${user}'@'localhost' IDENTIFIED BY '${password}'`);
  for (const from of ['%', 'localhost']) await admin.query(`GRANT ALL ON \`${database}\`.* TO '${user}'@'${from}'`);
  await admin.end();
  const pool = createPool({
    ...account,
    user,
    password,
    database,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectionLimit: 6,
    maxPreparedStatements: 200,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    multipleStatements: false,
  });
  pool.pool.on('connection', (fresh) => {
    // A session that could not be set up must not serve.
    fresh.query(`SET time_zone = '+00:00', sql_mode = '${MODE}'`, (error) => (error === null ? undefined : fresh.destroy()));
  });
  return pool;
}

/** On TiDB utf8mb4 means utf8mb4_bin; MariaDB would take another collation for a table that names the character set. */
function withCollation(text: string): string {
  return /\bCOLLATE\b/i.test(text) ? text : `${text.replace(/;\s*$/, '')} COLLATE utf8mb4_bin`;
}

function scalar(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new SqlRefusal('SQL_EXECUTION_ERROR', `a parameter of type ${typeof value}`);
}

function header(result: { readonly affectedRows?: number; readonly insertId?: number; readonly info?: string; readonly serverStatus?: number; readonly warningStatus?: number }): object {
  const { affectedRows = 0, insertId = 0, info = '', serverStatus = 2, warningStatus = 0 } = result;
  return { affectedRows, fieldCount: 0, info, insertId, serverStatus, warningStatus };
}

function fromMariaDb(error: unknown): SqlRefusal {
  const { code = 'ER_UNKNOWN_ERROR', errno = 1105, sqlState, sqlMessage } = error as { code?: string; errno?: number; sqlState?: string; sqlMessage?: string };
  return new SqlRefusal(code === 'ER_PARSE_ERROR' ? 'INVALID_SQL_QUERY' : 'SQL_EXECUTION_ERROR', 'Failed to execute the statement', { code, errno, ...(sqlState === undefined ? {} : { sqlState }), ...(sqlMessage === undefined ? {} : { sqlMessage }) });
}
