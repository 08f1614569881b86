import { z } from 'zod';
import { Turns } from '../_shared/in-turn';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

const Timestamp = z.object({ seconds: z.string().regex(/^\d{1,12}$/), nanos: maybe(z.int().min(0).max(999_999_999)) });

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews: a review has one comment of the user and, it may be, one of ours. */
export const Review = z.object({
  reviewId: z.string().min(1).max(255),
  authorName: PersonsName,
  comments: z.array(
    z.object({
      userComment: maybe(
        z.object({
          text: maybe(z.string()),
          originalText: maybe(z.string()),
          lastModified: Timestamp,
          starRating: z.int().min(1).max(5),
          reviewerLanguage: maybe(z.string().max(64)),
          appVersionName: maybe(z.string().max(255)),
          deviceMetadata: maybe(z.object({ deviceClass: maybe(z.string().max(64)) })),
        }),
      ),
      developerComment: maybe(z.object({ lastModified: maybe(Timestamp) })),
    }),
  ),
});

/** With its id alone, as a partial answer has it: https://developers.google.com/android-publisher/api-ref/rest/v3/reviews/list */
export const BareReview = Review.pick({ reviewId: true });

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews/list: without any review there is no list at all, which null is not. */
export const ReviewPage = z.object({
  reviews: z.array(z.unknown()).exactOptional(),
  tokenPagination: z.object({ nextPageToken: z.string().min(1).exactOptional() }).exactOptional(),
});

/** https://developers.google.com/identity/protocols/oauth2/service-account#httprest */
export const TokenAnswer = z.object({ access_token: z.string().min(1) });

/** The key file of a service account, as Google Cloud lets it be downloaded. */
export const ServiceAccount = z.object({ client_email: z.string().min(3), private_key: z.string().min(100) });

/** A review and its last change. */
const Mark = z.object({ id: z.string(), at: z.string() });

/**
 * Apps are read in turn. `began`, `seen`, `head`, `found`: of the reading under way, when it began, how many reviews it was shown, the newest of them, and
 * which of the marks it met. Per app, of its last reading: `readTo` when it began, `shown` how many reviews it was shown, `until` the newest change,
 * `marks` the newest reviews.
 */
export const Cursor = z.object({
  app: z.string(), next: z.string().nullable(), began: z.string(), seen: z.int().min(0), head: z.array(Mark).nullable().default(null), found: z.array(z.string()).default([]),
  readTo: z.record(z.string(), z.string()), shown: z.record(z.string(), z.int().min(0)),
  until: z.record(z.string(), z.string()).default({}), marks: z.record(z.string(), z.array(Mark)).default({}), turns: Turns,
});
export type Cursor = z.output<typeof Cursor>;
