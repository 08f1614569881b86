export interface RemoteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function jsonAnswer(status: number, value: unknown): RemoteAnswer {
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: Buffer.from(JSON.stringify(value)) };
}

/** A refusal in Jira's error shape. */
export function jiraProblem(status: number, message: string): RemoteAnswer {
  return jsonAnswer(status, { errorMessages: [message], errors: {} });
}
