/** What programs say of a failure and people hardly do: one of these makes a text a pasted message. */
const IDIOMS = [
  /\ban (unexpected |internal |unknown )?error (has )?occurred\b/i,
  /\b(server|account \S+|host) (\S+ ){0,4}responded\b/i,
  /\b(may be|is|was) (currently |temporarily )?(unavailable|refusing connections|not responding)\b/i,
  /\bconnect(ion|ing) (\S+ ){0,8}(was (refused|reset|interrupted|lost)|has timed out|timed out|failed)\b/i,
  /\b(did not succeed|could not be (completed|sent|established|verified|opened|saved|found))\b/i,
  /\b(certificate|security) (\S+ ){0,6}(is not trusted|is not valid|has expired|is unknown|could not be verified)\b/i,
  /\b(access|permission|relaying|authentication) (is |was |has been )?(denied|rejected|required|failed)\b/i,
  /\b(incorrect|invalid|wrong) (user ?name|password|credentials|login)\b|\blogin (to \S+ (\S+ )*)?failed\b/i,
  /\bnot enough (free )?(disk space|memory)\b/i,
  /\berror( code| number)?:? ?#?-?(0x[\da-f]+|\d{3,})\b|\b0x[\da-f]{6,8}\b|\b[45]\.\d{1,3}\.\d{1,3}\b|\b[A-Z]{2,}(_[A-Z]+)+\b/i,
];
/** A sentence of such a message: it says that something went wrong, or what a program then asks for. */
const FAILURE = /\b(cannot|can't|could not|couldn't|unable to|fail(ed|s|ure)?|errors?|not (valid|found|supported|available|trusted|responding|succeed)|rejected|refused|refusing|denied|expired|unavailable|invalid|incorrect|timed out|unknown|interrupted|responded)\b/i;
const REQUEST = /^(please |then )?(check|verify|try|make sure|ensure|enter|contact (your|the)|restart|see|correct|click|wait)\b/i;
/** Somebody speaks or wishes. No program says "we need" or "bring back". */
const PERSON = /[!?]|\b(i|i'm|i've|i'd|me|my|mine|we|we're|we've|us|our|ours|should|ought|want|wants|wish|need|needs|hope|love|hate|fix|bring|restore|give|add|stop|shame|annoy\w*|frustrat\w*|useless|terrible|thanks?|hello|hi|dear|everyone|everybody|nobody|anyone|people|users|customers|colleagues|team|since|after|every time|always|again and again|whenever)\b/i;
/** A sentence that only gives the code. */
const CODE = /^\W*error( code| number)?\W+\S+\W*$/i;
/** Words of small messages that hardly any other language has. */
const ENGLISH = /\b(the|to|not|with|your|has|be|are)\b/i;
const SENTENCE = /[^.!?\n]+(?:[.!?]+(?=\s|$)|\.(?=\S)[^.!?\n]*)*[.!?]*/g;

/**
 * A text without the sentences of an error message that somebody pasted into it: who pastes the same has the same fault, each of them.
 * Only where it is sure: one of a program's own ways to say it stands there, and in what is left out nobody speaks,
 * wishes, asks or tells when. What is not said in English stays, for who speaks there is not told.
 */
export function withoutErrorSentences(text: string): string {
  if (!IDIOMS.some((idiom) => idiom.test(text))) return text;
  const sentences = text.match(SENTENCE) ?? [];
  const isMessage = (one: string): boolean => !PERSON.test(one) && (CODE.test(one) || (ENGLISH.test(one) && (FAILURE.test(one) || REQUEST.test(one.trim()) || IDIOMS.some((idiom) => idiom.test(one)))));
  // A message that nothing but requests are left of was none.
  return sentences.some((one) => isMessage(one) && !REQUEST.test(one.trim())) ? sentences.filter((one) => !isMessage(one)).join(' ') : text;
}
