import type { DatabaseSync } from 'node:sqlite';

/** MySQL's functions that SQLite lacks or understands otherwise. Null in, null out, as MySQL has it. */
export function defineFunctions(database: DatabaseSync, nowMs: () => number): void {
  const onText = (name: string, act: (text: string) => string): void => {
    database.function(name, { deterministic: true }, (value) => (value === null ? null : act(String(value))));
  };
  onText('forge_lower', (text) => text.toLowerCase());
  onText('forge_upper', (text) => text.toUpperCase());
  onText('forge_date', (text) => text.slice(0, 10));
  onText('forge_to_base64', (text) => Buffer.from(text).toString('base64').replace(/.{76}(?=.)/g, '$&\n'));
  database.function('forge_concat', { deterministic: true, varargs: true }, (...values) => (values.includes(null) ? null : values.map(String).join('')));
  database.function('forge_left', { deterministic: true }, (text, count) => (text === null || count === null ? null : [...String(text)].slice(0, Math.max(0, Number(count))).join('')));
  database.function('forge_right', { deterministic: true }, (text, count) => (text === null || count === null ? null : Number(count) <= 0 ? '' : [...String(text)].slice(-Number(count)).join('')));
  database.function('forge_now', { varargs: true }, () => new Date(nowMs()).toISOString().slice(0, 19).replace('T', ' '));
}
