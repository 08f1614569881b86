import type { Remedies } from '../../ports/connector';

const KEYS = 'Admin center → Settings → Ecosystem → API';

/** Where in Gong a failed test is mended. https://help.gong.io/docs/receive-access-to-the-api */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'secret', problem: `Gong does not accept this access key with this secret at the address above. Compare address and access key with ${KEYS}; a lost secret cannot be shown again, so make a new key there.` },
  'source/forbidden': { field: 'accessKey', problem: `Gong accepts the key and does not let it read calls with their transcripts. It needs api:calls:read:basic, api:calls:read:extensive and api:calls:read:transcript: ${KEYS}.` },
  'source/not-there': { field: 'host', problem: `There is no API of Gong at this address. Copy the base address from ${KEYS}.` },
  'source/unreachable': { field: 'host', problem: `Nothing answers at this address. Copy the base address from ${KEYS}; if it is right, try again in some minutes.` },
  'source/unreadable': { field: 'host', problem: `Something answers at this address, but not Gong’s API. Copy the base address from ${KEYS}.` },
});
