import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CONNECTORS } from '../../src/connectors/registry';
import { findConnectors } from './find-connectors';

const manifest = parse(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8')) as { permissions: { external?: { fetch?: { backend?: (string | { address: string })[] } } } };
const listed = (manifest.permissions.external?.fetch?.backend ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.address));

describe('the registry', () => {
  it('has only connectors that are on the disk, each once, and never the template', async () => {
    const onDisk = (await findConnectors()).filter(({ folder }) => !folder.startsWith('_')).map(({ connector }) => connector.id);
    const registered = CONNECTORS.map((connector) => connector.id);
    expect(registered.filter((id) => !onDisk.includes(id))).toEqual([]);
    expect(new Set(registered).size).toBe(registered.length);
  });

  it('asks of the platform exactly the addresses that its connectors name', () => {
    const needed = new Set(CONNECTORS.flatMap((connector) => connector.egress));
    expect([...needed].filter((entry) => !listed.includes(entry))).toEqual([]);
  });

  it('can ask each who wrote, or says why nobody\'s name can be asked; Jira is asked as the person who looks', () => {
    const told = CONNECTORS.map((one) => [one.id, Number(one.person !== undefined) + Number(one.nameless !== undefined) + Number(one.isJira === true)]);
    expect(told.filter(([, ways]) => ways !== 1)).toEqual([]);
  });

  it('has every vendor that an admin can choose, and each that is asked over the network can be tested and looked at before anything is kept', () => {
    expect(CONNECTORS.map((one) => one.id).sort()).toEqual(['app-store', 'email-forward', 'github', 'gong', 'google-play', 'intercom', 'jira', 'slack', 'surveymonkey', 'typeform', 'zendesk']);
    expect(CONNECTORS.filter((one) => (one.poll === undefined ? one.receive === undefined : one.test === undefined)).map((one) => one.id)).toEqual([]);
  });

  it('says where the address goes of every vendor that sends by itself, and of no other', () => {
    const told = CONNECTORS.map((one) => [one.id, one.receive !== undefined, one.whereToEnter !== undefined]);
    expect(told.filter(([, sends, isTold]) => sends !== isTold)).toEqual([]);
    expect(told.filter(([, sends]) => sends).map(([id]) => id)).toEqual(['typeform', 'slack', 'email-forward']);
  });

  it('says of each what it reads, what bounds it, and how each field is to be filled in', () => {
    const silent = CONNECTORS.filter((one) => one.about === '' || one.limits.length === 0 || one.fields.some((field) => field.help === '' || (field.kind === 'host' && field.pattern === undefined)));
    expect(silent.map((one) => one.id)).toEqual([]);
  });
});
