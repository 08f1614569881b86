/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '0f9f0367528c005196cbb59cb0a6256da6d3c610ccdde7cc77725834467887e2';
