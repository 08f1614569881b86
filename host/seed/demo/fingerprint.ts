/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = 'b4a1c15fcf03fed063bef9cd34cbd88d81ec9dbe4dcd76d3aadb69d0f1773d73';
