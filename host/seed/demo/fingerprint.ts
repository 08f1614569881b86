/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '3b67d372580af136e69b2f13cddbe9cf579c17950e8af059fb35133e0e658daf';
