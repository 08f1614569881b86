import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jiraClosingTracker, PROPERTY } from '../../src/platform/jira/closing-tracker';
import { connectForgeApi } from '../fixtures/jira-over-forge';
import { found, openSite } from '../unit/jira/a-site';

const text = readFileSync(join(__dirname, '../../docs/jql.md'), 'utf8');
const queries = [...text.matchAll(/^ {3,4}`([^`]+)`$/gm)].map((match) => match[1] ?? '');

describe('the queries of docs/jql.md', () => {
  it('are ten, run, and find what the property says', async () => {
    expect(queries).toHaveLength(10);
    const site = await openSite();
    try {
      connectForgeApi(site);
      const alias = (path: string, type: 'string' | 'number' | 'date', name: string) => ({ propertyKey: PROPERTY, path, type, alias: name });
      site.jira.declareSearchable('acme', [alias('verdict', 'string', 'resurfaceVerdict'), alias('accounts', 'number', 'resurfaceAccounts'), alias('lastSignal', 'date', 'resurfaceLastSignal'), alias('outcome', 'string', 'resurfaceOutcome')]);
      await jiraClosingTracker().saveProperties('10001', { verdict: 'supported', accounts: 7, lastSignal: '2025-06-28' });
      await jiraClosingTracker().saveProperties('10004', { verdict: 'unsupported', accounts: 0 });
      const all = await Promise.all(queries.map((query) => found(site, 'u-admin', query)));
      expect(all[0]).toEqual(['MAIL-1']);
      expect(all[3]).toEqual(['MAIL-1']);
    } finally {
      await site.close();
    }
  });
});
