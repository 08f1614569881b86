import { demoBacklog } from '../../host/seed/demo/backlog';
import { STARTS_AT } from '../../host/seed/demo/calendar';
import { demoSignals } from '../../host/seed/demo/signals';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';

/** One issue of the made-up tenant: pairs shown, how many of them are right, and whether it is about a need at all. */
export interface SpokenTitle {
  readonly shown: number;
  readonly right: number;
  readonly isNeeded: boolean;
}

const PRODUCTS = { dispatch: 'DSP', crew: 'CRW' } as const;

/** Links the made-up tenant without any decision and compares what is shown with the needs its texts were written for. */
export function judgeSpokenTitles(): SpokenTitle[] {
  return Object.entries(PRODUCTS).flatMap(([product, project]) => {
    const drafts = demoSignals().filter((one) => one.product === product && one.kind === 'said' && one.at < STARTS_AT);
    const signals = drafts.map((one): SaidSignal => ({ id: `${one.place.id}:${one.id}`, source: one.place.id, externalId: one.id, at: one.at, kind: 'said', text: one.text ?? '', visibility: 'open', ...(one.title === undefined ? {} : { title: one.title }) }));
    const backlog = demoBacklog().filter((one) => one.issue.key.startsWith(`${project}-`));
    const issues = backlog.map(({ issue }): Issue => ({ id: issue.key, key: issue.key, project, summary: issue.summary, status: 'Open', statusCategory: 'todo', createdAt: STARTS_AT, fixVersions: [], labels: [], visibility: 'open' }));
    const needOfSignal = new Map(signals.map((signal, at) => [signal.id, drafts[at]?.need]));
    const needOfIssue = new Map(backlog.map((one) => [one.issue.key, one.need]));
    const { evidence } = understand({ signals, issues, decisions: [], releases: [], asOf: STARTS_AT }, engineOptions());
    const shown = Map.groupBy(evidence.filter((row) => row.shown), (row) => row.issue);
    return issues.map(({ id }) => {
      const pairs = shown.get(id) ?? [];
      const need = needOfIssue.get(id);
      return { shown: pairs.length, right: pairs.filter((row) => need !== undefined && need === needOfSignal.get(row.signal)).length, isNeeded: need !== undefined };
    });
  });
}
