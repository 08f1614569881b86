/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = 'a760682811790cdc1eba05c40977ab1920ccc3e6e4d80ea3aa64b38c98cb42f9';
