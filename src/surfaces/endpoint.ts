import type { z } from 'zod';
import { parseAt } from '../domain/boundary';
import { AppError, BadInput, NotAllowed } from '../domain/errors';
import type { Answer } from '../contract/answer';
import { callerOf, type Caller } from './caller';

interface Request {
  readonly payload: unknown;
  readonly context: unknown;
}

/** Throws NotAllowed when the caller may not do this. The check is bound to the same issue or project that the act uses. */
export type Permission = (caller: Caller) => Promise<void>;

/**
 * Who asks, permission, parse, act, name the failure: the same order for every endpoint.
 * A failure that means nothing to us is thrown on, so that Forge counts the invocation as failed.
 */
export function endpoint<Schema extends z.ZodType, Output>(
  name: string,
  schema: Schema,
  permission: Permission,
  act: (input: z.output<Schema>, caller: Caller) => Promise<Output>,
): (request: Request) => Promise<Answer<Output>> {
  return async ({ payload, context }) => {
    try {
      const caller = callerOf(context);
      if (caller === undefined) throw new NotAllowed('sign in to Jira first');
      await permission(caller);
      return { ok: true, value: await act(parseAt(name, schema, payload ?? {}), caller) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return {
        ok: false,
        code: error.code,
        retryable: error.retryable,
        ...(error instanceof BadInput ? { detail: `${error.field}: ${error.reason}` } : {}),
      };
    }
  };
}
