/** Every failure that means something to us: a code others can switch on, and whether trying again can help. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  abstract readonly retryable: boolean;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Something that crossed an edge does not have the shape we need. Names what and where. */
export class BadInput extends AppError {
  readonly code = 'edge/bad-input';
  readonly retryable = false;
  constructor(readonly edge: string, readonly field: string, readonly reason: string, options?: ErrorOptions) {
    super(`${edge}: ${field}: ${reason}`, options);
  }
}

/** The caller may not do or see this. Same answer as if the thing did not exist. */
export class NotAllowed extends AppError {
  readonly code = 'access/not-allowed';
  readonly retryable = false;
}

export class NotFound extends AppError {
  readonly code = 'access/not-found';
  readonly retryable = false;
}

/** The store refused or could not be reached; nothing may be concluded from what was not read. */
export class StoreUnavailable extends AppError {
  readonly code = 'store/unavailable';
  readonly retryable = true;
}

/** Jira answered with something other than what was asked for. */
export class TrackerFailure extends AppError {
  readonly code = 'tracker/failed';
  constructor(readonly status: number, readonly retryable: boolean, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The page token of a search is no longer good (Jira keeps it seven days): begin again, never skip. */
export class TrackerCursorExpired extends AppError {
  readonly code = 'tracker/cursor-expired';
  readonly retryable = true;
}

export class TrackerRateLimited extends AppError {
  readonly code = 'tracker/rate-limited';
  readonly retryable = true;
  constructor(readonly retryAfterSeconds: number, readonly reason: string) {
    super(`Jira asked us to wait ${retryAfterSeconds}s (${reason})`);
  }
}
