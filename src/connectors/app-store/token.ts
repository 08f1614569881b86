import { importPKCS8, SignJWT } from 'jose';
import { SourceUnauthorised } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';

/** Apple refuses tokens that live longer than twenty minutes. */
const LIFETIME_SECONDS = 15 * 60;

/**
 * A bearer token for App Store Connect, signed anew for each page: nothing is kept between calls.
 * https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests
 * @throws SourceUnauthorised when the private key is not one
 */
export async function signToken({ settings, secret, now }: Pick<Ask, 'settings' | 'secret' | 'now'>): Promise<string> {
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: settings['keyId'] ?? '', typ: 'JWT' })
    .setIssuer(settings['issuer'] ?? '')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .setAudience('appstoreconnect-v1')
    .sign(await readKey(secret('privateKey')));
}

/** Whether it can sign at all; only Apple knows whether it is theirs. */
export async function isKey(pem: string): Promise<boolean> {
  return readKey(pem).then(() => true, () => false);
}

async function readKey(pem: string): Promise<Awaited<ReturnType<typeof importPKCS8>>> {
  try {
    return await importPKCS8(pem.trim(), 'ES256');
  } catch (cause) {
    throw new SourceUnauthorised('the private key is not the content of a .p8 file (-----BEGIN PRIVATE KEY----- …)', { cause });
  }
}
