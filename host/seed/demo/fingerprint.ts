/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '08e3a9543cf4d0d8e448311b76ff09cfbd1b3f4c6a442a18c4058679b12530f3';
