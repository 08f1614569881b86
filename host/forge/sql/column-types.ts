import type { Cursor } from './cursor';
import { notListed } from './sql-refusal';

/** A column type of the listed forms, with what SQLite needs to keep the same values out. */
export interface ColumnType {
  readonly name: string;
  readonly family: 'integer' | 'double' | 'text' | 'json' | 'datetime' | 'date';
  /** As SHOW COLUMNS says it. */
  readonly shown: string;
  /** Characters of a VARCHAR; fraction digits of a DATETIME. */
  readonly length: number;
  readonly isUnsigned: boolean;
}

const INTEGER_BITS: Readonly<Record<string, number>> = { TINYINT: 8, BOOLEAN: 8, BOOL: 8, SMALLINT: 16, MEDIUMINT: 24, INT: 32, INTEGER: 32, BIGINT: 64 };
const TEXT_BYTES: Readonly<Record<string, number>> = { TINYTEXT: 255, TEXT: 65_535, MEDIUMTEXT: 16_777_215, LONGTEXT: 4_294_967_295 };

/** @throws SqlRefusal for a type that is not listed (BLOB, DECIMAL, ENUM, …) */
export function parseColumnType(cursor: Cursor): ColumnType {
  const word = cursor.next();
  const name = word.text === 'INTEGER' ? 'INT' : word.text === 'BOOL' || word.text === 'BOOLEAN' ? 'TINYINT' : word.text;
  const size = cursor.peek()?.text === '(' ? Number(cursor.group().map(({ text }) => text).join('')) : undefined;
  const isUnsigned = cursor.take('UNSIGNED') !== undefined;
  if (name in INTEGER_BITS) return { name, family: 'integer', shown: `${name.toLowerCase()}${isUnsigned ? ' unsigned' : ''}`, length: 0, isUnsigned };
  if (isUnsigned) throw notListed(`${name} UNSIGNED`);
  if (name === 'DOUBLE') return { name, family: 'double', shown: 'double', length: 0, isUnsigned };
  if ((name === 'VARCHAR' || name === 'CHAR') && size !== undefined && Number.isInteger(size)) return { name, family: 'text', shown: `${name.toLowerCase()}(${size})`, length: size, isUnsigned };
  if (name in TEXT_BYTES) return { name, family: 'text', shown: name.toLowerCase(), length: 0, isUnsigned };
  if (name === 'JSON') return { name, family: 'json', shown: 'json', length: 0, isUnsigned };
  if (name === 'DATETIME' || name === 'TIMESTAMP') return { name, family: 'datetime', shown: `${name.toLowerCase()}${size === undefined ? '' : `(${size})`}`, length: size ?? 0, isUnsigned };
  if (name === 'DATE') return { name, family: 'date', shown: 'date', length: 0, isUnsigned };
  throw notListed(`the column type ${word.value}`);
}

/** SQLite's declaration: an affinity, and for text the comparison of utf8mb4_bin (by code point, trailing spaces ignored). */
export function sqliteDeclaration(type: ColumnType): string {
  switch (type.family) {
    case 'integer':
      return 'INT';
    case 'double':
      return 'REAL';
    case 'text':
    case 'json':
    case 'datetime':
    case 'date':
      return 'TEXT COLLATE RTRIM';
  }
}

const DAY = '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]';
const TIME = '[0-2][0-9]:[0-5][0-9]:[0-5][0-9]';

/** The condition under which MySQL in strict mode takes a value; `column` is quoted. Undefined when every value fits. */
export function fitCondition(type: ColumnType, column: string): string | undefined {
  switch (type.family) {
    case 'integer': {
      const bits = BigInt(INTEGER_BITS[type.name] ?? 64);
      const low = type.isUnsigned ? 0n : -(2n ** (bits - 1n)) + (bits === 64n ? 1n : 0n);
      const high = type.isUnsigned && bits < 64n ? 2n ** bits - 1n : 2n ** (bits - 1n) - 1n;
      return `typeof(${column}) IN ('integer', 'null') AND ${column} BETWEEN ${low} AND ${high}`;
    }
    case 'double':
      return `typeof(${column}) IN ('real', 'null')`;
    case 'text':
      if (type.length > 0) return `length(${column}) <= ${type.length}`;
      return type.name === 'LONGTEXT' ? undefined : `octet_length(${column}) <= ${TEXT_BYTES[type.name]}`;
    case 'json':
      return `${column} IS NULL OR json_valid(${column})`;
    case 'datetime':
      return `${column} IS NULL OR ${column} GLOB '${DAY} ${TIME}' OR ${column} GLOB '${DAY} ${TIME}.[0-9]*'`;
    case 'date':
      return `${column} IS NULL OR ${column} GLOB '${DAY}'`;
  }
}

/** Bytes that a column takes in an index key, as TiDB counts them; undefined when it needs a prefix length. */
export function keyBytes(type: ColumnType, prefix: number | undefined): number | undefined {
  switch (type.family) {
    case 'integer':
      return (INTEGER_BITS[type.name] ?? 64) / 8;
    case 'double':
    case 'datetime':
      return 8;
    case 'date':
      return 3;
    case 'text':
    case 'json':
      if (prefix !== undefined) return prefix * 4;
      return type.length > 0 ? type.length * 4 : undefined;
  }
}
