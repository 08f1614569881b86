import { takeCredentials } from '../../../host/remote-site/credentials';
import { verdictOf } from '../../../host/remote-site/read-only-calls';
import { siteAddress } from '../../../host/remote-site/site-address';

describe('the address of one’s own site', () => {
  it('is a name of atlassian.net over https, and nothing else', () => {
    expect(siteAddress('https://Acme-2.atlassian.net/')).toEqual({ name: 'acme-2', origin: 'https://acme-2.atlassian.net' });
    const wrong = ['http://acme.atlassian.net', 'https://acme.atlassian.net:8443', 'https://me:secret@acme.atlassian.net', 'https://acme.atlassian.net.evil.example', 'https://evil.example/acme.atlassian.net', 'https://a.b.atlassian.net', 'https://acme.atlassian.net/wiki', 'https://acme.atlassian.net?x', 'https://acme.atlassian.net#x', 'https://-acme.atlassian.net', 'https://evil.example\\.atlassian.net', 'https://acme.atlassian.net\n', 'acme.atlassian.net', ''];
    for (const each of wrong) expect(() => siteAddress(each)).toThrow('https://SITE.atlassian.net');
  });
});

describe('e-mail and token', () => {
  it('are taken out of the environment', () => {
    const environment = { RESURFACE_JIRA_EMAIL: 'ada@example.com', RESURFACE_JIRA_TOKEN: 'secret', OTHER: 'stays' };
    expect(takeCredentials(environment)).toEqual({ email: 'ada@example.com', token: 'secret' });
    expect(environment).toEqual({ OTHER: 'stays' });
  });

  it('are asked for by name', () => {
    expect(() => takeCredentials({ RESURFACE_JIRA_EMAIL: 'ada@example.com' })).toThrow(/^--jira needs RESURFACE_JIRA_TOKEN in/);
  });
});

describe('a call that only reads', () => {
  it('is a GET of Jira’s REST API or a listed POST', () => {
    expect(verdictOf('GET', '/rest/api/3/issue/A-1')).toBe('read');
    expect(verdictOf('GET', '/rest/agile/1.0/board')).toBe('read');
    expect(verdictOf('POST', '/rest/api/3/search/jql')).toBe('read');
  });

  it('is not a listed POST with more behind it, another method, or another address', () => {
    const writes: readonly (readonly [string, string])[] = [['POST', '/rest/api/3/issue'], ['POST', '/rest/api/3/search/jql/'], ['PUT', '/rest/api/3/search/jql'], ['DELETE', '/rest/api/3/issue/A-1'], ['PATCH', '/rest/api/3/issue/A-1'], ['HEAD', '/rest/api/3/issue/A-1'], ['POST', '/rest/api/3/forge/panel/action/bulk/async']];
    for (const [method, path] of writes) expect(verdictOf(method, path)).toBe('write');
    for (const path of ['/secure/admin', '/rest/api/2/issue/A-1', '/wiki/rest/api/content', '/']) expect(verdictOf('GET', path)).toBe('outside');
  });
});
