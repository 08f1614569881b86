import type { Remedies } from '../../ports/connector';

const APP = 'developer.surveymonkey.com → My Apps → your app → Settings';

/** Where in SurveyMonkey a failed test is mended. https://developer.surveymonkey.com/api/v3/#error-codes */
export const remedies = (): Remedies => ({
  'source/unauthorised': { field: 'token', problem: `SurveyMonkey does not accept this token in the region chosen above. Check the region first; then copy the token again: ${APP}.` },
  'source/forbidden': { field: 'token', problem: `The token is accepted and may not read the answers. Add the scopes View Surveys, View Responses and View Response Details (${APP} → Scopes), make a new token, and enter it here. Where a scope cannot be added, the plan of your account does not include it.` },
  'source/not-there': { field: 'surveys', problem: 'There is no survey with this id in this account. The id is in the address of the survey’s design page; a survey of somebody else has to be shared with the owner of the token.' },
});
