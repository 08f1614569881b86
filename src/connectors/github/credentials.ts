import { createAppAuth } from '@octokit/auth-app';
import { SourceUnauthorised } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';

/** How Octokit signs in: with a person's token, or as an app that was installed on the repositories. */
export type Credentials = { readonly auth: string } | { readonly authStrategy: typeof createAppAuth; readonly auth: AppKey };

interface AppKey {
  readonly appId: string;
  readonly installationId: string;
  readonly privateKey: string;
}

/** Why nobody can sign in with what was typed, and the field to look at. */
export interface CredentialsProblem {
  readonly problem: string;
  readonly field: 'token' | keyof AppKey;
}

const FIELDS: readonly (readonly [keyof AppKey, string])[] = [['appId', 'App ID'], ['installationId', 'Installation ID'], ['privateKey', 'Private key']];

/** An app where any of its fields was filled in, else the token. An app is not bound to a person who may leave. */
export function credentialsOf({ settings, secret }: Pick<Ask, 'settings' | 'secret'>): Credentials | CredentialsProblem {
  const app: AppKey = { appId: settings['appId'] ?? '', installationId: settings['installationId'] ?? '', privateKey: inLines(orEmpty(() => secret('privateKey'))) };
  const missing = FIELDS.filter(([field]) => app[field] === '');
  if (missing.length === FIELDS.length) {
    const token = orEmpty(() => secret('token'));
    return token === '' ? { problem: 'Give a token, or the three fields of a GitHub App.', field: 'token' } : { auth: token };
  }
  // Half an app beside a token: which of the two was meant is not ours to guess.
  if (missing[0] !== undefined) return { problem: `A GitHub App needs all three; missing: ${missing.map(([, label]) => label).join(', ')}.`, field: missing[0][0] };
  if (!isKey(app.privateKey)) return { problem: 'This is not a private key that GitHub made: paste the whole .pem file.', field: 'privateKey' };
  return { authStrategy: createAppAuth, auth: app };
}

/** One that lost a part would fail where it signs, as if the fault were ours: its first bytes tell how long it has to be (X.690 8.1.3). */
function isKey(pem: string): boolean {
  const [, body] = /^-----BEGIN (?:RSA )?PRIVATE KEY-----([\s\S]+)-----END/.exec(pem) ?? [];
  if (body === undefined) return false;
  const [sequence, form, high = 0, low = 0, ...rest] = Buffer.from(body, 'base64');
  return sequence === 0x30 && form === 0x82 && rest.length === high * 256 + low;
}

/** As the file had it: a field of one line takes the breaks out, without which the key cannot be read. */
function inLines(pem: string): string {
  const [, begin, body, end] = /^\s*(-----BEGIN [A-Z ]+-----)([\s\S]+?)(-----END [A-Z ]+-----)\s*$/.exec(pem) ?? [];
  if (begin === undefined || body === undefined || end === undefined) return pem;
  return [begin, ...(body.replace(/\s|\\n/g, '').match(/.{1,64}/g) ?? []), end, ''].join('\n');
}

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof SourceUnauthorised) return '';
    throw error;
  }
}
