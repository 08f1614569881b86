/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '735e4b6bbbdfa0a814190ad6c4679fcc614032d43c9df2fccc960721bb331a28';
