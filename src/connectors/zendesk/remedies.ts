import type { Remedies } from '../../ports/connector';

/** Where in Zendesk a failed test is mended. https://developer.zendesk.com/api-reference/introduction/security-and-auth/ */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'token', problem: 'Zendesk does not accept this token with this e-mail address. In Zendesk: Admin Center → Apps and integrations → APIs → API tokens: token access has to be allowed there and the token active; the address above has to be that of an administrator.' },
  'source/forbidden': { field: 'email', problem: 'Zendesk knows this person and does not let them read tickets through the API. Enter the address of an administrator.' },
  'source/not-there': { field: 'host', problem: 'There is no Zendesk at this address. Enter the one that your agents sign in at, as acme.zendesk.com, not the address of your help centre.' },
  'source/unreachable': { field: 'host', problem: 'Nothing answers at this address. Compare it with the one that your agents sign in at; if it is right, try again in some minutes.' },
  'source/unreadable': { field: 'host', problem: 'Something answers at this address, but not Zendesk’s API. Enter the address that your agents sign in at, as acme.zendesk.com.' },
});
