import { hmacSha256 } from '../../src/connectors/_shared/signature';
import { emailForward } from '../../src/connectors/email-forward';
import { slack } from '../../src/connectors/slack';
import { typeform } from '../../src/connectors/typeform';
import type { Connector, Delivery } from '../../src/ports/connector';
import type { SourceWorld } from '../../host/sources/source-world';

/** What somebody said, as a test means it; every door writes it in its vendor's words. */
export interface Words {
  readonly id: number;
  readonly text: string;
  readonly author: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Edited then. */
  readonly editedAt?: number;
}

/** A connector that vendors knock at: how a delivery is written and signed. */
export interface Door {
  readonly connector: Connector;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly body: (words: Words) => string;
  readonly sign: (body: string, secret: string, seconds: number) => Promise<Readonly<Record<string, string>>>;
  readonly externalId: (words: Words) => string;
  /** Fields without which nobody could say who said what when, as paths into the JSON. */
  readonly needed: readonly string[];
  /** A delivery older than five minutes is refused. */
  readonly isTimed: boolean;
  /** The vendor tells of edits. */
  readonly isEdited: boolean;
}

export function json(door: Door, body: string): Record<string, unknown> {
  const text = door.connector.id === 'slack' ? (new URLSearchParams(body).get('payload') ?? '') : body;
  return JSON.parse(text) as Record<string, unknown>;
}

/** The body of the same delivery with other content. */
export function bodyWith(door: Door, value: unknown): string {
  return door.connector.id === 'slack' ? `payload=${encodeURIComponent(JSON.stringify(value))}` : JSON.stringify(value);
}

export const DOORS: readonly Door[] = [
  {
    connector: slack, settings: {}, secrets: { signingSecret: 'sign' },
    body: ({ id, text, author, at, editedAt }) => {
      const message = { type: 'message', ts: `${at}.${String(id).padStart(6, '0')}`, user: author, user_team: 'T0CUSTOMER', text, ...(editedAt === undefined ? {} : { edited: { user: author, ts: `${editedAt}.000000` } }) };
      return `payload=${encodeURIComponent(JSON.stringify({ type: 'message_action', callback_id: 'customer_signal', team: { id: 'T1' }, channel: { id: 'C1', name: 'customers' }, message }))}`;
    },
    sign: async (body, secret, seconds) => ({ 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${await hmacSha256(secret, `v0:${seconds}:${body}`, 'hex')}` }),
    externalId: ({ id, at }) => `T1/C1/${at}.${String(id).padStart(6, '0')}`,
    needed: ['team.id', 'channel.id', 'message.ts'], isTimed: true, isEdited: true,
  },
  {
    connector: emailForward, settings: { ours: 'acme.com', direct: 'yes' }, secrets: { password: 'pw' },
    body: ({ id, text, author, at }) => JSON.stringify({ MessageID: `m${id}`, Date: new Date(at * 1000).toUTCString(), Subject: '', FromFull: { Email: `${author}@northwind.example`, Name: author }, TextBody: text, Headers: [{ Name: 'Received-SPF', Value: `Pass (sender SPF authorized) identity=mailfrom; envelope-from=${author}@northwind.example` }] }),
    sign: async (_body, secret) => ({ authorization: `Basic ${Buffer.from(`resurface:${secret}`).toString('base64')}` }),
    externalId: ({ id }) => `m${id}`,
    needed: ['MessageID', 'Date', 'FromFull.Email'], isTimed: false, isEdited: false,
  },
  {
    connector: typeform, settings: { region: 'us', forms: 'u6nXL7' }, secrets: { token: 'key', webhookSecret: 'hook' },
    body: ({ id, text, author, at }) => JSON.stringify({
      event_id: `e${id}`, event_type: 'form_response',
      form_response: { form_id: 'u6nXL7', token: `tok${id}`, submitted_at: new Date(at * 1000).toISOString(), hidden: { user_id: author }, definition: { fields: [{ id: 'f1', title: 'Why did you leave?', type: 'long_text' }] }, answers: [{ type: 'text', text, field: { id: 'f1', type: 'long_text' } }] },
    }),
    sign: async (body, secret) => ({ 'typeform-signature': `sha256=${await hmacSha256(secret, body, 'base64')}` }),
    externalId: ({ id }) => `tok${id}`,
    needed: ['form_response.token', 'form_response.submitted_at', 'form_response.form_id'], isTimed: false, isEdited: false,
  },
];

/** There is nothing to be asked behind a door. */
export function behindDoor({ connector, settings, secrets }: Pick<Door, 'connector' | 'settings' | 'secrets'>): SourceWorld {
  return {
    connector: connector.id, settings, secrets, answer: () => ({ status: 404, body: {} }), speak: () => '', speakLate: () => '', answerAsAgent: () => undefined, rewrite: () => undefined, remove: () => undefined,
    revoke: () => undefined, narrow: () => undefined, forgetCheckpoints: () => undefined, live: () => new Map(), authors: () => new Map(), identity: {},
  };
}

export function deliveryOf(body: string, headers: Readonly<Record<string, string>>): Delivery {
  return { body, headers, query: {} };
}
