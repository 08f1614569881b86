import { z } from 'zod';
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

/** https://developers.google.com/android-publisher/api-ref/rest/v3/reviews/list: without any review there is no list at all, which null is not. */
export const ReviewPage = z.object({
  reviews: z.array(z.unknown()).exactOptional(),
  tokenPagination: z.object({ nextPageToken: z.string().min(1).exactOptional() }).exactOptional(),
});

/** https://developers.google.com/identity/protocols/oauth2/service-account#httprest */
export const TokenAnswer = z.object({ access_token: z.string().min(1) });

/** The key file of a service account, as Google Cloud lets it be downloaded. */
export const ServiceAccount = z.object({ client_email: z.string().min(3), private_key: z.string().min(100) });

/**
 * Apps are read one after the other. `began`, `seen`: when the round under way did, and how many reviews it was shown.
 * `readTo`, `shown`: per app, the same of its last whole round.
 */
export const Cursor = z.object({
  app: z.string(), next: z.string().nullable(), began: z.string(), seen: z.int().min(0),
  readTo: z.record(z.string(), z.string()), shown: z.record(z.string(), z.int().min(0)),
});
export type Cursor = z.output<typeof Cursor>;
