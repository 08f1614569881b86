/** An answer other than what was asked for, in Jira's error shape. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
    this.name = 'JiraError';
  }
}

/** The same answer for an issue that does not exist and one that the caller may not see. */
export function issueNotFound(): JiraError {
  return new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);
}

export function projectNotFound(idOrKey: string): JiraError {
  return new JiraError(404, [`No project could be found with key or id '${idOrKey}'.`]);
}

export function badRequest(message: string): JiraError {
  return new JiraError(400, [message]);
}

export function badField(field: string, message: string): JiraError {
  return new JiraError(400, [], { [field]: message });
}

export function unauthorized(): JiraError {
  return new JiraError(401, ['You are not authenticated. Authentication required to perform this operation.']);
}

export function forbidden(message: string): JiraError {
  return new JiraError(403, [message]);
}

/** Loud where a real site would answer and this one cannot. */
export function notEmulated(what: string): JiraError {
  return new JiraError(501, [`The emulated Jira has no ${what}. Add it under host/jira before using it.`]);
}
