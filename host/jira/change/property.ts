import { badRequest } from '../errors';
import type { Act } from './events';

/** Stores an entity property. @returns whether it is new. @throws JiraError 400 over Jira's limits (key 255, value 32,768 characters) */
export function setProperty({ tenant }: Act, entity: string, key: string, value: unknown): boolean {
  if (key.length > 255) throw badRequest('The property key cannot be longer than 255 characters.');
  if (value === undefined) throw badRequest('The property value must be a JSON value.');
  if (JSON.stringify(value).length > 32_768) throw badRequest('The property value cannot be larger than 32768 characters.');
  const id = `${entity}:${key}`;
  const isNew = tenant.properties.get(id) === undefined;
  tenant.properties.put({ id, entity, key, value });
  return isNew;
}
