import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Module = z.looseObject({ key: z.string() });

/** The parts of manifest.yml that our checks look at. */
const Manifest = z.looseObject({
  app: z.looseObject({ id: z.string(), runtime: z.looseObject({ name: z.string(), memoryMB: z.number().optional() }) }),
  permissions: z.looseObject({
    scopes: z.array(z.string()),
    external: z.looseObject({ fetch: z.looseObject({ backend: z.array(z.union([z.string(), z.looseObject({ address: z.string().optional(), remote: z.string().optional() })])).optional() }).optional() }).optional(),
  }),
  modules: z.record(z.string(), z.array(Module)),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() })).optional(),
});
export type Manifest = z.output<typeof Manifest>;

export function readManifest(folder: string): Manifest {
  return Manifest.parse(parse(readFileSync(join(folder, 'manifest.yml'), 'utf8')));
}
