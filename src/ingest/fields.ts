import { z } from 'zod';
import { cleanText } from './clean-text';

/** Numbers beyond 2^53 cannot be read exactly from JSON: such an id has to be text. */
export const Id = z.union([z.string().min(1).max(255), z.int()]).describe('Text of 1 to 255 characters, or a whole number.');
export const Time = z
  .string()
  .min(1)
  .max(64)
  .describe('ISO 8601, a day (2025-07-01) or an instant (2025-07-01T12:30:00Z); without an offset it is UTC. Also 30/Sep/21 17:20, as Jira exports it.');
export const Short = z.string().max(255);
export const Long = z.string().describe('Of more than 64,000 bytes of UTF-8 the head and the tail are kept, with […] between.');

/** An id as text; undefined when it holds nothing, control characters or half a character. */
export function readId(value: string | number): string | undefined {
  const text = String(value).trim();
  return text === '' || /[\u0000-\u001F\u007F]|\p{Surrogate}/u.test(text) ? undefined : text;
}

/** A short text, cleaned; undefined when nothing is left. */
export function readShort(value: string | undefined): string | undefined {
  const text = cleanText(value ?? '');
  return text === '' ? undefined : text;
}

/** The object without its undefined fields. */
export function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
}
