import type { Remedies } from '../../ports/connector';

/** Where in Google's two consoles a failed test is mended. https://developers.google.com/android-publisher/getting_started */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'serviceAccount', problem: 'Google does not accept the key of this service account: it was deleted or switched off. Make a new one in the Google Cloud console: IAM & Admin → Service Accounts → Keys → Add key → JSON.' },
  'source/forbidden': { field: 'serviceAccount', problem: 'Google accepts the key and does not let it read reviews. In the Play Console invite the account’s address (client_email in the file) under Users and permissions, with “Reply to reviews” for this app; in the Google Cloud console the Google Play Android Developer API has to be enabled.' },
  'source/not-there': { field: 'apps', problem: 'Google Play knows no app with this package name. Copy it from the app’s address in the Play Store, after id=.' },
});
