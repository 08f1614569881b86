import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRated } from '../../host/sources/jira/world';
import { jira } from '../../src/connectors/jira';
import { DOORS, json } from '../connectors/doors';
import { readFeed, recordedSource } from '../fixtures/recorded-source';
import { readSpecification } from '../fixtures/specification';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const jiraSpecification = readSpecification('jira-platform-v3.json');
const deskSpecification = readSpecification('jira-service-management.json');
const slackSpecification = readSpecification('slack-web-openapi-v2.json');
if (jiraSpecification === undefined || deskSpecification === undefined || slackSpecification === undefined) process.stdout.write('No specification beside the repository for Jira or Slack: the parts of their answers are not checked against it.\n');

describe('what stands inside of what a vendor sends', () => {
  it('are comments, users and links as Jira specifies them: a search leaves its fields open', async () => {
    let [clock, turn] = [NOW, 0];
    const world = openRated({ now: () => clock, random: () => ((turn += 1) % 7) / 7 }, 'words');
    for (let index = 0; index < 40; index += 1) world.speak(`Words of customer ${index}`);
    const [linked] = world.live().keys();
    world.link?.(linked ?? '', { id: '20001', key: 'MAIL-1' });
    clock += 60_000;
    const { ask, exchanges } = recordedSource(jira, world, () => clock);
    await readFeed(jira.poll ?? fail, ask);
    const issues = exchanges.flatMap(({ reply }) => ((reply.body as { issues?: readonly { fields: Record<string, unknown> }[] }).issues ?? []));
    const comments = issues.flatMap(({ fields }) => (fields['comment'] as { comments: readonly { author: unknown }[] }).comments);
    const things = [
      ...comments.map((one) => ['Comment', one] as const),
      ...issues.flatMap(({ fields }) => [['User', fields['reporter']] as const, ['StatusDetails', fields['status']] as const, ['IssueTypeDetails', fields['issuetype']] as const]),
      // In an issue a link has one end only, the other is the issue itself; `IssueLink` as a whole is what a link on its own looks like.
      ...issues.flatMap(({ fields }) => (fields['issuelinks'] as readonly { type: unknown; outwardIssue: unknown }[]).flatMap((one) => [['IssueLinkType', one.type] as const, ['LinkedIssue', one.outwardIssue] as const])),
    ];
    expect(new Set(things.map(([name]) => name)).size).toBe(6);
    // What Jira Service Management adds stands in fields of its own.
    const told = exchanges.flatMap(({ call, reply }) => (call.path.endsWith('/feedback') ? [['CSATFeedbackFullDTO', reply.body] as const] : []));
    const desks: (readonly [string, unknown])[] = [...told, ...issues.flatMap(({ fields }) => [...(fields['customfield_10002'] as readonly unknown[]).map((one) => ['OrganizationDTO', one] as const), ...(fields['customfield_10031'] === null ? [] : [['CSATFeedbackFullDTO', fields['customfield_10031']] as const])])];
    expect(desks.some(([, value]) => typeof value === 'object' && value !== null && 'comment' in value)).toBe(true);
    expect(new Set(desks.map(([name]) => name)).size).toBe(2);
    expect([...new Set(desks.flatMap(([name, value]) => (deskSpecification?.faultsOfThing(`components/schemas/${name}`, value) ?? []).map((fault) => `${name}${fault}`)))]).toEqual([]);
    const faults = things.flatMap(([name, value]) => (jiraSpecification?.faultsOfThing(`components/schemas/${name}`, value) ?? []).map((fault) => `${name}${fault}`));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('is a message as Slack specifies it', () => {
    const door = DOORS.find(({ connector }) => connector.id === 'slack');
    if (door === undefined) throw new Error('no door for Slack');
    const message = json(door, door.body({ id: 1, text: 'The export drops rows', author: 'U061F7AUR', at: 1_751_353_200 }))['message'];
    expect(slackSpecification?.faultsOfThing('definitions/objs_message', message) ?? []).toEqual([]);
  });
});

/** Vendors whose specification may not be kept, or who have none: each shape says which page of theirs it follows. */
const CITED = ['app-store', 'email-forward', 'gong', 'slack', 'typeform', 'zendesk'];
/** Shapes of the others that their specification does not tell. */
const UNTOLD: Readonly<Record<string, readonly string[]>> = { github: ['DiscussionComment', 'Discussion', 'ThreadPage', 'DiscussionPage', 'MemberPage'], 'google-play': ['TokenAnswer'], surveymonkey: ['Details'], jira: ['Organisations', 'Satisfaction', 'Feedback'] };
/** Shapes of our own: where we were in a list. */
const OWN = /Cursor$|^Page$/;

describe('shapes that no specification vouches for', () => {
  it.each(CITED)('of %s cite the vendor\'s page', (folder) => expect(uncitedOf(folder)).toEqual([]));

  it.each(Object.entries(UNTOLD))('of %s beside its specification cite the vendor\'s page', (folder, names) => {
    expect(uncitedOf(folder).filter((name) => names.includes(name))).toEqual([]);
    expect(names.filter((name) => !shapesOf(folder).includes(name))).toEqual([]);
  });

  it('are all there are', () => {
    const specified = ['github', 'google-play', 'intercom', 'jira', 'surveymonkey'];
    const folders = readdirSync(join(__dirname, '../../src/connectors'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map((entry) => entry.name);
    expect(folders.sort()).toEqual([...CITED, ...specified].sort());
  });
});

function linesOf(folder: string): readonly string[] {
  return readFileSync(join(__dirname, '../../src/connectors', folder, 'schema.ts'), 'utf8').split('\n');
}

function shapesOf(folder: string): readonly string[] {
  return linesOf(folder).flatMap((line) => /^export const (\w+) = z\./.exec(line)?.[1] ?? []);
}

/** Shapes without the address of a page in the comment above them. */
function uncitedOf(folder: string): readonly string[] {
  const lines = linesOf(folder);
  return lines.flatMap((line, at) => {
    const name = /^export const (\w+) = z\./.exec(line)?.[1];
    if (name === undefined || OWN.test(name)) return [];
    const comment = lines.slice(0, at).reverse();
    const own = comment.slice(0, Math.max(0, comment.findIndex((one) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(one))));
    return own.some((one) => one.includes('https://')) ? [] : [name];
  });
}

function fail(): never {
  throw new Error('this connector cannot be polled');
}
