import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CONNECTORS } from '../../src/connectors/registry';
import { DOORS } from './doors';
import { findConnectors } from './find-connectors';

const manifest = parse(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8')) as { permissions: { external?: { fetch?: { backend?: (string | { address: string })[] } } } };
const listed = (manifest.permissions.external?.fetch?.backend ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.address));

/** Reached for a model, and by no connector. */
const MODELS = 'api.openai.com';
/** The ids that sites may have connections to. */
const OFFERED: readonly string[] = ['app-store', 'email-forward', 'github', 'gong', 'google-play', 'intercom', 'jira', 'slack', 'surveymonkey', 'typeform', 'zendesk'];

describe('the registry', () => {
  it('has only connectors that are on the disk, each once, and never the template', async () => {
    const onDisk = (await findConnectors()).filter(({ folder }) => !folder.startsWith('_')).map(({ connector }) => connector.id);
    const registered = CONNECTORS.map((connector) => connector.id);
    expect(registered.filter((id) => !onDisk.includes(id))).toEqual([]);
    expect(new Set(registered).size).toBe(registered.length);
  });

  it('asks of the platform exactly the addresses that its connectors name', () => {
    const needed = new Set(CONNECTORS.flatMap((connector) => connector.egress));
    expect([...needed].filter((entry) => !listed.includes(entry)).map((entry) => `add "- address: ${entry}" to permissions.external.fetch.backend in manifest.yml`)).toEqual([]);
    expect(listed.filter((entry) => !needed.has(entry) && entry !== MODELS).map((entry) => `no connector needs ${entry} of manifest.yml: an admin would agree to it for nothing`)).toEqual([]);
  });

  it('can ask each who wrote, or says why nobody\'s name can be asked; Jira is asked as the person who looks', () => {
    const told = CONNECTORS.map((one) => [one.id, Number(one.person !== undefined) + Number(one.nameless !== undefined) + Number(one.isJira === true)]);
    expect(told.filter(([, ways]) => ways !== 1).map(([id]) => `${id}: give it either \`person\` or \`nameless\``)).toEqual([]);
  });

  it('has every vendor that was ever offered: an id stands in the connections of sites, so it never goes and is never another', () => {
    const ids = CONNECTORS.map((one) => one.id);
    expect(OFFERED.filter((id) => !ids.includes(id)).map((id) => `"${id}" is gone, and sites may have connections to it`)).toEqual([]);
    expect(ids.filter((id) => !OFFERED.includes(id)).map((id) => `add "${id}" to OFFERED in this test: from then on it never changes`)).toEqual([]);
  });

  it('has every connector that is on the disk but for the template', async () => {
    const missing = (await findConnectors()).filter(({ folder, connector }) => !folder.startsWith('_') && !CONNECTORS.includes(connector));
    expect(missing.map(({ folder }) => `src/connectors/${folder} is not in src/connectors/registry.ts: nobody can choose it`)).toEqual([]);
  });

  it('can test each that is asked over the network, and look at it, before anything is kept', () => {
    const untested = CONNECTORS.filter((one) => (one.poll === undefined ? one.receive === undefined : one.test === undefined));
    expect(untested.map(({ id }) => `${id} has no \`test\``)).toEqual([]);
  });

  it('says where the address goes of every vendor that sends by itself, and of no other', () => {
    const told = CONNECTORS.map((one) => [one.id, one.receive !== undefined, one.whereToEnter !== undefined]);
    expect(told.filter(([, sends, isTold]) => sends !== isTold).map(([id]) => `${id}: \`receive\` and \`whereToEnter\` come together`)).toEqual([]);
    const [sending, knocking] = [told.filter(([, sends]) => sends).map(([id]) => String(id)), DOORS.map((door) => door.connector.id)];
    expect(sending.filter((id) => !knocking.includes(id)).map((id) => `${id} takes deliveries: add it to DOORS in test/connectors/doors.ts, or nothing tries them`)).toEqual([]);
    expect(knocking.filter((id) => !sending.includes(id)).map((id) => `${id} stands in DOORS and takes no deliveries`)).toEqual([]);
    expect(knocking).toEqual(expect.arrayContaining(['typeform', 'slack', 'email-forward']));
  });

  it('says of each what it reads, what bounds it, and how each field is to be filled in', () => {
    const silent = CONNECTORS.filter((one) => one.about === '' || one.limits.length === 0 || one.fields.some((field) => field.help === '' || (field.kind === 'host' && field.pattern === undefined)));
    expect(silent.map(({ id }) => `${id}: wants \`about\`, \`limits\`, a \`help\` for each field, and a \`pattern\` for each host`)).toEqual([]);
  });
});
