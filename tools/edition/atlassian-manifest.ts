import { parseDocument, type Document } from 'yaml';
import { z } from 'zod';

const Manifest = z.looseObject({
  permissions: z.looseObject({ scopes: z.array(z.string()), external: z.unknown().optional(), content: z.unknown().optional() }),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
  remotes: z.unknown().optional(),
});

/** Modules that need something outside Atlassian whatever they say in detail. */
const OUTSIDE_MODULES = new Set(['endpoint', 'remote', 'auth', 'providers']);

/**
 * The manifest of the edition from which nothing leaves Atlassian: the one source manifest without egress, remotes and dynamic web triggers. All
 * else stays as it is, so that the two editions cannot drift apart. @throws z.ZodError for a manifest without scopes or modules
 */
export function atlassianManifest(source: string): string {
  const document = parseDocument(source);
  const manifest = Manifest.parse(document.toJS());
  document.deleteIn(['permissions', 'external']);
  document.delete('remotes');
  for (const type of Object.keys(manifest.modules)) if (OUTSIDE_MODULES.has(type)) document.deleteIn(['modules', type]);
  dropDynamicTriggers(document, manifest.modules['webtrigger'] ?? []);
  document.commentBefore = ' Made from manifest.yml by tools/edition: nothing leaves Atlassian. Change manifest.yml, not this file.';
  return document.toString({ lineWidth: 0 });
}

function dropDynamicTriggers(document: Document, triggers: readonly Readonly<Record<string, unknown>>[]): void {
  const kept = triggers.filter((trigger) => isStatic(trigger));
  if (kept.length < triggers.length) document.setIn(['modules', 'webtrigger'], document.createNode(kept));
}

function isStatic(trigger: Readonly<Record<string, unknown>>): boolean {
  return z.looseObject({ response: z.looseObject({ type: z.literal('static') }) }).safeParse(trigger).success;
}

/** Why a manifest could not carry the badge "Runs on Atlassian"; empty when nothing speaks against it. */
export function leavesAtlassian(source: string): readonly string[] {
  const manifest = Manifest.parse(parseDocument(source).toJS());
  return [
    ...(manifest.permissions.external === undefined ? [] : ['permissions.external names addresses outside']),
    ...(manifest.remotes === undefined ? [] : ['remotes']),
    ...Object.keys(manifest.modules).filter((type) => OUTSIDE_MODULES.has(type)).map((type) => `modules.${type}`),
    ...(manifest.modules['webtrigger'] ?? []).filter((trigger) => !isStatic(trigger)).map((trigger) => `the web trigger ${trigger.key} answers freely`),
  ];
}
