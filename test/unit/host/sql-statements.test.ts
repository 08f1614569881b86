import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { quoteText } from '../../../host/forge/sql/rewrite';
import { SqlRefusal } from '../../../host/forge/sql/sql-refusal';
import { givenText, storedText } from '../../../host/forge/sql/sqlite-text';
import { recognise, STATEMENT_FORMS } from '../../../host/forge/sql/statement-forms';
import { tokenise } from '../../../host/forge/sql/tokens';

const onSqlite = (text: string): string => {
  const { plan } = recognise(text);
  if (plan.kind !== 'query' && plan.kind !== 'change') throw new Error(`${plan.kind} has no text`);
  return plan.sql.replaceAll(/\s+/g, ' ').trim();
};

describe('MySQL text', () => {
  it('reads any text back from its literal, and SQLite reads the same', () => {
    const database = new DatabaseSync(':memory:');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')), (text) => {
        const literal = `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
        const [token] = tokenise(literal);
        expect(token?.value).toBe(text);
        expect(database.prepare(`SELECT ${quoteText(token?.value ?? '')} AS x`).get()).toEqual({ x: text });
      }),
    );
    database.close();
  });

  it('keeps NUL, and the character that stands for it, apart and whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\0', '\u{F0000}', '0', '1', 'a')).map((parts) => parts.join('')), (text) => {
        expect(storedText(text)).not.toContain('\0');
        expect(givenText(storedText(text))).toBe(text);
      }),
    );
  });

  it('never takes a statement out of a text or a comment', () => {
    fc.assert(
      fc.property(fc.constantFrom("'; DROP TABLE t; --'", '"; DELETE FROM t"', '/* ; DROP */ 1', '`a;b`'), (piece) => {
        expect(recognise(`SELECT ${piece} AS x`).form.name).toBe('select');
      }),
    );
  });

  it.each(["SELECT 'open", 'SELECT `open', 'SELECT (1', '', ' -- nothing'])('refuses text that never ends or says nothing: %s', (text) => {
    expect(() => recognise(text)).toThrow(SqlRefusal);
  });

  it('refuses everything that is not in a listed form, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          const { form } = recognise(text);
          expect(STATEMENT_FORMS).toContain(form);
        } catch (error) {
          expect(error).toBeInstanceOf(SqlRefusal);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('listed forms', () => {
  it.each(STATEMENT_FORMS.map((form) => [form.name, form] as const))('%s recognises its own example', (_name, form) => {
    expect(recognise(form.example).form).toBe(form);
  });

  it.each([
    ['SELECT a, COUNT(*) FROM t WHERE b LIKE ? GROUP BY a', `SELECT "a" AS "a", COUNT ( * ) AS "COUNT(*)" FROM "t" WHERE "b" LIKE ? ESCAPE '\\' GROUP BY "a"`],
    ['SELECT t.a x FROM t WHERE b <=> NULL', 'SELECT "t" . "a" AS "x" FROM "t" WHERE "b" IS NULL'],
    ['INSERT INTO t (a, b) VALUES (?, ?) ON DUPLICATE KEY UPDATE b = VALUES(b), c = c + 1', 'INSERT INTO "t" ("a", "b") VALUES (? , ?) ON CONFLICT DO UPDATE SET "b" = excluded."b", "c" = "c" + 1'],
    ['INSERT IGNORE INTO t (a) VALUES (1)', 'INSERT INTO "t" ("a") VALUES (1) ON CONFLICT DO NOTHING'],
    ['DELETE FROM t WHERE a = 1 LIMIT 5', 'DELETE FROM "t" WHERE rowid IN (SELECT rowid FROM "t" WHERE "a" = 1 LIMIT 5)'],
    ['UPDATE `t` SET `order` = "x"', `UPDATE "t" SET "order" = 'x'`],
  ])('are written anew for SQLite: %s', (mysql, sqlite) => {
    expect(onSqlite(mysql)).toBe(sqlite);
  });

  it('refuse an assignment that the engines would compute differently', () => {
    expect(() => recognise('UPDATE t SET a = 1, b = a')).toThrow('after assigning it');
    expect(() => recognise('INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE a = VALUES(a), b = IF(a > 1, 1, 2)')).toThrow('after assigning it');
    expect(recognise('INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE a = VALUES(a), b = VALUES(a)').form.name).toBe('insert');
  });

  it('count the parameters, and none inside a text', () => {
    expect(recognise("SELECT ? AS a, '?' AS b FROM t WHERE c IN (?, ?)").parameters).toBe(3);
  });
});
