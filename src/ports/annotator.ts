/** Our one comment on an issue about one release. */
export interface RestrictedComment {
  readonly issue: string;
  /** Names the comment for ever: written again, the same one is changed. */
  readonly key: string;
  /** One text a paragraph; plain text. */
  readonly paragraphs: readonly string[];
  /** Only members of this role of the project read it. There is no comment of ours that everybody reads. */
  readonly role: string;
}

/** What measuring writes on the tracker, as the app; each of it once, however often it is asked for. */
export interface Annotator {
  /** @throws WriteRefused when the role does not exist or the app may not comment. @throws AnswerLost TrackerFailure TrackerRateLimited */
  saveComment(comment: RestrictedComment): Promise<void>;
  /**
   * A link to our page of a release among the version's related work.
   * @param version the tracker's id of the version
   * @param place the hash of our project page
   * @throws WriteRefused AnswerLost TrackerFailure TrackerRateLimited
   */
  linkVersion(link: { readonly project: string; readonly version: string; readonly title: string; readonly place: string }): Promise<void>;
}
