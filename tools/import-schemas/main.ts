import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSchemas } from './import-schemas';

/** Writes `docs/import/*.schema.json` anew: `node tools/run.mjs tools/import-schemas/main.ts`. A test fails when they are not current. */
const folder = join(import.meta.dirname, '../../docs/import');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(importSchemas())) writeFileSync(join(folder, `${name}.schema.json`), schema);
