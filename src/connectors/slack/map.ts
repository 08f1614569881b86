import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import type { Shortcut } from './schema';

/**
 * The message that somebody marked, as its author's words. A bot's message is no customer's, and a colleague's is none either, however much it tells
 * of one: the author has to be of another company's workspace, or of a workspace whose members are customers.
 */
export function toRecord({ team, channel, message }: z.output<typeof Shortcut>, membersAreCustomers: boolean): SourceRecord | SkippedRecord {
  const externalId = `${team.id}/${channel.id}/${message.ts}`;
  const at = timeOf(message.ts);
  const revision = message.edited === undefined ? at : timeOf(message.edited.ts);
  if (message.bot_id !== undefined) return { externalId, revision, at, reason: 'automated' };
  /** The author's own workspace, where it is another company's. */
  const company = message.user_team === team.id ? undefined : message.user_team;
  if (company === undefined && !membersAreCustomers) return { externalId, revision, at, reason: 'agent-words' };
  const text = plain(message.text ?? '');
  if (text === '') return { externalId, revision, at, reason: 'no-words' };
  return {
    externalId,
    revision,
    at,
    kind: 'said',
    text,
    routing: { channel: [channel.name ?? channel.id] },
    ...(message.user === undefined ? {} : { author: message.user }),
    // People of another company in a shared channel: their workspace is their organisation.
    ...(company === undefined ? {} : { account: { organisation: company } }),
    ...(team.domain === undefined ? {} : { url: `https://${team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}` }),
  };
}

/** Slack's own markup taken away: mentions are people and are left out, links keep their words. https://docs.slack.dev/messaging/formatting-message-text */
function plain(text: string): string {
  return text
    .replace(/<@[^>|]+(?:\|[^>]+)?>/gu, '@…')
    .replace(/<#[^>|]+\|([^>]+)>/gu, '#$1')
    .replace(/<!([a-z]+)[^>]*>/gu, '@$1')
    .replace(/<(?:https?:|mailto:)[^>|]+\|([^>]+)>/gu, '$1')
    .replace(/<((?:https?:|mailto:)[^>|]+)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    // Three marks quote all that follows.
    .replace(/^\s*>>>[^]*/mu, (quoted) => quoted.replaceAll('\n', '\n> '))
    .trim();
}

function timeOf(ts: string): string {
  return new Date(Math.floor(Number(ts) * 1000)).toISOString();
}
