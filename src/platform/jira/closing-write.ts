import type { Route } from '@forge/api';
import { AnswerLost, WriteRefused } from '../../domain/closing-errors';
import { TrackerFailure, TrackerRateLimited } from '../../domain/errors';
import { askJira } from './request';

/**
 * One write as the app. What Jira refused did not happen (WriteRefused, 4xx); what got no answer, a server's error or an answer that cannot be
 * read may have happened (AnswerLost): nothing here tries again. A 429 is refused before any work is done.
 */
export async function writeJira(path: Route, ask: { readonly method: 'POST' | 'PUT'; readonly body: unknown }): Promise<unknown> {
  const answer = await sent(path, ask);
  if (answer.status < 400) return answer.body;
  throw new WriteRefused(answer.status, reasonOf(answer.body));
}

async function sent(path: Route, ask: { readonly method: 'POST' | 'PUT'; readonly body: unknown }): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    return await askJira('app', path, ask);
  } catch (error) {
    if (error instanceof TrackerRateLimited) throw error;
    if (error instanceof TrackerFailure && error.status >= 400 && error.status < 500) throw new WriteRefused(error.status, 'unreadable answer', { cause: error });
    throw new AnswerLost('no readable answer from Jira', { cause: error });
  }
}

/** Field names only: Jira's messages may quote values. */
function reasonOf(body: unknown): string {
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
  const fields = typeof errors === 'object' && errors !== null ? Object.keys(errors).slice(0, 5) : [];
  return fields.length === 0 ? 'refused' : `fields ${fields.join(', ')}`;
}
