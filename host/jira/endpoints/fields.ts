import { ok } from '../request';
import type { Answer, JiraRequest } from '../request';
import { FIELDS } from '../shape/fields';
import { siteView } from '../shape/site';

/** GET /rest/api/3/field */
export function getFields(_request: JiraRequest): Answer {
  return ok(Object.entries(FIELDS).map(([id, field]) => ({
    id,
    key: id,
    name: field.name,
    custom: id.startsWith('customfield_'),
    orderable: true,
    navigable: field.navigable,
    searchable: true,
    clauseNames: field.clauseNames,
    schema: field.schema,
  })));
}

/** GET /rest/api/3/serverInfo */
export function getServerInfo({ tenant }: JiraRequest): Answer {
  return ok({ baseUrl: tenant.baseUrl, version: '1001.0.0-SNAPSHOT', versionNumbers: [1001, 0, 0], deploymentType: 'Cloud', buildNumber: 100_000, serverTitle: tenant.meta.get('site-name')?.value ?? tenant.name });
}

/** GET /emulated/site: for the shell's switchers; also for nobody, who then chooses who to be. */
export function getSite({ tenant }: JiraRequest): Answer {
  return ok(siteView(tenant));
}
