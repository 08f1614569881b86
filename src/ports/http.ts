export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** More than this of the answer is not read. */
  readonly maxBytes: number;
}

/** One answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * One exchange with the world outside: no retry, and no redirect is followed (its answer is handed back).
 * @throws SourceUnreachable when no whole answer came; SourceAnswerTooLarge; SourceAddressRefused when the platform's egress list refuses
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface SourceRequest {
  readonly method?: 'GET' | 'POST';
  /** By name; an absent value is left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form (`application/x-www-form-urlencoded`), as token endpoints of OAuth want it; not together with `body`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** Where this source refuses to answer that there is nothing: `json` answers undefined to such a refusal. */
  readonly isNothing?: (answer: HttpAnswer) => boolean;
}

/**
 * What a connector is given: one connection's way to its source. Addresses are checked against the connection's hosts, requests are paced,
 * passing failures tried again, refusals named. Addresses are absolute (`https://…`), or paths (`/rest/…`) for a connector that reads Jira itself.
 */
export interface SourceHttp {
  /** A parsed JSON answer with a status of 2xx. @throws SourceError */
  json(url: string, request?: SourceRequest): Promise<unknown>;
  /** Any final answer that is neither 429 nor 5xx, redirects followed within the hosts. @throws SourceError */
  send(url: string, request?: SourceRequest): Promise<HttpAnswer>;
  /** How much the last answer was of what a pace with `each` counts; at least one. */
  readonly weigh: (amount: number) => void;
  /** Requests that went out so far, repeats included. */
  readonly requests: () => number;
  /** Bytes of the answers that were read so far, as UTF-8 after unpacking; refusals and repeats included, headers not. */
  readonly received: () => number;
}
