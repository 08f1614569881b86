import { createHmac, randomBytes } from 'node:crypto';
import type { LoadPseudonym } from '../ports/pseudonym';
import type { Settings } from '../ports/settings';

const SECRET = 'pseudonym-secret';

/** HMAC-SHA-256 with a secret of the site, 96 bits of it: enough that two people never meet, too few to be mistaken for a hash of anything else. */
export function pseudonyms(settings: Settings): LoadPseudonym {
  return async () => {
    const secret = (await settings.findSecret(SECRET)) ?? (await newSecret(settings));
    return (text) => `person-${createHmac('sha256', secret).update(text.normalize('NFC').trim().toLowerCase(), 'utf8').digest('hex').slice(0, 24)}`;
  };
}

/** Two that begin at once agree on the one that was written last, which both read back. */
async function newSecret(settings: Settings): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  await settings.saveSecret(SECRET, made);
  return (await settings.findSecret(SECRET)) ?? made;
}
