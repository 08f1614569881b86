/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '971d5bdccf5c9132c3cfd00ee90281ca30631c97310f3d317420cb8800f9bac4';
