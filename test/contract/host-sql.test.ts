import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostOptions } from '../../host/forge/host-api';
import { findMariaDb, startMariaDb, type MariaDbServer } from '../../host/forge/sql/mariadb';
import { STATEMENT_FORMS } from '../../host/forge/sql/statement-forms';
import { openTestHost, type TestHost } from '../fixtures/host-setup';

const ENGINES: readonly ('sqlite' | 'mariadb')[] = findMariaDb() === undefined ? ['sqlite'] : ['sqlite', 'mariadb'];
if (ENGINES.length === 1) process.stdout.write('MariaDB is not installed here: the SQL contract runs on SQLite only\n');

describe.each(ENGINES)('SQL through @forge/sql on %s', (engine) => {
  let server: MariaDbServer | undefined;
  let folder = '';
  let host: TestHost;
  const run = async (query: string, ...params: unknown[]): Promise<unknown> => {
    const answer = (await host.call('sql.run', { query, params })) as { value?: unknown };
    if (!('value' in answer)) throw new Error(`${query}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const ddl = async (query: string): Promise<unknown> => {
    const answer = (await host.call('sql.ddl', { query })) as { value?: unknown };
    if (!('value' in answer)) throw new Error(`${query}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const failing = (query: string, ...params: unknown[]): Promise<unknown> => host.call('sql.run', { query, params });
  const failingDdl = (query: string): Promise<unknown> => host.call('sql.ddl', { query });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forge-sql-'));
    if (engine === 'mariadb') server = await startMariaDb({ folder, durability: 'none' });
    const sql: HostOptions['sql'] = server === undefined ? { engine: 'sqlite' } : { engine: 'mariadb', connection: server.connection };
    host = await openTestHost({ sql });
    await ddl(`CREATE TABLE IF NOT EXISTS thing (
      id VARCHAR(64) NOT NULL, small INT NOT NULL DEFAULT 7, big BIGINT, ratio DOUBLE, yes TINYINT(1) NOT NULL DEFAULT 0,
      body LONGTEXT, meta JSON, at DATETIME(3), day DATE, PRIMARY KEY (id), KEY by_small (small), UNIQUE KEY by_big (big)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  });
  afterAll(async () => {
    await host.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('rows', () => {
    beforeAll(async () => {
      await run('DELETE FROM thing');
      await run(
        'INSERT INTO thing (id, small, big, ratio, yes, body, meta, at, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'a', 1, '9007199254740993', 0.5, true, 'Grüße 🎉 שלום', '{"n": [1]}', '2025-07-01 10:00:00.5', '2025-07-01',
        'b', 2, 42, 2, false, null, null, null, null,
      );
    });

    it('answers the documented types', async () => {
      expect(await run('SELECT * FROM thing ORDER BY id')).toEqual([
        { id: 'a', small: 1, big: '9007199254740993', ratio: 0.5, yes: 1, body: 'Grüße 🎉 שלום', meta: '{"n": [1]}', at: '2025-07-01 10:00:00.500', day: '2025-07-01' },
        { id: 'b', small: 2, big: '42', ratio: 2, yes: 0, body: null, meta: null, at: null, day: null },
      ]);
    });

    it.each([
      ['COUNT(*)', 'SELECT COUNT(*) FROM thing', [{ 'COUNT(*)': '2' }]],
      ['an alias', 'SELECT COUNT(*) AS n, SUM(small) total, MIN(big) AS low, MAX(small) AS high FROM thing', [{ n: '2', total: '3', low: '42', high: 2 }]],
      ['a sum of floating point', 'SELECT SUM(ratio) AS r FROM thing', [{ r: 2.5 }]],
      ['a sum of cases', 'SELECT SUM(CASE WHEN small > 1 THEN 1 ELSE 0 END) AS n FROM thing', [{ n: '1' }]],
      ['a sum of nothing', "SELECT SUM(small) AS n, COUNT(*) AS c FROM thing WHERE id = 'none'", [{ n: null, c: '0' }]],
      ['COALESCE', "SELECT COALESCE(SUM(small), 0) AS n, COALESCE(MAX(small), 0) AS m FROM thing WHERE id = 'none'", [{ n: '0', m: 0 }]],
      ['a literal', "SELECT 1 AS one, 'x' AS two, NULL AS three", [{ one: 1, two: 'x', three: null }]],
      ['a comparison', 'SELECT small > 1 AS more, small IN (1, 3) AS in_list FROM thing ORDER BY id', [{ more: 0, in_list: 1 }, { more: 1, in_list: 0 }]],
      ['arithmetic on columns', 'SELECT small + 1 AS next FROM thing ORDER BY id', [{ next: '2' }, { next: '3' }]],
      ['text functions', "SELECT CONCAT(id, '-', small) AS c, UPPER(id) AS u, CHAR_LENGTH(body) AS l, LEFT(body, 5) AS s, SUBSTRING(body, 2, 2) AS m FROM thing WHERE id = 'a'", [{ c: 'a-1', u: 'A', l: 12, s: 'Grüße', m: 'rü' }]],
      ['IF and GREATEST', 'SELECT IF(small > 1, big, 0) AS b, GREATEST(small, 2) AS g FROM thing ORDER BY id', [{ b: '0', g: 2 }, { b: '42', g: 2 }]],
      ['a derived table', 'SELECT t.n FROM (SELECT COUNT(*) AS n FROM thing) t', [{ n: '2' }]],
      ['a common table expression', 'WITH top AS (SELECT id, small FROM thing WHERE small > 1) SELECT top.id, small FROM top', [{ id: 'b', small: 2 }]],
      ['a window', 'SELECT id, ROW_NUMBER() OVER (ORDER BY small DESC) AS place FROM thing ORDER BY place', [{ id: 'b', place: '1' }, { id: 'a', place: '2' }]],
      ['a join with the same names', 'SELECT x.id, y.small AS other FROM thing x INNER JOIN thing y ON y.small = x.small + 1 LEFT JOIN thing z ON z.id = y.body', [{ id: 'a', other: 2 }]],
      ['a subquery', 'SELECT id FROM thing WHERE small = (SELECT MAX(small) FROM thing) AND EXISTS (SELECT 1 FROM thing)', [{ id: 'b' }]],
      ['UNION ALL', "SELECT id FROM thing WHERE id = 'a' UNION ALL SELECT id FROM thing WHERE id = 'b' ORDER BY id", [{ id: 'a' }, { id: 'b' }]],
      ['DISTINCT', 'SELECT DISTINCT yes FROM thing ORDER BY yes', [{ yes: 0 }, { yes: 1 }]],
      ['null-safe equality', 'SELECT id FROM thing WHERE body <=> NULL', [{ id: 'b' }]],
      ['GROUP BY and HAVING', 'SELECT yes, COUNT(*) AS n FROM thing GROUP BY yes HAVING n > 0 ORDER BY yes DESC', [{ yes: 1, n: '1' }, { yes: 0, n: '1' }]],
      ['a day of a moment', "SELECT DATE(at) AS d FROM thing WHERE id = 'a'", [{ d: '2025-07-01' }]],
      ['CAST', 'SELECT CAST(small AS CHAR) AS c, CAST(big AS SIGNED) AS s FROM thing ORDER BY id LIMIT 1', [{ c: '1', s: '9007199254740993' }]],
      ['quotes and escapes', String.raw`SELECT 'it''s' AS a, "say \"x\"" AS b, 'tab\there' AS c`, [{ a: "it's", b: 'say "x"', c: 'tab\there' }]],
      ['comments and a semicolon', 'SELECT 1 AS n -- one\n/* two */;', [{ n: 1 }]],
    ])('agrees on %s', async (_what, query, expected) => {
      expect(await run(query)).toEqual(expected);
    });

    it('takes parameters where values stand, LIMIT included', async () => {
      expect(await run('SELECT id FROM thing WHERE small IN (?, ?) ORDER BY id LIMIT ? OFFSET ?', 1, 2, 1, 1)).toEqual([{ id: 'b' }]);
      expect(await run('SELECT id FROM thing WHERE big = ?', '9007199254740993')).toEqual([{ id: 'a' }]);
    });

    it('compares with case and accents, without trailing spaces', async () => {
      expect(await run("SELECT 'a' = 'A' AS upper_case, 'e' = 'é' AS accent, id = 'a  ' AS spaces FROM thing WHERE id = 'a'")).toEqual([{ upper_case: 0, accent: 0, spaces: 1 }]);
      expect(await run("SELECT id FROM thing WHERE body LIKE 'grüße%'")).toEqual([]);
      expect(await run("SELECT id FROM thing WHERE body LIKE ?", 'Grü_e%')).toEqual([{ id: 'a' }]);
      expect(await run(String.raw`SELECT 'a%b' LIKE 'a\%b' AS literal, 'axb' LIKE 'a\%b' AS pattern`)).toEqual([{ literal: 1, pattern: 0 }]);
      expect(await run('SELECT id FROM thing WHERE body LIKE CONCAT(?, ?)', 'Gr', '%')).toEqual([{ id: 'a' }]);
    });

    it('keeps every character, NUL and right-to-left marks included', async () => {
      for (const body of ['a\0b', '\u202eabc\u202c', '👩‍👩‍👧 e\u0301', '\r\n\t\\', "'; DROP TABLE thing; --"]) {
        await run('UPDATE thing SET body = ? WHERE id = ?', body, 'b');
        expect(await run('SELECT body FROM thing WHERE body = ?', body)).toEqual([{ body }]);
      }
      await run("UPDATE thing SET body = NULL WHERE id = 'b'");
    });

    it('sorts by code point and nulls first', async () => {
      await run("INSERT INTO thing (id, small) VALUES ('Z', 1), ('é', 1), ('z', 1)");
      expect(await run('SELECT id FROM thing WHERE small = 1 ORDER BY id')).toEqual([{ id: 'Z' }, { id: 'a' }, { id: 'z' }, { id: 'é' }]);
      expect(((await run('SELECT big FROM thing ORDER BY big')) as { big: unknown }[])[0]).toEqual({ big: null });
      await run("DELETE FROM thing WHERE id IN ('Z', 'é', 'z')");
    });
  });

  describe('changes', () => {
    beforeEach(async () => {
      await run('DELETE FROM thing');
      await run("INSERT INTO thing (id, small, big) VALUES ('a', 1, 10), ('b', 2, 20), ('c', 3, 30)");
    });

    it('answers how many rows an UPDATE and a DELETE reached', async () => {
      expect(await run('UPDATE thing SET small = small + 10 WHERE small >= ?', 2)).toMatchObject({ affectedRows: 2, insertId: 0 });
      expect(await run('DELETE FROM thing WHERE small > 10 ORDER BY small DESC LIMIT 1')).toMatchObject({ affectedRows: 1 });
      expect(await run('SELECT id, small FROM thing ORDER BY id')).toEqual([{ id: 'a', small: 1 }, { id: 'b', small: 12 }]);
    });

    it('upserts over any unique key', async () => {
      await run('INSERT INTO thing (id, small, big) VALUES (?, ?, ?), (?, ?, ?) ON DUPLICATE KEY UPDATE small = VALUES(small), body = CONCAT(id, VALUES(id)), ratio = IF(VALUES(small) > big, 1, 0)', 'a', 100, 11, 'd', 4, 40);
      await run("INSERT INTO thing (id, small, big) VALUES ('other', 5, 20) ON DUPLICATE KEY UPDATE small = thing.small + VALUES(small)");
      expect(await run('SELECT id, small, big, body FROM thing ORDER BY id')).toEqual([
        { id: 'a', small: 100, big: '10', body: 'aa' },
        { id: 'b', small: 7, big: '20', body: null },
        { id: 'c', small: 3, big: '30', body: null },
        { id: 'd', small: 4, big: '40', body: null },
      ]);
    });

    it('leaves what is there with INSERT IGNORE', async () => {
      expect(await run("INSERT IGNORE INTO thing (id, small) VALUES ('a', 9), ('e', 9)")).toMatchObject({ affectedRows: 1 });
      expect(await run("SELECT small FROM thing WHERE id IN ('a', 'e') ORDER BY id")).toEqual([{ small: 1 }, { small: 9 }]);
    });

    it('inserts what a SELECT finds', async () => {
      await run("INSERT INTO thing (id, small) SELECT CONCAT(id, '2'), small FROM thing WHERE small < 3 ON DUPLICATE KEY UPDATE small = VALUES(small)");
      expect(await run('SELECT COUNT(*) AS n FROM thing')).toEqual([{ n: '5' }]);
    });

    it('takes five hundred rows at once', async () => {
      const rows = Array.from({ length: 500 }, (_each, at) => [`r${at}`, at, 'x'.repeat(400)]);
      expect(await run(`INSERT INTO thing (id, small, body) VALUES ${rows.map(() => '(?, ?, ?)').join(', ')}`, ...rows.flat())).toMatchObject({ affectedRows: 500 });
    });

    it('is all or nothing', async () => {
      expect(await failing("INSERT INTO thing (id, small) VALUES ('new', 1), ('a', 1)")).toMatchObject({ code: 'SQL_EXECUTION_ERROR' });
      expect(await run("SELECT id FROM thing WHERE id = 'new'")).toEqual([]);
    });

    it.each([
      ['a duplicate', "INSERT INTO thing (id) VALUES ('a')", 'ER_DUP_ENTRY'],
      ['null where none may be', "INSERT INTO thing (id, small) VALUES ('n', NULL)", 'ER_BAD_NULL_ERROR'],
      ['a text that is too long', `INSERT INTO thing (id) VALUES ('${'x'.repeat(65)}')`, 'ER_DATA_TOO_LONG'],
      ['a number out of range', "INSERT INTO thing (id, small) VALUES ('n', 3000000000)", 'ER_WARN_DATA_OUT_OF_RANGE'],
      ['a moment in ISO form', "INSERT INTO thing (id, at) VALUES ('n', '2025-07-01T10:00:00.000Z')", 'ER_TRUNCATED_WRONG_VALUE'],
      ['a table that is not there', 'SELECT id FROM nothing', 'ER_NO_SUCH_TABLE'],
      ['a column that is not there', 'SELECT nothing FROM thing', 'ER_BAD_FIELD_ERROR'],
      ['too few values', "INSERT INTO thing (id, small) VALUES ('n')", 'ER_WRONG_VALUE_COUNT_ON_ROW'],
    ])('fails on %s in MySQL’s words', async (_what, query, code) => {
      expect(await failing(query)).toMatchObject({ class: 'ForgeSQLAPIError', name: 'ForgeSQLError', context: { debug: { code } } });
    });

    it('groups strictly', async () => {
      expect(await failing('SELECT id, COUNT(*) AS n FROM thing GROUP BY yes')).toMatchObject({ class: 'ForgeSQLAPIError', code: 'SQL_EXECUTION_ERROR' });
      expect(await failing('SELECT id, COUNT(*) AS n FROM thing')).toMatchObject({ class: 'ForgeSQLAPIError', code: 'SQL_EXECUTION_ERROR' });
      expect(await run('SELECT t.yes AS y, COUNT(*) AS n FROM thing t GROUP BY y')).toEqual([{ y: 0, n: '3' }]);
    });

    it('refuses parameters that do not match the statement', async () => {
      expect(await failing('SELECT ? AS x')).toMatchObject({ code: 'SQL_EXECUTION_ERROR' });
      expect(await failing('SELECT id FROM thing WHERE id IN (?)', ['a', 'b'])).toMatchObject({ code: 'SQL_EXECUTION_ERROR' });
    });
  });

  describe('definitions', () => {
    it('runs migrations once, as the migration runner sends them', async () => {
      const create = 'CREATE TABLE IF NOT EXISTS __migrations (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(255) NOT NULL, migratedAt TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);';
      host.host.setClock('2025-03-04T05:06:07.000Z');
      await ddl(create);
      await ddl(create);
      expect(await run('INSERT INTO __migrations (name) VALUES (?);', 'v1')).toMatchObject({ affectedRows: 1, insertId: 1 });
      expect(await run('INSERT INTO __migrations (name) VALUES (?), (?);', 'v2', 'v3')).toMatchObject({ affectedRows: 2, insertId: 2 });
      const rows = (await ddl('SELECT id, name, migratedAt FROM __migrations;')) as { id: unknown; migratedAt: string }[];
      expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
      expect(rows[0]?.migratedAt.slice(0, 17)).toBe('2025-03-04 05:06:');
    });

    it('adds and drops columns and indexes', async () => {
      await ddl('DROP TABLE IF EXISTS grown');
      await ddl('CREATE TABLE grown (a INT NOT NULL, b VARCHAR(10), PRIMARY KEY (a))');
      await run("INSERT INTO grown (a, b) VALUES (1, 'x')");
      await ddl('ALTER TABLE grown ADD COLUMN c BIGINT NOT NULL DEFAULT 5, ADD INDEX by_c (c, b DESC)');
      await ddl('CREATE UNIQUE INDEX by_b ON grown (b)');
      expect(await run('SELECT * FROM grown')).toEqual([{ a: 1, b: 'x', c: '5' }]);
      expect(await failing("INSERT INTO grown (a, b) VALUES (2, 'x')")).toMatchObject({ context: { debug: { code: 'ER_DUP_ENTRY' } } });
      await ddl('DROP INDEX by_b ON grown');
      await ddl('ALTER TABLE grown DROP INDEX by_c, DROP COLUMN c');
      expect(((await run('SHOW COLUMNS FROM grown')) as { Field: string; Key: string }[]).map(({ Field, Key }) => [Field, Key])).toEqual([['a', 'PRI'], ['b', '']]);
      expect(((await run('SHOW INDEX FROM grown')) as { Key_name: string }[]).map(({ Key_name }) => Key_name)).toEqual(['PRIMARY']);
      await ddl('TRUNCATE TABLE grown');
      expect(await run('SELECT COUNT(*) AS n FROM grown')).toEqual([{ n: '0' }]);
      expect(((await run("SHOW TABLES LIKE 'gro%'")) as object[]).map((row) => Object.values(row)[0])).toEqual(['grown']);
      await ddl('DROP TABLE grown');
      expect(await failingDdl('DROP TABLE grown')).toMatchObject({ code: 'SQL_EXECUTION_ERROR' });
    });

    it('refuses keys that are too wide, and texts without a length in a key', async () => {
      expect(await failingDdl('CREATE TABLE wide (a VARCHAR(1000), KEY by_a (a))')).toMatchObject({ context: { debug: { code: 'ER_TOO_LONG_KEY' } } });
      expect(await failingDdl('CREATE TABLE loose (a TEXT, UNIQUE KEY by_a (a))')).toMatchObject({ class: 'ForgeSQLAPIError' });
    });

    it('takes DDL through the DDL path only', async () => {
      expect(await failing('CREATE TABLE sneaked (a INT)')).toMatchObject({ code: 'SQL_POLICY_VIOLATION' });
    });
  });

  const refused = [
    'CREATE TABLE f (a TEXT, FULLTEXT KEY by_a (a))',
    'CREATE TABLE f (a INT, FOREIGN KEY (a) REFERENCES thing (small))',
    'CREATE TABLE f (a INT REFERENCES thing (small))',
    'CREATE TABLE f (a BLOB)',
    'CREATE TABLE f (a DECIMAL(10, 2))',
    'CREATE TABLE f (a INT) COLLATE utf8mb4_general_ci',
    'CREATE TABLE other.f (a INT)',
    'CREATE VIEW v AS SELECT 1',
    'CREATE DATABASE d',
    'SELECT 1; SELECT 2',
    'SET @x = 1',
    'SELECT @@version',
    'USE mysql',
    "PREPARE s FROM 'SELECT 1'",
    'SELECT SLEEP(1)',
    'SELECT BENCHMARK(10, 1)',
    'SELECT * FROM mysql.user',
    'SELECT * FROM information_schema.tables',
    'SELECT a.b.c FROM thing',
    'SELECT * FROM resurface_south.thing',
    'SELECT id FROM thing FOR UPDATE',
    "SELECT id FROM thing WHERE MATCH (body) AGAINST ('x')",
    'SELECT /*+ MAX_EXECUTION_TIME(1) */ id FROM thing',
    'SELECT id /*!50000 , small */ FROM thing',
    "SELECT id FROM thing WHERE id REGEXP 'a'",
    "SELECT 'a' || 'b'",
    'SELECT small / 2 FROM thing',
    "SELECT id FROM thing INTO OUTFILE '/tmp/x'",
    "LOAD DATA INFILE 'x' INTO TABLE thing",
    'LOCK TABLES thing READ',
    'BEGIN',
    'COMMIT',
    "REPLACE INTO thing (id) VALUES ('a')",
    "INSERT INTO thing VALUES ('a')",
    "INSERT INTO thing (id, small) VALUES ('a', DEFAULT)",
    'UPDATE thing SET small = 2, big = small',
    'SHOW DATABASES',
    'SHOW GRANTS',
    'SELECT name FROM sqlite_master',
    'SELECT name FROM forge_catalog',
    "ATTACH DATABASE 'x' AS y",
    'PRAGMA table_info(thing)',
    'SELECT load_extension("x")',
    'VACUUM',
    'EXPLAIN SELECT 1',
  ];

  it.each(refused)('refuses %s', async (query) => {
    expect(await failing(query)).toMatchObject({ class: 'ForgeSQLAPIError', code: 'SQL_POLICY_VIOLATION' });
    expect(await failingDdl(query)).toMatchObject({ class: 'ForgeSQLAPIError', code: 'SQL_POLICY_VIOLATION' });
  });

  it('lists no form that it does not run', async () => {
    const examples = STATEMENT_FORMS.filter(({ kind }) => kind !== 'definition');
    await ddl('CREATE TABLE IF NOT EXISTS t (a VARCHAR(64) NOT NULL, b BIGINT, PRIMARY KEY (a), KEY by_b (b))');
    for (const { example } of examples) await run(example, ...Array.from({ length: example.split('?').length - 1 }, (_each, at) => at + 1));
    expect(examples.length).toBeGreaterThan(6);
  });

  it('bounds the request, the answer and the time', async () => {
    expect(await host.call('sql.large', { bytes: 1024 * 1024 })).toMatchObject({ class: 'ForgeSQLAPIError', code: 'SQL_EXECUTION_ERROR' });
    await run('DELETE FROM thing');
    for (let at = 0; at < 11; at += 1) await run('INSERT INTO thing (id, body) VALUES (?, ?)', `l${at}`, 'x'.repeat(400_000));
    expect(await failing('SELECT id, body FROM thing')).toMatchObject({ class: 'ForgeSQLAPIError', code: 'SQL_EXECUTION_ERROR' });
    expect(await run('SELECT COUNT(*) AS n FROM thing')).toEqual([{ n: '11' }]);
  });

  it('ends a statement that runs too long, and goes on', async () => {
    const slow = await openTestHost({ limits: { sqlSelectSeconds: 1 }, ...(server === undefined ? {} : { sql: { engine: 'mariadb', connection: { ...server.connection, databasePrefix: 'slow' } } }) });
    await slow.call('sql.ddl', { query: 'CREATE TABLE IF NOT EXISTS n (a INT NOT NULL, PRIMARY KEY (a))' });
    await slow.call('sql.run', { query: `INSERT INTO n (a) VALUES ${Array.from({ length: 300 }, (_each, at) => `(${at})`).join(', ')}` });
    expect(await slow.call('sql.run', { query: 'SELECT SUM(p.a * q.a * r.a * s.a) AS x FROM n p CROSS JOIN n q CROSS JOIN n r CROSS JOIN n s' })).toMatchObject({ code: 'QUERY_TIMED_OUT' });
    expect(await slow.call('sql.run', { query: 'SELECT COUNT(*) AS n FROM n' })).toEqual({ value: [{ n: '300' }] });
    await slow.close();
  });

  it('gives each tenant a database of its own', async () => {
    await host.call('sql.ddl', { query: 'CREATE TABLE IF NOT EXISTS mine (a VARCHAR(9) NOT NULL, PRIMARY KEY (a))' });
    await host.call('sql.run', { query: "INSERT INTO mine (a) VALUES ('north')" });
    expect(await host.call('sql.run', { query: 'SELECT a FROM mine' }, { tenant: 'south' })).toMatchObject({ context: { debug: { code: 'ER_NO_SUCH_TABLE' } } });
  });
});
