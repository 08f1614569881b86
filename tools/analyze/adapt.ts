import { isoTime } from '../../src/domain/time';
import type { FieldNames, Names } from './field-names';

type Fields = Readonly<Record<string, unknown>>;

/** Renames the fields of a row of an unknown export to ours, and gives them our types where that loses nothing. */
export function adaptRow(row: Fields, names: Names): Record<string, unknown> {
  const adapted: Record<string, unknown> = {};
  for (const [field, from] of Object.entries(names)) {
    const value = firstGiven(row, from.names);
    const typed = value === undefined ? undefined : typedValue(value, from);
    if (typed !== undefined) adapted[field] = typed;
  }
  return adapted;
}

function firstGiven(row: Fields, names: readonly string[]): unknown {
  for (const name of names) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function typedValue(value: unknown, { holds, most = Infinity }: FieldNames): unknown {
  switch (holds) {
    case 'id':
      return value;
    case 'time':
      return typeof value === 'number' ? timeOfNumber(value) : value;
    case 'text': {
      const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
      return typeof text === 'string' && text.length > most ? undefined : text;
    }
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    }
    case 'list':
      return listOf(value);
  }
}

/** Seconds or milliseconds since 1970: the two cannot be mistaken for each other after 1973. */
function timeOfNumber(value: number): unknown {
  const ms = value > 1e11 ? value : value * 1000;
  return Math.abs(ms) < 8e15 ? isoTime(ms) : value;
}

function listOf(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(';') : [value];
  const texts = items.flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? String(item).trim() : [])).filter((item) => item !== '' && item.length <= 255);
  return texts.length === 0 ? undefined : texts;
}
