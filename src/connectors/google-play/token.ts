import { importPKCS8, SignJWT } from 'jose';
import { parseAt } from '../../domain/boundary';
import { SourceRefused, SourceUnauthorised } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';
import { ServiceAccount, TokenAnswer } from './schema';

export const TOKEN_HOST = 'oauth2.googleapis.com';
const TOKEN_URL = `https://${TOKEN_HOST}/token`;
const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';

/**
 * An access token of the service account, asked for anew for each page: nothing is kept between calls.
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 * @throws SourceUnauthorised when the key file is not one, or Google does not know it
 */
export async function fetchToken(ask: Ask): Promise<string> {
  const account = readAccount(ask.secret('serviceAccount'));
  const issuedAt = Math.floor(Date.parse(ask.now) / 1000);
  const assertion = await new SignJWT({ scope: SCOPE })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(account.client_email)
    .setAudience(TOKEN_URL)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .sign(await readKey(account.private_key));
  try {
    const answer = await ask.http.json(TOKEN_URL, { method: 'POST', form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion } });
    return parseAt('google-play token', TokenAnswer, answer).access_token;
  } catch (cause) {
    // Google answers 400 (invalid_grant) where the key was deleted or the account is gone.
    if (cause instanceof SourceRefused && cause.status === 400) throw new SourceUnauthorised('Google does not accept the key of this service account', { cause });
    throw cause;
  }
}

/** Whether it can sign at all; only Google knows whether it is theirs. */
export async function isKeyFile(file: string): Promise<boolean> {
  try {
    await readKey(readAccount(file).private_key);
    return true;
  } catch (error) {
    if (error instanceof SourceUnauthorised) return false;
    throw error;
  }
}

function readAccount(file: string): ReturnType<typeof ServiceAccount.parse> {
  try {
    return parseAt('google-play key file', ServiceAccount, JSON.parse(file));
  } catch (cause) {
    throw new SourceUnauthorised('the key is not the JSON file of a service account', { cause });
  }
}

async function readKey(pem: string): Promise<Awaited<ReturnType<typeof importPKCS8>>> {
  try {
    return await importPKCS8(pem, 'RS256');
  } catch (cause) {
    throw new SourceUnauthorised('the private key inside the key file is damaged', { cause });
  }
}
