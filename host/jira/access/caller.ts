import { unauthorized } from '../errors';
import { APP_USER } from '../state/seed-catalogue';
import type { UserRow } from '../state/rows';
import type { Tenant } from '../state/tenant';

/** Who asks: the app itself, a person, or nobody known. */
export type Caller = { readonly kind: 'app' } | { readonly kind: 'user'; readonly user: UserRow } | { readonly kind: 'anonymous' };

/** @param actor `app`, an account id, or `anonymous`. @throws JiraError 401 for an account that the site does not know */
export function callerOf(tenant: Tenant, actor: string): Caller {
  if (actor === 'app') return { kind: 'app' };
  if (actor === 'anonymous') return { kind: 'anonymous' };
  const user = tenant.users.get(actor);
  if (user === undefined || user.kind !== 'atlassian') throw unauthorized();
  return { kind: 'user', user };
}

/** The account under which a change is recorded. @throws JiraError 401 for anonymous */
export function accountOf(caller: Caller): string {
  switch (caller.kind) {
    case 'app':
      return APP_USER;
    case 'user':
      return caller.user.id;
    case 'anonymous':
      throw unauthorized();
  }
}
