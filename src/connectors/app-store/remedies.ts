import type { Remedies } from '../../ports/connector';

const KEYS = 'Users and Access → Integrations → App Store Connect API';

/** Where in App Store Connect a failed test is mended. https://developer.apple.com/documentation/appstoreconnectapi/creating-api-keys-for-app-store-connect-api */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'keyId', problem: `Apple does not accept this key. Issuer ID, key ID and .p8 file have to belong to the same team key, which is not revoked: compare the first two with ${KEYS}.` },
  'source/forbidden': { field: 'keyId', problem: `Apple accepts the key and does not let it read reviews. It needs the role Customer Support (${KEYS}); where it has it, your account holder has to accept Apple’s agreements first (Business → Agreements).` },
  'source/not-there': { field: 'apps', problem: 'No app of this team has this Apple ID. It stands under App Information → General Information → Apple ID, and is not the bundle ID.' },
});
