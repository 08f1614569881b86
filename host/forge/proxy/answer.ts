/** What the host answers to a platform call of the app. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or the bytes that Jira sent. */
  readonly body?: string | Uint8Array;
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function empty(status = 204): Answer {
  return { status, headers: {} };
}

/** A failure of the platform itself: the SDK turns the header into a ProxyRequestError. */
export function proxyError(status: number, code: string, message: string): Answer {
  return json({ code, message }, status, { 'forge-proxy-error': code });
}

/** A call that this host does not emulate. Never silent: the SDK throws, and the name of the call is in the message. */
export function unsupported(call: string): Answer {
  return proxyError(501, 'LOCAL_HOST_UNSUPPORTED', `The local host does not support ${call}; see host/coverage.ts`);
}
