import { randomUUID } from 'node:crypto';
import { text, type State } from '../state';

/** Addresses of web triggers: one per tenant and module until a new one is forced. Whoever knows one can call it. */
export interface WebTriggerUrls {
  getOrCreate(tenant: string, module: string, forceCreate: boolean): string;
  remove(tenant: string, id: string): boolean;
  list(tenant: string): readonly { readonly id: string; readonly module: string }[];
  find(id: string): { readonly tenant: string; readonly module: string } | undefined;
}

export function webTriggerUrlsOf(state: State): WebTriggerUrls {
  return {
    getOrCreate: (tenant, module, forceCreate) => {
      const known = forceCreate ? undefined : state.find('SELECT id FROM web_trigger_url WHERE tenant = ? AND module = ? ORDER BY rowid LIMIT 1', tenant, module);
      if (known !== undefined) return text(known, 'id');
      const id = randomUUID();
      state.run('INSERT INTO web_trigger_url (id, tenant, module) VALUES (?, ?, ?)', id, tenant, module);
      return id;
    },
    remove: (tenant, id) => state.run('DELETE FROM web_trigger_url WHERE tenant = ? AND id = ?', tenant, id) > 0,
    list: (tenant) => state.all('SELECT id, module FROM web_trigger_url WHERE tenant = ? ORDER BY rowid', tenant).map((row) => ({ id: text(row, 'id'), module: text(row, 'module') })),
    find: (id) => {
      const row = state.find('SELECT tenant, module FROM web_trigger_url WHERE id = ?', id);
      return row === undefined ? undefined : { tenant: text(row, 'tenant'), module: text(row, 'module') };
    },
  };
}
