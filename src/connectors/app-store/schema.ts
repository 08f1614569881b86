import { z } from 'zod';
import { Turns } from '../_shared/in-turn';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

/** https://developer.apple.com/documentation/appstoreconnectapi/customerreview: no version and no time of the last change. */
export const Review = z.object({
  id: z.string().min(1).max(255),
  attributes: z.object({
    rating: z.int().min(1).max(5),
    title: maybe(z.string()),
    body: maybe(z.string()),
    createdDate: z.iso.datetime({ offset: true }),
    reviewerNickname: PersonsName,
    territory: maybe(z.string()),
  }),
  relationships: maybe(z.object({ response: maybe(z.object({ data: maybe(z.object({ id: z.string() })) })) })),
});

/** With the fields that we ask for and no others: https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps-_id_-customerreviews */
export const BareReview = Review.pick({ id: true }).extend({ attributes: Review.shape.attributes.pick({ createdDate: true }) });

/** https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps-_id_-customerreviews */
export const ReviewPage = z.object({
  data: z.array(z.unknown()),
  links: z.object({ next: maybe(z.string()) }),
  meta: maybe(z.object({ paging: z.object({ total: maybe(z.int().min(0)) }) })),
});

/** https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps-_id_ */
export const AppAnswer = z.object({ data: z.object({ attributes: z.object({ name: z.string() }) }) });

/**
 * Apps are read in turn, each from its newest review back to where its last reading ended. `began`: when the reading under way did.
 * `until`: per app, the newest review of the last whole round. `from`: the newest one of the round under way.
 */
export const Cursor = z.object({
  app: z.string(),
  next: z.string().nullable(),
  from: z.string().nullable(),
  until: z.record(z.string(), z.string()),
  began: z.string().nullable().default(null),
  turns: Turns,
});
export type Cursor = z.output<typeof Cursor>;
