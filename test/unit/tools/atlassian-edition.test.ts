import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { offeredIn } from '../../../src/ingest/sources/offered-in';
import { CONNECTORS } from '../../../src/connectors/registry';
import { STAYS_ON_ATLASSIAN } from '../../../src/edition';
import { atlassianSource } from '../../../tools/edition/atlassian-source';
import { atlassianManifest, leavesAtlassian } from '../../../tools/edition/atlassian-manifest';

const source = readFileSync(join(__dirname, '../../../manifest.yml'), 'utf8');
const outside = `app: { id: a, runtime: { name: nodejs22.x } }
permissions:
  scopes: [read:jira-work]
  external: { fetch: { backend: [https://api.example.com] } }
remotes: [{ key: r, baseUrl: https://r.example.com }]
modules:
  webtrigger:
    - { key: free, function: f, response: { type: dynamic } }
    - { key: older, function: f }
    - { key: inbound, function: f, response: { type: static, outputs: [] } }
  endpoint: [{ key: e, remote: r }]
  function: [{ key: f, handler: index.f }]
`;

describe('the edition that stays on Atlassian', () => {
  it('has nothing that leaves Atlassian, and everything else of the one manifest', () => {
    const made = atlassianManifest(source);
    expect(leavesAtlassian(made)).toEqual([]);
    const { permissions: { external: _external, ...permissions }, remotes: _remotes, ...rest } = parse(source);
    expect(parse(made)).toEqual({ ...rest, permissions });
  });

  it('loses egress, remotes and triggers that answer freely, and says so of a manifest that has them', () => {
    expect(leavesAtlassian(outside)).toEqual(['permissions.external names addresses outside', 'remotes', 'modules.endpoint', 'the web trigger free answers freely', 'the web trigger older answers freely']);
    const made = atlassianManifest(outside);
    expect(leavesAtlassian(made)).toEqual([]);
    expect(parse(made).modules).toEqual({ webtrigger: [{ key: 'inbound', function: 'f', response: { type: 'static', outputs: [] } }], function: [{ key: 'f', handler: 'index.f' }] });
  });

  it('offers what can work there and nothing else, and is never made without saying which edition it is', () => {
    expect(offeredIn(CONNECTORS, true).map(({ id }) => id)).toEqual(['jira']);
    expect(offeredIn(CONNECTORS, STAYS_ON_ATLASSIAN)).toEqual(CONNECTORS);
    const edition = readFileSync(join(__dirname, '../../../src/edition.ts'), 'utf8');
    expect(atlassianSource(edition)).toBe(edition.replace('= false', '= true'));
    expect(atlassianSource(edition)).not.toBe(edition);
    expect(() => atlassianSource('export const STAYS_ON_ATLASSIAN = true;')).toThrow(RangeError);
  });
});
