/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = 'e90aa26f3307bfc58b4368bbf29b56fa6908ab4283d7ca2c0f6f014808fd1beb';
