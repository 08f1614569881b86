/** Who reads the site. The token stays in this process: no log, page, answer or child process gets it. */
export interface Credentials {
  readonly email: string;
  readonly token: string;
}

const EMAIL = 'RESURFACE_JIRA_EMAIL';
const TOKEN = 'RESURFACE_JIRA_TOKEN';

/** Reads both from the environment and removes them there, so that no process started later inherits them. @throws Error naming what is missing */
export function takeCredentials(environment: NodeJS.ProcessEnv): Credentials {
  const email = environment[EMAIL] ?? '';
  const token = environment[TOKEN] ?? '';
  delete environment[EMAIL];
  delete environment[TOKEN];
  const missing = [...(email === '' ? [EMAIL] : []), ...(token === '' ? [TOKEN] : [])];
  if (missing.length > 0) throw new Error(`--jira needs ${missing.join(' and ')} in the environment. An API token is made at https://id.atlassian.com/manage-profile/security/api-tokens.`);
  return { email, token };
}

export function basicAuthorization({ email, token }: Credentials): string {
  return `Basic ${Buffer.from(`${email}:${token}`, 'utf8').toString('base64')}`;
}
