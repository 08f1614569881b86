/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = 'ac37176fe69aa4872d40683ebcfe1d946e3c8604b4be83b3e18d9d9caaf2ce1e';
