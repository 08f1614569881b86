import { APP_USER } from '../state/seed-catalogue';
import { badRequest, JiraError, unauthorized } from '../errors';
import { ok, pageOf } from '../request';
import type { Answer, JiraRequest } from '../request';
import { userOf } from '../shape/user';

/** GET /rest/api/3/myself */
export function getMyself({ tenant, caller }: JiraRequest): Answer {
  const user = caller.kind === 'app' ? tenant.users.get(APP_USER) : caller.kind === 'user' ? caller.user : undefined;
  if (user === undefined) throw unauthorized();
  return ok(userOf(tenant, user), 0, 1);
}

/** GET /rest/api/3/user?accountId= */
export function getUser(request: JiraRequest): Answer {
  demandAccount(request);
  const id = request.query.get('accountId');
  if (id === null) throw badRequest('The accountId query parameter is required.');
  const user = request.tenant.users.get(id);
  if (user === undefined) throw new JiraError(404, [`Specified user does not exist or you do not have required permissions`]);
  return ok(userOf(request.tenant, user), 0, 1);
}

/** GET /rest/api/3/user/bulk?accountId=…&accountId=…: unknown ones are left out. */
export function getUsers(request: JiraRequest): Answer {
  demandAccount(request);
  const ids = request.query.getAll('accountId');
  if (ids.length === 0) throw badRequest('The accountId query parameter is required.');
  if (ids.length > 200) throw badRequest('At most 200 accountId parameters are allowed.');
  const users = ids.flatMap((id) => request.tenant.users.get(id) ?? []).map((one) => userOf(request.tenant, one));
  return ok(pageOf(request, users, 10), 0, users.length);
}

/** GET /rest/api/3/users/search */
export function searchUsers(request: JiraRequest): Answer {
  demandAccount(request);
  const text = (request.query.get('query') ?? '').toLowerCase();
  const users = [...request.tenant.users.all()].filter((one) => one.name.toLowerCase().includes(text)).map((one) => userOf(request.tenant, one));
  return ok(pageOf(request, users).values, 0, users.length);
}

function demandAccount({ caller }: JiraRequest): void {
  if (caller.kind === 'anonymous') throw unauthorized();
}
