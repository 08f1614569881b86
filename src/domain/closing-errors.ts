import { AppError } from './errors';

/** Jira said no, and nothing happened: validator, condition, missing permission, another transition at the same time. */
export class WriteRefused extends AppError {
  readonly code = 'tracker/write-refused';
  readonly retryable = false;
  constructor(readonly status: number, readonly reason: string, options?: ErrorOptions) {
    super(`Jira refused the write (${status}): ${reason}`, options);
  }
}

/** The request went out and no answer came back: it may have happened. Never repeat it before reading. */
export class AnswerLost extends AppError {
  readonly code = 'tracker/answer-lost';
  readonly retryable = false;
}

/** Another writer put an entry in this place of the chain first. */
export class LedgerConflict extends AppError {
  readonly code = 'ledger/conflict';
  readonly retryable = true;
}

/** Someone changed the item since it was read. */
export class ItemChanged extends AppError {
  readonly code = 'sweep/item-changed';
  readonly retryable = true;
}
