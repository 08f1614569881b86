import { gong } from '../../../src/connectors/gong';
import { hostOf } from '../../../src/ingest/http/check-address';

const pattern = gong.fields.find((field) => field.name === 'host')?.pattern ?? /^$/;

/** Gong gives each company an address of its own, and its own pages know several forms: https://help.gong.io/apidocs */
it.each([
  ['us-12345.api.gong.io', true], ['eu-20345.api.gong.io', true], ['company-17.api.gong.io', true], ['us-1234567.api.gong.io', true], ['api.gong.io', true], [' US-12345.API.GONG.IO ', true],
  ['gong.io', false], ['app.gong.io', false], ['us-12345.api.gong.io.evil.example', false], ['evilapi.gong.io', false], ['a.b.api.gong.io', false], ['-x.api.gong.io', false], ['us-1.api.gong.io/v2', false], ['user@us-1.api.gong.io', false],
])('%s is an address of Gong: %s', (typed, isOne) => {
  expect(hostOf(typed, pattern) !== undefined).toBe(isOne);
});

it('is asked three times a second at most', () => {
  expect(gong.slower).toContainEqual(expect.objectContaining({ requests: 3, perSeconds: 1 }));
});
