import type { ActionRequest } from './host-api';
import { assertSize, type Invocations } from './invocations';
import type { Limits } from './limits';
import type { ActionEntry, Manifest } from './manifest';
import type { Tenant } from './tenants';

/** Runs an action as a Rovo agent does after it chose the inputs. @throws InvocationFailed; Error for inputs that the manifest does not allow, or an action that no agent has */
export async function invokeAction({ manifest, limits, invocations }: { readonly manifest: Manifest; readonly limits: Limits; readonly invocations: Invocations }, tenant: Tenant, { actionKey, accountId, inputs }: ActionRequest): Promise<unknown> {
  const action = manifest.actions.find(({ key }) => key === actionKey);
  if (action === undefined || !manifest.agents.some(({ actions }) => actions.includes(actionKey))) throw new Error(`no agent has an action ${actionKey}`);
  checkInputs(action, inputs);
  const payload = { ...inputs, context: { cloudId: tenant.cloudId, moduleKey: action.key } };
  assertSize(payload, limits.invocationBytes, 'the payload');
  return invocations.run({
    tenant,
    kind: 'action',
    functionKey: action.function,
    moduleKey: action.key,
    moduleType: 'action',
    ...(accountId === undefined ? {} : { accountId }),
    args: [payload, { installContext: tenant.contextAri, ...(accountId === undefined ? {} : { principal: { accountId } }), license: { isActive: true } }],
  });
}

function checkInputs({ key, inputs: known }: ActionEntry, inputs: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(inputs)) if (!Object.hasOwn(known, name)) throw new Error(`${key} has no input ${name}`);
  for (const [name, { type, required }] of Object.entries(known)) {
    const value = inputs[name];
    if (value === undefined) {
      if (required) throw new Error(`${key} needs ${name}`);
      continue;
    }
    const isRight = type === 'integer' ? Number.isInteger(value) : typeof value === type;
    if (!isRight) throw new Error(`${key}: ${name} is no ${type}`);
  }
}
