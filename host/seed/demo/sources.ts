import type { VisibilityClass } from '../../../src/domain/visibility';
import { sourceIdOf } from '../../../src/ingest/save-signal-rows';
import type { DemoProduct, SourceMix } from './needs';

/** Short names of the places people speak in, as the files of texts write them. */
export const SOURCE_CODES = ['zd', 'ic', 'jsm', 'gh', 'app', 'nps', 'call', 'cs', 'exit', 'sec', 'use', 'slk', 'fwd'] as const;
export type SourceCode = (typeof SOURCE_CODES)[number];

export interface DemoSource {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly visibility: VisibilityClass;
}

const SOURCES: Readonly<Record<Exclude<SourceCode, 'app'>, Omit<DemoSource, 'id'>>> = {
  zd: { kind: 'zendesk', name: 'Zendesk', visibility: 'open' },
  ic: { kind: 'intercom', name: 'Intercom', visibility: 'open' },
  jsm: { kind: 'jira', name: 'Service requests (JSM)', visibility: 'open' },
  gh: { kind: 'github', name: 'GitHub issues', visibility: 'open' },
  nps: { kind: 'typeform', name: 'NPS answers', visibility: 'open' },
  call: { kind: 'gong', name: 'Sales calls', visibility: 'open' },
  cs: { kind: 'gong', name: 'Customer success conversations', visibility: 'counts' },
  exit: { kind: 'exit-survey', name: 'Exit surveys', visibility: 'open' },
  sec: { kind: 'jira', name: 'Security desk (restricted)', visibility: 'hidden' },
  use: { kind: 'inbound', name: 'Usage events', visibility: 'open' },
  slk: { kind: 'slack', name: 'Marked in Slack', visibility: 'open' },
  fwd: { kind: 'email-forward', name: 'Forwarded mail', visibility: 'open' },
};

/** Where the phone app is reviewed. Google shows a week; what was before came as a file. */
export const STORES = {
  apple: placed({ kind: 'app-store', name: 'App Store', visibility: 'open' }),
  google: placed({ kind: 'google-play', name: 'Google Play', visibility: 'open' }),
  googleFile: placed({ kind: 'app-store', name: 'Google Play, older reviews', visibility: 'open' }),
} as const;

/** A source of one product: each product reads its own part of the place. */
export function sourceOf(code: Exclude<SourceCode, 'app'>, product: DemoProduct): DemoSource {
  const source = SOURCES[code];
  return placed(product === 'dispatch' ? source : { ...source, name: `${source.name}, Crew` });
}

/** The id is the one that the app makes of the name when an admin connects it. */
function placed(source: Omit<DemoSource, 'id'>): DemoSource {
  return { id: sourceIdOf(source.name), ...source };
}

type Weights = readonly (readonly [SourceCode, number])[];

/** Where each kind of need is voiced. */
export const SOURCE_MIXES: Readonly<Record<SourceMix, Weights>> = {
  office: [['zd', 36], ['ic', 27], ['jsm', 13], ['nps', 10], ['call', 6], ['cs', 6], ['exit', 1], ['gh', 1]],
  field: [['app', 29], ['zd', 24], ['ic', 20], ['jsm', 9], ['nps', 8], ['cs', 5], ['call', 4], ['exit', 0.6], ['gh', 1]],
  api: [['gh', 60], ['zd', 15], ['jsm', 13], ['ic', 8], ['call', 2], ['nps', 2]],
  formal: [['zd', 36], ['jsm', 27], ['ic', 16], ['nps', 6], ['call', 8], ['cs', 6], ['exit', 1]],
  praise: [['nps', 36], ['app', 34], ['ic', 12], ['zd', 8], ['cs', 10]],
  questions: [['zd', 42], ['ic', 40], ['jsm', 18]],
  vague: [['ic', 36], ['zd', 24], ['app', 20], ['nps', 20]],
  stray: [['zd', 56], ['ic', 32], ['app', 9], ['gh', 3]],
};
