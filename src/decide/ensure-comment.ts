import type { AdfDocument } from '../ports/closing-tracker';
import { write, type Closing } from './closing';

/** Our comment for this operation, exactly once: looked for first, written only when it is not there. @throws AnswerLost WriteRefused TrackerFailure */
export async function ensureComment(closing: Closing, issue: string, op: string, body: AdfDocument): Promise<void> {
  if ((await closing.tracker.findComment(issue, op)) !== undefined) return;
  await write(closing, 'comment', () => closing.tracker.addComment(issue, body, op));
}
