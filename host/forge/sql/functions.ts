/** How a value leaves the database: as a JavaScript number, as text of a number, or as text. */
export type ResultType = 'number' | 'number-text' | 'text' | 'argument' | 'sum' | 'time';

export interface SqlFunction {
  /** The name to call on SQLite; `forge_…` are defined by the host. */
  readonly sqlite: string;
  /** `argument`: as its first argument (MIN, COALESCE); `sum`: text unless it adds up floating point numbers. */
  readonly result: ResultType;
}

const same = (name: string, result: ResultType): [string, SqlFunction] => [name, { sqlite: name, result }];
const as = (name: string, sqlite: string, result: ResultType): [string, SqlFunction] => [name, { sqlite, result }];

/** The functions that a statement may call. MySQL's meaning holds on both engines. */
export const SQL_FUNCTIONS: ReadonlyMap<string, SqlFunction> = new Map([
  same('COUNT', 'number-text'),
  same('SUM', 'sum'),
  same('MIN', 'argument'),
  same('MAX', 'argument'),
  same('COALESCE', 'argument'),
  same('IFNULL', 'argument'),
  same('NULLIF', 'argument'),
  as('IF', 'IIF', 'argument'),
  as('GREATEST', 'MAX', 'argument'),
  as('LEAST', 'MIN', 'argument'),
  same('ABS', 'argument'),
  as('CONCAT', 'forge_concat', 'text'),
  as('LOWER', 'forge_lower', 'text'),
  as('UPPER', 'forge_upper', 'text'),
  same('TRIM', 'text'),
  as('LEFT', 'forge_left', 'text'),
  as('RIGHT', 'forge_right', 'text'),
  as('SUBSTRING', 'SUBSTR', 'text'),
  same('SUBSTR', 'text'),
  same('REPLACE', 'text'),
  same('HEX', 'text'),
  as('TO_BASE64', 'forge_to_base64', 'text'),
  as('CHAR_LENGTH', 'LENGTH', 'number'),
  as('LENGTH', 'OCTET_LENGTH', 'number'),
  same('INSTR', 'number'),
  as('DATE', 'forge_date', 'time'),
  as('NOW', 'forge_now', 'time'),
  as('UTC_TIMESTAMP', 'forge_now', 'time'),
  as('CURRENT_TIMESTAMP', 'forge_now', 'time'),
  same('ROW_NUMBER', 'number-text'),
  same('RANK', 'number-text'),
  same('DENSE_RANK', 'number-text'),
]);

/** Words that may stand before a bracket without being a function. */
export const WORDS_BEFORE_BRACKETS: ReadonlySet<string> = new Set(
  'IN VALUES AND OR NOT ON USING EXISTS FROM JOIN SELECT WHERE BY AS THEN ELSE WHEN CASE BETWEEN LIKE OVER SET HAVING DISTINCT ALL UNION LIMIT INTO KEY INTERSECT EXCEPT'.split(' '),
);

/** Words of SELECT, INSERT, UPDATE and DELETE that are kept as they are; any other bare word is a name. */
export const DML_KEYWORDS: ReadonlySet<string> = new Set(
  `SELECT DISTINCT ALL FROM WHERE GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET AS JOIN INNER LEFT OUTER CROSS ON USING UNION WITH AND OR NOT IN IS NULL LIKE ESCAPE BETWEEN EXISTS CASE WHEN THEN ELSE END
   INSERT INTO VALUES UPDATE SET DELETE TRUE FALSE CAST OVER PARTITION IGNORE DUPLICATE KEY SIGNED CHAR DOUBLE`.split(/\s+/),
);

/** Words and symbols that never run, with the reason. */
export const REFUSED_WORDS: ReadonlyMap<string, string> = new Map([
  ...'FULLTEXT MATCH AGAINST'.split(' ').map((word): [string, string] => [word, 'TiDB as Forge offers it has no full-text search']),
  ...'FOREIGN REFERENCES'.split(' ').map((word): [string, string] => [word, 'Forge SQL has no foreign keys']),
  ...'SLEEP BENCHMARK GET_LOCK LOAD_FILE OUTFILE DUMPFILE AES_ENCRYPT AES_DECRYPT COMPRESS UNCOMPRESS SHA2'.split(' ').map((word): [string, string] => [word, 'not allowed on Forge SQL']),
  ...'INFORMATION_SCHEMA PERFORMANCE_SCHEMA MYSQL'.split(' ').map((word): [string, string] => [word, 'only the installation’s own tables']),
]);

/** First words of statements that the platform refuses outright. */
export const REFUSED_STATEMENTS: ReadonlySet<string> = new Set(
  'SET USE PREPARE EXECUTE DEALLOCATE LOCK UNLOCK GRANT REVOKE CALL LOAD BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE HANDLER KILL FLUSH DO HELP INSTALL SHUTDOWN RENAME REPLACE XA'.split(' '),
);

/** Operators whose meaning differs between the engines, or that Forge SQL lacks. */
export const REFUSED_OPERATORS: ReadonlySet<string> = new Set(['||', '&&', ':=', '@', '!', '->', '->>', '/', '&', '|', '^', '~', ':', '{', '}', '[', ']']);

/** Words that MySQL reserves and that no listed form uses: found bare, they make a statement unlisted. */
export const UNLISTED_WORDS: ReadonlySet<string> = new Set(
  `FOR LOCK PROCEDURE INTERVAL DIV MOD XOR REGEXP RLIKE COLLATE BINARY SOUNDS STRAIGHT_JOIN NATURAL RIGHT WINDOW RECURSIVE ROLLUP ANY SOME CONVERT EXTRACT DEFAULT USE FORCE
   SQL_CALC_FOUND_ROWS SQL_NO_CACHE HIGH_PRIORITY LOW_PRIORITY DELAYED QUICK ROWS RANGE GROUPING TABLE UNSIGNED DECIMAL LATERAL FULL FETCH RETURNING`.split(/\s+/),
);
