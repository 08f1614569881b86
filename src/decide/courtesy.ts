import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import type { AdfDocument } from '../ports/closing-tracker';
import type { SweepItem } from '../domain/sweep';
import type { Closing } from './closing';
import { ensureComment } from './ensure-comment';

/** A comment that explains what was done. It is said at most once, and what was done stands without it. */
export async function comment(closing: Closing, item: SweepItem, op: string, body: AdfDocument): Promise<void> {
  try {
    await ensureComment(closing, item.issue, op, body);
  } catch (error) {
    if (!(error instanceof AnswerLost) && !(error instanceof WriteRefused)) throw error;
    closing.logger.warn('closing.comment-missing', { issue: item.issue, op, error: error.code });
  }
}
