import { NotFound } from '../../domain/errors';
import type { Signal } from '../../domain/signal';
import { standingsOf, type Standing } from '../../domain/standings';
import type { App } from '../../app';
import type { PanelCase } from '../panel/case';
import { loadCase } from '../panel/load-case';
import { countCustomers, customerUnit } from '../../domain/customer';
import { echoGroups } from '../../domain/echoes';

type IssueFacts = Parameters<App['talking']['debateOf']>[0];

/** An issue's case with what was made of it. */
export interface IssueCase {
  readonly product: string;
  readonly panel: PanelCase;
  readonly facts: IssueFacts;
}

/** Signals of the nearest theme that are looked through for words that say otherwise. */
const LOOKED = 120;

/** @throws NotFound for an issue that no product has, or that nothing may be derived from: both look alike */
export async function loadIssueCase(app: App, issueId: string): Promise<IssueCase> {
  const { stores, prototypes, talk, clock } = app.ports;
  const found = await stores.issues.findIssue(issueId);
  if (found === undefined || found.issue.visibility === 'hidden') throw new NotFound('nothing is known about this issue');
  const { product, issue } = found;
  const panel = await loadCase(app.ports, issueId, false);
  const readable = standingsOf(panel, 'reader');
  const counted = standingsOf(panel, 'counter');
  const theme = panel.digest?.themes[0];
  const label = theme === undefined ? undefined : panel.themeLabels.get(theme.theme);
  const [reviews, contacts, calls, members] = await Promise.all([
    prototypes.reviewsOfIssue(issueId),
    talk.listContacts(product),
    app.closing.decisionsOfIssue(product, issueId),
    theme === undefined ? [] : stores.themes.listMembers({ product, theme: theme.theme }, { offset: 0, limit: LOOKED }),
  ]);
  const seen = new Map((reviews.length === 0 ? [] : await stores.signals.findSignals(product, reviews.map((one) => one.signal))).filter((signal) => signal.visibility === 'open').map((signal) => [signal.id, signal]));
  const shown = [...readable.confirmed.map((one) => heardOf(one, 'confirmed')), ...readable.suggested.map((one) => heardOf(one, 'suggested'))];
  const looked = [...new Map([...shown.map((one) => one.signal), ...members].map((signal: Signal) => [signal.id, signal])).values()];
  const { otherwise, unrelated, read } = await readingsOf(app, product, issueId, looked);
  const { heard, leftOut } = app.talking.heardFor(shown, otherwise, unrelated);
  const everyone = [...counted.confirmed, ...counted.suggested].map((one) => one.signal);
  const both = everyone.filter((signal) => !leftOut.has(signal.id));
  const echoes = echoGroups(everyone);
  const confirmed = countCustomers(counted.confirmed.map((one) => one.signal).filter((signal) => !leftOut.has(signal.id)), echoes);
  const newestCall = calls.at(-1);
  return {
    product,
    panel,
    facts: {
      issue: { id: issue.id, key: issue.key, summary: issue.summary, ...(issue.type === undefined ? {} : { type: issue.type }), ...(issue.description === undefined ? {} : { description: issue.description }) },
      heard,
      readForAgainst: heard.filter(({ signal }) => read.has(signal.id)).length,
      counts: { unit: customerUnit(everyone), confirmed, suggested: countCustomers(both, echoes) - confirmed },
      leftOut: countCustomers(everyone, echoes) - countCustomers(both, echoes),
      otherwise,
      possible: readable.possible.map((one) => one.signal),
      ...(theme === undefined || label === undefined ? {} : { theme: { id: theme.theme, label } }),
      reviews: reviews.map(({ answer, person, signal }) => {
        const words = seen.get(signal);
        return { answer, ...(person === undefined ? {} : { person }), ...(words === undefined ? {} : { signal: words }) };
      }),
      barred: new Set(contacts.filter((one) => one.consent === 'do-not-contact').map((one) => one.person)),
      ...(newestCall?.call === 'no' ? { calledNo: { at: newestCall.at } } : {}),
      coverage: panel.coverage.state,
      isSearchable: panel.digest?.searchability.searchable ?? false,
      ...(panel.wholeSince === undefined ? {} : { since: panel.wholeSince }),
      now: clock.now(),
    },
  };
}

function heardOf({ signal, row }: Standing, standing: 'confirmed' | 'suggested'): IssueFacts['heard'][number] {
  return { signal, standing, ...(row?.citation === undefined ? {} : { citation: row.citation }) };
}

/** What a model read as contradicting this issue, with the words it rests on, and what plain words say, each signal once; and what a model read as meaning something else. */
async function readingsOf(app: App, product: string, issue: string, signals: readonly Signal[]): Promise<{ readonly otherwise: IssueFacts['otherwise']; readonly unrelated: ReadonlySet<string>; readonly read: ReadonlySet<string> }> {
  const byId = new Map(signals.filter((signal) => signal.visibility === 'open').map((signal) => [signal.id, signal]));
  const readings = byId.size === 0 ? [] : await app.ports.agent.listReadings(product, [...byId.keys()]);
  const pairs = readings.flatMap((reading) => reading.pairs.filter((one) => one.issue === issue && one.kind === 'read').map((pair) => ({ signal: byId.get(reading.signal), pair })));
  const read = pairs.flatMap(({ signal, pair }) => (signal !== undefined && pair.kind === 'read' && pair.stance === 'contradicts' ? [{ signal, citation: pair.citation }] : []));
  const known = new Set(read.map(({ signal }) => signal.id));
  return {
    otherwise: [...read, ...app.talking.otherwiseAmong(signals).filter(({ signal }) => !known.has(signal.id))],
    read: new Set(pairs.flatMap(({ signal }) => signal?.id ?? [])),
    unrelated: new Set(pairs.flatMap(({ signal, pair }) => (signal !== undefined && pair.kind === 'read' && pair.stance === 'unrelated' ? [signal.id] : []))),
  };
}
