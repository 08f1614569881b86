import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { issueRows } from '../../../src/ingest/issue-row';
import { readRows } from '../../../src/ingest/read-rows';
import { releaseRows } from '../../../src/ingest/release-row';
import { signalRows } from '../../../src/ingest/signal-row';
import { importSchemas } from '../../../tools/import-schemas/import-schemas';

const schemas = importSchemas();
const published = (name: string): string => readFileSync(join(__dirname, '../../../docs/import', `${name}.schema.json`), 'utf8');

describe('the published schemas of the import', () => {
  it.each(['signal', 'issue', 'release'] as const)('%s is current (else: node tools/run.mjs tools/import-schemas/main.ts)', (name) => {
    expect(published(name)).toBe(schemas[name]);
  });

  it.each([
    ['signal', signalRows, { id: 'a', at: '2025-07-01', text: 't' }, true],
    ['signal', signalRows, { id: 7, created_at: '2025-07-01', body: 't', unknown: 1 }, true],
    ['signal', signalRows, { id: 'a', at: '2025-07-01', event: 'churned' }, true],
    ['signal', signalRows, { id: 'a', text: 't' }, false],
    ['signal', signalRows, { id: 'a', at: '2025-07-01' }, false],
    ['signal', signalRows, { id: 'a', at: '2025-07-01', text: 't', rating: '5' }, false],
    ['issue', issueRows, { key: 'A-1', title: 's', status: 'Open', created: '2025-07-01', labels: ['x'] }, true],
    ['issue', issueRows, { key: 'A-1', status: 'Open', created: '2025-07-01' }, false],
    ['issue', issueRows, { key: 'A-1', summary: 's', status: 'Open', created: '2025-07-01', labels: 'x' }, false],
    ['release', releaseRows, { name: '1.0', releasedAt: '2025-07-01', issues: ['A-1', 2] }, true],
    ['release', releaseRows, { name: '1.0' }, false],
  ] as const)('%s says of a row what the import does', (name, kind, row, isGood) => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schemas[name]) as object);
    expect(validate(row)).toBe(isGood);
    expect(readRows<unknown>(kind, { format: 'jsonl', firstLine: 1, text: JSON.stringify(row) }).rows).toHaveLength(isGood ? 1 : 0);
  });
});
