import type { Remedies } from '../../ports/connector';

/** Where at the vendor a failed test is mended. */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'token', problem: 'The vendor does not accept this key. Make a new one: Settings → Keys.' },
  'source/forbidden': { field: 'token', problem: 'The key may not read entries. Give it this right: Settings → Keys.' },
  'source/not-there': { field: 'host', problem: 'There is nothing at this address. Enter the one that you sign in at.' },
});
