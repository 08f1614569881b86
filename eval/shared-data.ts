import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Development data that the project reads and never holds. */
export const SHARED_DATA = resolve(process.cwd(), '../shared/data');

export function hasSharedData(): boolean {
  return existsSync(SHARED_DATA);
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of a JSON Lines file under the shared data, gzipped or not. */
export function sharedRows(file: string): Row[] {
  const raw = readFileSync(resolve(SHARED_DATA, file));
  const text = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [rowOf(JSON.parse(line))]));
}

/** Rows of a CSV without quoted fields. */
export function sharedCsv(file: string): Row[] {
  const [head, ...lines] = readFileSync(resolve(SHARED_DATA, file), 'utf8').trim().split(/\r?\n/);
  const names = head?.split(',') ?? [];
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? String(at), value])));
}

function rowOf(value: unknown): Row {
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
  throw new Error('a row of shared data is not an object');
}

export function textAt(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function isTrueAt(row: Row, field: string): boolean {
  return row[field] === true;
}

export type { Row };
