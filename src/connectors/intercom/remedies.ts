import type { Remedies } from '../../ports/connector';

/** Where in Intercom a failed test is mended. https://developers.intercom.com/docs/build-an-integration/learn-more/authentication */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'token', problem: 'Intercom does not accept this token in the region chosen above. Check the region first; then copy the token again: Developer Hub → your app → Authentication.' },
  'source/forbidden': { field: 'token', problem: 'The token is accepted and may not read conversations. In Intercom: Developer Hub → your app → Authentication: tick reading conversations, users and companies, save, and test again.' },
  'source/not-there': { field: 'region', problem: 'Intercom finds nothing there. Choose the region that your workspace is kept in: Settings → General.' },
});
