import type { VisibilityClass } from '../../../src/domain/visibility';
import type { DemoProduct, SourceMix } from './needs';

/** Short names of the places people speak in, as the files of texts write them. */
export const SOURCE_CODES = ['zd', 'ic', 'jsm', 'gh', 'app', 'nps', 'call', 'cs', 'exit', 'sec', 'use'] as const;
export type SourceCode = (typeof SOURCE_CODES)[number];

export interface DemoSource {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly visibility: VisibilityClass;
}

const SOURCES: Readonly<Record<SourceCode, DemoSource>> = {
  zd: { id: 'zendesk', kind: 'zendesk', name: 'Zendesk', visibility: 'open' },
  ic: { id: 'intercom', kind: 'intercom', name: 'Intercom', visibility: 'open' },
  jsm: { id: 'jsm', kind: 'jsm', name: 'Service requests (JSM)', visibility: 'open' },
  gh: { id: 'github', kind: 'github', name: 'GitHub issues', visibility: 'open' },
  app: { id: 'app-stores', kind: 'app-store', name: 'App store reviews', visibility: 'open' },
  nps: { id: 'nps', kind: 'nps', name: 'NPS answers', visibility: 'open' },
  call: { id: 'sales-calls', kind: 'call', name: 'Sales calls', visibility: 'open' },
  cs: { id: 'success-calls', kind: 'call', name: 'Customer success conversations', visibility: 'counts' },
  exit: { id: 'exit-surveys', kind: 'exit-survey', name: 'Exit surveys', visibility: 'open' },
  sec: { id: 'security-desk', kind: 'jsm', name: 'Security desk (restricted)', visibility: 'hidden' },
  use: { id: 'usage', kind: 'usage', name: 'Usage events', visibility: 'open' },
};

/** A source of one product: each product reads its own part of the place. Reviews are of the phone app alone. */
export function sourceOf(code: SourceCode, product: DemoProduct): DemoSource {
  const source = SOURCES[code];
  return product === 'dispatch' || code === 'app' ? source : { ...source, id: `${source.id}-crew`, name: `${source.name}, Crew` };
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
