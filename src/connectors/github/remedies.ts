import type { Remedies } from '../../ports/connector';

const APP = 'Settings → Developer settings → GitHub Apps → your app';
const TOKEN = 'Settings → Developer settings → Fine-grained tokens';

/** Where on GitHub a failed test is mended: for a token, or for an app where one was filled in. https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api */
export const remedies = (settings: Readonly<Record<string, string>>): Remedies => ({
  'source/not-there': {
    field: 'repositories',
    problem: isApp(settings)
      ? 'GitHub shows nothing under this name to the app. Check owner/name; the app has to be installed on it (Installed GitHub Apps → Configure → Repository access), and the installation ID is the number at the end of that page’s address.'
      : `GitHub shows nothing under this name to the token. Check owner/name; a private repository has to be among those that the token may read (${TOKEN} → your token → Repository access).`,
  },
  ...(isApp(settings)
    ? {
        'source/unauthorised': { field: 'privateKey', problem: `GitHub does not accept this key for this App ID. Compare the App ID with the one under ${APP}, and generate a new private key there if this one was deleted.` },
        'source/forbidden': { field: 'installationId', problem: `The app may not read here. It needs read access to Issues and Discussions (${APP} → Permissions), which the owner of the repositories has to accept.` },
      }
    : {
        'source/unauthorised': { field: 'token', problem: `GitHub does not accept this token: it is wrong, expired or revoked. Look it up, or make a new one: ${TOKEN}.` },
        'source/forbidden': { field: 'token', problem: `The token may not read here. It needs read access to Issues and Discussions (${TOKEN} → your token → Permissions); an organisation may have to approve it, or want it authorised for single sign-on.` },
      }),
});

const isApp = (settings: Readonly<Record<string, string>>): boolean => settings['appId'] !== undefined || settings['installationId'] !== undefined;
