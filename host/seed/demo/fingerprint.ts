/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '2b3465ada7757cb4c15a08a42787fe0d267f8ca2981191b3b531dc1d18a365bb';
