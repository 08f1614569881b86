import { parseAt } from '../../domain/boundary';
import { DAY_IN_MS, epochMs } from '../../domain/time';
import type { Ask } from '../../ports/connector';
import { contactOf } from '../_shared/contact-label';
import { Form, Response, type Asked, type Cursor, type Field } from './schema';

/** Deeper than Typeform nests. */
const DEEPEST = 4;

/** What each question of a form asks for, by its id: words, or how to reach or call a person. */
export function askedOf(fields: readonly Field[], depth = 0): Readonly<Record<string, Asked>> {
  const found: Record<string, Asked> = {};
  for (const field of fields) {
    const inside = depth < DEEPEST ? (field.properties?.fields ?? []) : [];
    Object.assign(found, isContact(field) ? Object.fromEntries(inside.flatMap((one) => (one.id === undefined ? [] : [[one.id, partOf(one)]]))) : askedOf(inside, depth + 1));
    if (field.id !== undefined) found[field.id] = isContact(field) ? 'other' : field.subfield_key === undefined ? (contactOf(field.title) ?? 'words') : partOf(field);
  }
  return found;
}

/** https://www.typeform.com/developers/create/reference/create-form/ : questions for contact details and for an address have a field for each part. */
function isContact({ type }: Field): boolean {
  return type === 'contact_info' || type === 'address';
}

function partOf({ subfield_key: key = '', title }: Field): Asked {
  if (key === 'first_name' || key === 'last_name') return 'name';
  return key === 'email' ? 'email' : key === '' ? (contactOf(title) ?? 'other') : 'other';
}

/** The questions are asked for once a day, and at once where an answer is to one that we do not know; not where nobody answered. @throws SourceError BadInput */
export async function askedIn(ask: Pick<Ask, 'now'>, { form, asked }: Pick<Cursor, 'form' | 'asked'>, responses: readonly unknown[], fetchForm: () => Promise<unknown>): Promise<Cursor['asked']> {
  const written = responses.flatMap((value) => Response.safeParse(value).data?.answers.flatMap((answer) => (answer.type === 'text' ? [answer.field.id] : [])) ?? []);
  if (written.length === 0) return asked;
  const known = asked[form];
  if (known !== undefined && Math.abs(epochMs(ask.now) - epochMs(known.at)) < DAY_IN_MS && written.every((id) => known.fields[id] !== undefined)) return asked;
  const { fields } = parseAt('typeform form', Form, await fetchForm());
  return { ...asked, [form]: { at: ask.now, fields: askedOf(fields ?? []) } };
}
