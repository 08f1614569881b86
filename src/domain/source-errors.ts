import { AppError } from './errors';

/** A source could not be read as asked: whoever meets one of these has not heard, and must not conclude that nobody spoke. */
export abstract class SourceError extends AppError {
  /** The one of several (apps, forms, repositories) that was asked for when it happened. */
  about?: string;
}

/** The source asked us to wait; nothing is asked of it before. */
export class SourceRateLimited extends SourceError {
  readonly code = 'source/rate-limited';
  readonly retryable = true;
  constructor(readonly retryAfterSeconds: number, options?: ErrorOptions) {
    super(`asked to wait ${retryAfterSeconds} s`, options);
  }
}

/** We have asked as much as this source allows, or as we promise; nothing is asked of it before. */
export class SourceBudgetSpent extends SourceError {
  readonly code = 'source/budget-spent';
  readonly retryable = true;
  constructor(readonly retryAfterSeconds: number, options?: ErrorOptions) {
    super(`nothing more for ${retryAfterSeconds} s`, options);
  }
}

/** The key or token is wrong, expired or revoked: only a person can mend it. */
export class SourceUnauthorised extends SourceError {
  readonly code = 'source/unauthorised';
  readonly retryable = false;
}

/** The key is good, and may not read this: a scope is missing. */
export class SourceForbidden extends SourceError {
  readonly code = 'source/forbidden';
  readonly retryable = false;
}

/** The address is right in form, and there is nothing there (404, 410). */
export class SourceNotThere extends SourceError {
  readonly code = 'source/not-there';
  readonly retryable = false;
}

/** No answer, a broken one, or a failure of the source's own (5xx). */
export class SourceUnreachable extends SourceError {
  readonly code = 'source/unreachable';
  readonly retryable = true;
}

/** An answer that is not what was asked for: a page of HTML with status 200, half a document, an unknown shape. Never "none". */
export class SourceUnreadable extends SourceError {
  readonly code = 'source/unreadable';
  readonly retryable = true;
}

/** The source does not know the checkpoint any more, or it cannot be true: begin again further back, never skip. */
export class SourceCheckpointLost extends SourceError {
  readonly code = 'source/checkpoint-lost';
  readonly retryable = true;
}

/** An answer larger than we take at once. */
export class SourceAnswerTooLarge extends SourceError {
  readonly code = 'source/answer-too-large';
  readonly retryable = false;
}

/** We were about to reach an address that is not on this connection's list. */
export class SourceAddressRefused extends SourceError {
  readonly code = 'source/address-refused';
  readonly retryable = false;
}

/** The source refused what we asked (a 4xx that is none of the above). */
export class SourceRefused extends SourceError {
  readonly code = 'source/refused';
  readonly retryable = false;
  constructor(readonly status: number, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
