import { parseAt } from '../../domain/boundary';
import { BadInput } from '../../domain/errors';
import { BESIDE_RATING_UNREAD } from '../../domain/skip-reasons';
import { SourceForbidden, SourceNotThere, SourceRefused, SourceUnauthorised } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';
import { isFromCustomer, ratedAt, ratingOf, type Beside, type Customers } from './map';
import { Feedback, type Cursor, type Request } from './schema';

/** What is experimental answers only whoever says that they know. */
const EXPERIMENTAL = { 'X-ExperimentalApi': 'opt-in' };
/** Nobody gives one but the reporter of a request: https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-requestidorkey-feedback-post */
const NOTHING: Beside = { kind: 'none' };

/**
 * What a customer wrote beside their rating, in one request; none where there is no rating or it is one of ours. A refusal is no silence: where we may not
 * ask, the words count as not read.
 * @param closed projects whose feedback we may not see: they are not asked again on this page
 * @throws SourceError that may pass
 */
export async function wordsBesideRating(ask: Ask, issue: Request, customers: Customers, cursor: Pick<Cursor, 'satisfaction' | 'satisfiedAt'>, closed: Set<string>): Promise<Beside> {
  if (ratingOf(issue, cursor) === undefined || !isFromCustomer(issue, customers)) return NOTHING;
  const project = issue.fields.project.key;
  if (closed.has(project)) return { kind: 'unread', why: BESIDE_RATING_UNREAD };
  try {
    const { comment } = parseAt('jira feedback', Feedback, await ask.http.json(`/rest/servicedeskapi/request/${issue.id}/feedback`, { headers: EXPERIMENTAL }));
    const text = comment?.body?.trim() ?? '';
    return text === '' ? NOTHING : { kind: 'words', text, at: ratedAt(issue, cursor) };
  } catch (error) {
    if (error instanceof BadInput) return { kind: 'unread', why: `unreadable: feedback.${error.field}`.slice(0, 100) };
    // A scope that the app was not given is a 401 at Forge, and the search before was let in.
    if (error instanceof SourceForbidden || error instanceof SourceUnauthorised || error instanceof SourceRefused) closed.add(project);
    else if (!(error instanceof SourceNotThere)) throw error;
    return { kind: 'unread', why: BESIDE_RATING_UNREAD };
  }
}
