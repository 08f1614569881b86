/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '8c942f32d020576c28c89d3e7176d303186583eea0289d22b1a638aca9b81b09';
