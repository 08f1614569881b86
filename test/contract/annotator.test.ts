import { WriteRefused } from '../../src/domain/closing-errors';
import { jiraAnnotator } from '../../src/platform/jira/annotator';
import { connectForgeApi } from '../fixtures/jira-over-forge';
import { field, list, openSite, seed, seedIssue, type Site } from '../unit/jira/a-site';

let site: Site;
let version: string;
beforeEach(async () => {
  site = await openSite({ seed: seed({ issues: [seedIssue(1)] }) });
  connectForgeApi(site);
  const { json } = await site.call('u-admin', 'GET', '/rest/api/3/project/MAIL/versions');
  version = String(field((json as readonly unknown[])[0], 'id'));
});
afterEach(() => site.close());

const comment = { issue: '10001', key: 'mail:4.2:1 10001', paragraphs: ['Fewer customers hit this.', 'Not yet confirmed.'], role: 'Members' };
const seenBy = async (person: string): Promise<readonly unknown[]> => list((await site.call(person, 'GET', '/rest/api/3/issue/10001/comment?expand=properties')).json, 'comments');
const works = async (): Promise<readonly unknown[]> => (await site.call('u-admin', 'GET', `/rest/api/3/version/${version}/relatedwork`)).json as readonly unknown[];
const link = { project: 'MAIL', title: 'What customers did after 4.2', place: '#/releases/mail%3A4.2%3A1' };

describe('what outcomes write on Jira', () => {
  it('one comment, for members of the role only, internal on a service project', async () => {
    await jiraAnnotator().saveComment(comment);
    expect(await seenBy('u-member')).toHaveLength(1);
    expect(await seenBy('u-viewer')).toHaveLength(0);
    expect(JSON.stringify(await seenBy('u-member'))).toContain('Fewer customers hit this.');
    expect(JSON.stringify(await seenBy('u-member'))).toContain('"internal":true');
  });
  it('written again it changes the same comment and stays restricted', async () => {
    await jiraAnnotator().saveComment(comment);
    await jiraAnnotator().saveComment({ ...comment, paragraphs: ['No clear change.'] });
    const [only, ...others] = await seenBy('u-member');
    expect(others).toEqual([]);
    expect(JSON.stringify(only)).toContain('No clear change.');
    expect(await seenBy('u-viewer')).toHaveLength(0);
  });
  it('never falls back to a comment that everybody reads', async () => {
    await expect(jiraAnnotator().saveComment({ ...comment, role: 'Nobody has this' })).rejects.toThrow(WriteRefused);
    expect(await seenBy('u-admin')).toHaveLength(0);
  });
  it('links our page from the version’s related work, once; a new contract changes the link', async () => {
    await jiraAnnotator().linkVersion({ ...link, version });
    await jiraAnnotator().linkVersion({ ...link, version });
    expect(await works()).toMatchObject([{ category: 'Customer evidence', title: 'What customers did after 4.2', url: expect.stringMatching(/\/jira\/software\/projects\/MAIL\/apps\/[0-9a-f-]{36}\/[^/#]+#\/releases\/mail%3A4\.2%3A1$/) }]);
    await jiraAnnotator().linkVersion({ ...link, version, place: '#/releases/mail%3A4.2%3A2' });
    expect(await works()).toMatchObject([{ url: expect.stringMatching(/%3A2$/) }]);
  });
});
