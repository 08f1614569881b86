import type Resolver from '@forge/resolver';
import { ColumnsOf, SaveColumns } from '../../contract/columns';
import { BadInput } from '../../domain/errors';
import type { App } from '../../app';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

/** What the columns of a file meant last time, remembered by their names. Needs Administer Jira. */
export function defineColumnsAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.columns', endpoint('admin.columns', ColumnsOf, admin, async ({ columns }) => {
    const fields = await app.columns.find(columns);
    return fields === undefined ? {} : { fields };
  }));
  resolver.define('admin.saveColumns', endpoint('admin.saveColumns', SaveColumns, admin, async ({ columns, fields }) => {
    if (fields.length !== columns.length) throw new BadInput('admin.saveColumns', 'fields', 'one a column');
    await app.columns.save(columns, fields);
    return { saved: true as const };
  }));
}
