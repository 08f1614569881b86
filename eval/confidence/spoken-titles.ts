import { demoBacklog } from '../../host/seed/demo/backlog';
import { STARTS_AT } from '../../host/seed/demo/calendar';
import { demoSignals } from '../../host/seed/demo/signals';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';

/** Counts over both products of the made-up tenant. */
export interface SpokenTitles {
  readonly shown: number;
  readonly right: number;
  /** Issues that are about a need, and those of them that show at least one right pair. */
  readonly needed: number;
  readonly served: number;
}

const PRODUCTS = { dispatch: 'DSP', crew: 'CRW' } as const;

/** Links the made-up tenant without any decision and compares what is shown with the needs its texts were written for. */
export function judgeSpokenTitles(): SpokenTitles {
  const total = { shown: 0, right: 0, needed: 0, served: 0 };
  for (const [product, project] of Object.entries(PRODUCTS)) {
    const drafts = demoSignals().filter((one) => one.product === product && one.kind === 'said' && one.at < STARTS_AT);
    const signals = drafts.map((one): SaidSignal => ({ id: `${one.place.id}:${one.id}`, source: one.place.id, externalId: one.id, at: one.at, kind: 'said', text: one.text ?? '', visibility: 'open', ...(one.title === undefined ? {} : { title: one.title }) }));
    const backlog = demoBacklog().filter((one) => one.issue.key.startsWith(`${project}-`));
    const issues = backlog.map(({ issue }): Issue => ({ id: issue.key, key: issue.key, project, summary: issue.summary, status: 'Open', statusCategory: 'todo', createdAt: STARTS_AT, fixVersions: [], labels: [], visibility: 'open' }));
    const needOfSignal = new Map(signals.map((signal, at) => [signal.id, drafts[at]?.need]));
    const needOfIssue = new Map(backlog.map((one) => [one.issue.key, one.need]));
    const { evidence } = understand({ signals, issues, decisions: [], releases: [], asOf: STARTS_AT }, engineOptions());
    const shown = evidence.filter((row) => row.shown);
    const right = shown.filter((row) => needOfIssue.get(row.issue) !== undefined && needOfIssue.get(row.issue) === needOfSignal.get(row.signal));
    const served = new Set(right.map((row) => row.issue));
    total.shown += shown.length;
    total.right += right.length;
    total.needed += backlog.filter((one) => one.need !== undefined).length;
    total.served += served.size;
  }
  return total;
}
