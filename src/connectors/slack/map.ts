import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import type { Shortcut } from './schema';

type Marked = z.output<typeof Shortcut>;

export interface Workspace {
  /** Its members are customers: a community. */
  readonly membersAreCustomers: boolean;
  /** Further workspaces of ours, in an organisation of several. */
  readonly ours: readonly string[];
}

/**
 * The message that somebody marked, as its author's words. A bot's message is no customer's, and a colleague's is none either, however much it tells
 * of one: the author has to be of another company's workspace, or of a workspace whose members are customers. Where Slack does not tell that, nobody guesses.
 */
export function toRecord(marked: Marked, workspace: Workspace): SourceRecord | SkippedRecord {
  const { team, enterprise, channel, message } = marked;
  const externalId = `${team?.id ?? enterprise?.id ?? ''}/${channel.id}/${message.ts}`;
  const at = timeOf(message.ts);
  const revision = message.edited === undefined ? at : timeOf(message.edited.ts);
  if (message.bot_id !== undefined) return { externalId, revision, at, reason: 'automated' };
  const side = sideOf(marked, workspace.ours);
  if (side === 'ours' && !workspace.membersAreCustomers) return { externalId, revision, at, reason: 'agent-words' };
  if (side === 'untold' && !workspace.membersAreCustomers) return { externalId, revision, at, reason: 'unreadable: message.team' };
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
    ...(typeof side === 'string' ? {} : { account: { organisation: side.company } }),
    ...(team?.domain === undefined ? {} : { url: `https://${team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}` }),
  };
}

/**
 * Whose workspace the author is of. In an organisation of several workspaces nothing tells one of its own from another company's, so without their names all
 * but the one in which it was marked are untold.
 */
function sideOf({ team, enterprise, message }: Marked, named: readonly string[]): 'ours' | 'untold' | { readonly company: string } {
  const author = message.user_team ?? message.user_profile?.team ?? message.team ?? message.source_team;
  const organisation = enterprise?.id ?? team?.enterprise_id;
  if (author === undefined) return 'untold';
  if ([team?.id, organisation, ...named].includes(author)) return 'ours';
  return organisation !== undefined && named.length === 0 ? 'untold' : { company: author };
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
