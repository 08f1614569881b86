/** One runner for all suites: `jest test/unit`, `jest test/contract`, `jest test/flow`, `jest test/browser`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.(t|j|mj|cj)sx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: ['/node_modules/(?!(csv-parse|media-captions|jose|@octokit|universal-user-agent|universal-github-app-jwt|toad-cache|before-after-hook|json-with-bigint|content-type)/)'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
