import type { Prototype, PrototypeReview } from '../domain/prototype';
import type { ReleaseChoice } from '../domain/release-choice';

/** Briefs, what customers said of the prototypes, and how each thing is to go out. */
export interface PrototypeStore {
  /** Replaces the issue's. */
  savePrototype(prototype: Prototype): Promise<void>;
  findPrototype(issue: string): Promise<Prototype | undefined>;
  listPrototypes(product: string): Promise<readonly Prototype[]>;
  /** Upserts by id. */
  saveReview(review: PrototypeReview): Promise<void>;
  /** Oldest first. */
  reviewsOfIssue(issue: string): Promise<readonly PrototypeReview[]>;
  listReviews(product: string): Promise<readonly PrototypeReview[]>;
  /** Appends; a choice whose id is there already stays as it is. */
  saveChoice(choice: ReleaseChoice): Promise<void>;
  /** Newest first. */
  choicesOfIssue(issue: string): Promise<readonly ReleaseChoice[]>;
  /** The newest choice of each issue. */
  listChoices(product: string): Promise<readonly ReleaseChoice[]>;
}
