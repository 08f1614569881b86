/** Titles that bring something, and titles that take something away. English; other languages are left alone. */
const BRINGS = /^\W*(?:add|enable|allow|support|show|display|make|implement|introduce|use|default to|always)\b/i;
const TAKES = /^\W*(?:stop|disable|remove|drop|hide|do not|don['’]?t)\b/i;
const AWAY = /\b(?:stop|disable|disabling|turn(?:ing)? (?:it |this |that )?off|switch(?:ing)? (?:it |this |that )?off|get(?:ting)? rid of|remove|removing|hide|hiding|undo|revert|go(?:ing)? back to|unwanted|(?:do not|don['’]?t|did not|didn['’]?t|never) want(?:ed)?|no longer want)\b/i;
const BACK = /\b(?:(?:bring|add|put|get|give|want|have)\b.{0,40}\bback|restore|re-?enable|turn(?:ing)? (?:it |this |that )?(?:back )?on)\b/i;

/** A change that nobody asked for, told as news, by who neither asks for more nor misses anything. */
const CAME = /\b(?:(?:since|after|with) (?:the |this |my |last |latest |recent |new |an? )*(?:up(?:date|grade|dating|grading)|version)\b|suddenly|all of a sudden)/i;
const ASKS_OR_MISSES = /\b(?:not|no|cannot|without|missing|lost|gone|disappear\w*|stopped|broken|fail\w*|error|how (?:do|can|to)|is there|want|need|wish|would (?:like|love)|please|option)\b|n['’]t\b/i;

/**
 * Whether a title brings what a customer wants gone or reports as an unbidden change, or takes away what a customer wants back: the
 * same words, the opposite need.
 */
export function wantsOpposite(title: string, quote: string): boolean {
  if (BRINGS.test(title)) return !AWAY.test(title) && (AWAY.test(quote) || (CAME.test(quote) && !ASKS_OR_MISSES.test(quote)));
  return TAKES.test(title) && BACK.test(quote) && !BACK.test(title) && !AWAY.test(quote);
}
