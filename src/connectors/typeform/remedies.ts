import type { Remedies } from '../../ports/connector';

/** Where in Typeform a failed test is mended. https://www.typeform.com/developers/get-started/personal-access-token/ */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'token', problem: 'Typeform does not accept this token in the region chosen above. Check the region first; then make a new token in Typeform: your name → Your settings → Personal tokens.' },
  'source/forbidden': { field: 'token', problem: 'The token is accepted and may not read this form. Make one with the scopes Forms: Read and Responses: Read, from an account that may open the form: your name → Your settings → Personal tokens.' },
  'source/not-there': { field: 'forms', problem: 'There is no form with this id in this region. The id is the last part of the form’s address, after /to/ or /form/.' },
});
