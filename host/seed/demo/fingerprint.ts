/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '6ce31b5151ad94c78c08943c456f4929693f90aa346bc39386245848a6824a76';
