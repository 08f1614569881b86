import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ADMIN_ENDPOINTS } from '../../src/contract/admin';
import { AGENT_ADMIN_ENDPOINTS, AGENT_ENDPOINTS } from '../../src/contract/agent';
import { BACKLOG_ENDPOINTS, CLOSING_ADMIN_ENDPOINTS, CLOSING_ENDPOINTS } from '../../src/contract/backlog';
import { ROUTE_ENDPOINTS } from '../../src/contract/routes';
import { SUBJECT_ENDPOINTS } from '../../src/contract/subject';
import { ACCOUNT_ENDPOINTS } from '../../src/contract/accounts';
import { COLUMN_ENDPOINTS } from '../../src/contract/columns';
import { KEPT_SOURCE_ENDPOINTS } from '../../src/contract/kept-sources';
import { INBOUND_ENDPOINTS } from '../../src/contract/inbound';
import { OUTCOME_ENDPOINTS } from '../../src/contract/outcomes';
import { PAGE_ENDPOINTS } from '../../src/contract/page';
import { DEBATE_ENDPOINTS } from '../../src/contract/debate';
import { PANEL_ENDPOINTS } from '../../src/contract/panel';
import { PROPOSAL_ENDPOINTS } from '../../src/contract/proposals';
import { PROTOTYPE_ENDPOINTS } from '../../src/contract/prototype';
import { TALK_ENDPOINTS } from '../../src/contract/talk';
import { ROOT, sourceFiles } from './source-files';

const manifest: { modules: Record<string, { key: string; handler?: string }[]> } = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));
const exported = [...readFileSync(join(ROOT, 'src/index.ts'), 'utf8').matchAll(/export const (\w+)/g)].flatMap((match) => match[1] ?? []);

describe('doors', () => {
  it('are one export a manifest function, same names, same order', () => {
    expect((manifest.modules['function'] ?? []).map((one) => one.key)).toEqual(exported);
  });

  it('define each endpoint of the contract exactly once', () => {
    const defined = sourceFiles('src/surfaces').flatMap(({ text }) => [...text.matchAll(/resolver\.define\('([^']+)'/g)].flatMap((match) => match[1] ?? []));
    expect(defined.filter((name) => /^(panel|context|admin|page|outcomes|backlog|closing|agent|talk|prototype|debate|proposals)\./.test(name)).sort()).toEqual([...PANEL_ENDPOINTS, ...ADMIN_ENDPOINTS, ...PAGE_ENDPOINTS, ...OUTCOME_ENDPOINTS, ...BACKLOG_ENDPOINTS, ...CLOSING_ENDPOINTS, ...CLOSING_ADMIN_ENDPOINTS, ...TALK_ENDPOINTS, ...AGENT_ENDPOINTS, ...AGENT_ADMIN_ENDPOINTS, ...INBOUND_ENDPOINTS, ...KEPT_SOURCE_ENDPOINTS, ...ACCOUNT_ENDPOINTS, ...SUBJECT_ENDPOINTS, ...ROUTE_ENDPOINTS, ...COLUMN_ENDPOINTS, ...PROTOTYPE_ENDPOINTS, ...DEBATE_ENDPOINTS, ...PROPOSAL_ENDPOINTS].sort());
  });

  it('wrap each endpoint in the one that checks permission and parses', () => {
    const bare = sourceFiles('src/surfaces').flatMap(({ path, text }) => [...text.matchAll(/resolver\.define\('([^']+)',\s*(\w+)/g)].filter((match) => match[2] !== 'endpoint').map((match) => `${path}: ${match[1]}`));
    expect(bare).toEqual([]);
  });

  it('stand where ARCHITECTURE.md says they are', () => {
    const named = [...readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').matchAll(/`((?:src|static|host|eval|docs|tools|test)\/[^`]*)`/g)].flatMap((match) => match[1] ?? []);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
