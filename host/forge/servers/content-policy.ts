import type { Manifest } from '../manifest';

/** The Content-Security-Policy of a Custom UI page, as the manifest's permissions open it: own files, the bridge script, nothing inline unless asked for. */
export function contentPolicy(manifest: Manifest, shellOrigins: readonly string[]): string {
  const quoted = (words: readonly string[]): string[] => words.map((word) => (/^(?:unsafe-|sha\d+-)/.test(word) ? `'${word}'` : word));
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...quoted(manifest.contentScripts)],
    'style-src': ["'self'", ...quoted(manifest.contentStyles)],
    'img-src': ["'self'", 'data:', 'blob:', ...manifest.imageEgress],
    'font-src': ["'self'", 'data:', ...manifest.fontEgress],
    'connect-src': ["'self'", ...manifest.clientEgress],
    'frame-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': shellOrigins.length === 0 ? ["'none'"] : shellOrigins,
  };
  return Object.entries(directives).map(([name, values]) => `${name} ${values.join(' ')}`).join('; ');
}
