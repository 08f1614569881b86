import type { WouldHaveWritten } from './would-have-written';

const SHOWN = 500;

/** The list as a page without scripts. */
export function wouldHaveWrittenPage(origin: string, list: WouldHaveWritten): string {
  const rows = list.newest(SHOWN).map(({ at, by, method, path, bytes }) => `<tr><td>${safe(at.slice(0, 19).replace('T', ' '))}</td><td>${by === 'app' ? 'the app' : 'a page of this host'}</td><td>${safe(method)}</td><td><code>${safe(path)}</code></td><td>${bytes.toLocaleString('en')}</td></tr>`);
  const total = list.total();
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Would have written</title>
<style>body{font:14px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.3rem .6rem;border-bottom:1px solid #8884;vertical-align:top}code{overflow-wrap:anywhere}</style></head>
<body><main><h1>Would have written</h1>
<p>${safe(origin)} is read only. Everything that would have changed something there was refused and stands here${total > SHOWN ? `: the newest ${SHOWN} of ${total.toLocaleString('en')}` : `: ${total}`}.</p>
${total === 0 ? '<p>Nothing so far.</p>' : `<table><thead><tr><th scope="col">When (UTC)</th><th scope="col">Asked by</th><th scope="col">Method</th><th scope="col">Address</th><th scope="col">Bytes</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`}
</main></body></html>`;
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
