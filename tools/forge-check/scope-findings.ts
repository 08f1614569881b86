import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScopes } from '../../host/forge/proxy/scopes';
import type { Finding } from './finding';
import type { Manifest } from './read-manifest';

/** Scopes that no REST call shows: storage is used through its packages, and user fields come inside issues. */
const NOT_BY_PATH = new Set(['storage:app', 'read:jira-user']);

interface RestCall {
  readonly file: string;
  readonly method: string;
  readonly path: string;
}

/** Every REST call written in the code against the manifest's scopes, and every scope against the calls. */
export function scopeFindings(root: string, manifest: Manifest): Finding[] {
  const calls = restCalls(join(root, 'src'));
  const granted = manifest.permissions.scopes;
  const findings: Finding[] = calls.flatMap(({ file, method, path }) => {
    const verdict = checkScopes(method, path, granted);
    if (verdict.kind === 'granted') return [];
    const why = verdict.kind === 'missing' ? `needs ${verdict.needs.join(' or ')}` : 'is in no list of scopes';
    return [{ check: 'scopes', level: 'error', text: `${file}: ${method} ${path} ${why}` }];
  });
  const unused = granted.filter((scope) => !NOT_BY_PATH.has(scope) && calls.every(({ method, path }) => checkScopes(method, path, granted.filter((one) => one !== scope)).kind === 'granted'));
  return [...findings, ...unused.map((scope): Finding => ({ check: 'scopes', level: 'error', text: `${scope} is asked for and no call needs it` }))];
}

/** Calls as `route` templates, or as addresses that a connector which reads Jira hands to its edge, with the method named near them; `GET` when none is. Parameters become `x`, the query is cut. */
function restCalls(folder: string): RestCall[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/(?:route`|\bhttp\.json\(['`](?=\/rest\/))([^`']+)[`']/g)].map((match) => {
        const after = text.slice(match.index + match[0].length, match.index + match[0].length + 400);
        const statement = after.slice(0, after.search(/;\n/) < 0 ? undefined : after.search(/;\n/));
        const method = /method:\s*'(POST|PUT|DELETE)'/.exec(statement)?.[1] ?? 'GET';
        return { file, method, path: (match[1] ?? '').replace(/\$\{[^}]*\}/g, 'x').replace(/\?.*$/, '') };
      });
    });
}
