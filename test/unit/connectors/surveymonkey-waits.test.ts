import { surveyMonkey } from '../../../src/connectors/surveymonkey';

const asked = (status: number, told: Readonly<Record<string, string>>): number | undefined =>
  surveyMonkey.askedToWait?.({ status, headers: Object.fromEntries(Object.entries(told).map(([name, value]) => [`x-ratelimit-app-global-${name}`, value])), text: '' }, '2026-03-02T10:00:00.000Z');

it.each<[string, number, Readonly<Record<string, string>>, number | undefined]>([
  ['the day is spent, until the next one', 429, { 'day-remaining': '0', 'day-reset': '40123', 'minute-remaining': '0', 'minute-reset': '12' }, 40_123],
  ['the minute is spent, until the next one', 429, { 'day-remaining': '20', 'day-reset': '40123', 'minute-remaining': '0', 'minute-reset': '12' }, 12],
  ['it does not say, as long as anybody', 429, {}, undefined],
  ['it says no number, as long as anybody', 429, { 'day-remaining': '0', 'day-reset': 'tomorrow' }, undefined],
  ['it says more than a day, a day', 429, { 'day-remaining': '0', 'day-reset': '9999999' }, 86_400],
  ['something is left, not at all', 200, { 'day-remaining': '1', 'day-reset': '40123' }, undefined],
])('SurveyMonkey is waited for: where %s', (_when, status, told, seconds) => {
  expect(asked(status, told)).toBe(seconds);
});
