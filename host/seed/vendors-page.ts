import { findConnector } from '../../src/connectors/registry';
import type { OpenedVendor, SeedVendor } from './seed';

type Vendor = SeedVendor & OpenedVendor;

/** What an admin types to connect each vendor that stands on this machine, as a page without scripts; undefined where none does. */
export function vendorsPage(vendors: readonly Vendor[]): string | undefined {
  const asked = vendors.filter((one) => one.hosts.length > 0);
  if (asked.length === 0) return undefined;
  const waiting = asked.filter((one) => one.isWaiting === true);
  const connected = asked.filter((one) => one.isWaiting !== true);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Vendors’ keys</title>
<style>body{font:14px/1.5 system-ui,sans-serif;max-width:900px;margin:2rem auto;padding:0 1rem}dt{color:GrayText;margin-top:.5rem}dd{margin:0}code{overflow-wrap:anywhere;user-select:all;-webkit-user-select:all}summary{cursor:pointer}h3{margin-bottom:0}</style></head>
<body><main><h1>Vendors’ keys</h1>
<p>These vendors stand on this machine and know made-up people only. To connect one: Resurface settings, step 2, “Connect another source”, and copy its fields from here (a click marks a whole value).</p>
${part('Connected by nobody yet', waiting)}${part('Connected from the beginning', connected)}
</main></body></html>`;
}

function part(title: string, vendors: readonly Vendor[]): string {
  return vendors.length === 0 ? '' : `<h2>${title}</h2>\n${vendors.map(shown).join('\n')}\n`;
}

function shown({ connection, fields }: Vendor): string {
  const connector = findConnector(connection.connector);
  // A value that a list offers is shown as the list calls it.
  const rows = (connector?.fields ?? []).flatMap(({ name, label, choices }) => {
    const value = fields[name];
    return value === undefined ? [] : [`<dt>${safe(label)}</dt><dd><code>${safe(choices?.find((one) => one.value === value)?.label ?? value)}</code></dd>`];
  });
  return `<h3>${safe(connection.name)}</h3><p>${safe(connector?.name ?? connection.connector)}</p><details><summary>What to type</summary><dl>${rows.join('')}</dl></details>`;
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
