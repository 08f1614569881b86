const ANSWERS = /^\s*(?:(?:re|aw|sv|antw?|odp|rif|ref|res|ynt|vá|отв|回复|回覆)\s*(?:\[\d+\])?\s*[:：]|fwd?\s*:\s*re\s*:)/iu;
const PREFIXES = /^(?:\s*(?:fwd?|wg|tr|rv|enc|vs|vb|vl|pd)\s*:\s*)+/iu;

/** Whether a subject is that of a mail which it answers: somebody else's words, and often ours. */
export function isAnswer(subject: string): boolean {
  return ANSWERS.test(subject.replace(PREFIXES, ''));
}

/** What a mail's subject says that is its writer's own, without the marks of a forward; empty where nothing is. */
export function ownSubject(subject = ''): string {
  return isAnswer(subject) ? '' : subject.replace(PREFIXES, '').trim();
}
