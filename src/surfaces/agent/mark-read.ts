import type { ReadKinds, ReadMark } from '../../contract/read-mark';
import type { App } from '../../app';
import type { NeedKind } from '../../domain/reading';
import type { Signal } from '../../domain/signal';

/** Members of a theme that are looked through for readings. */
const LOOKED = 2_000;
const PAGE = 500;

/** Rows of signals with what the agent read of each; those that it did not read, and all where no model is on, stay as they are. */
export async function markRead<Row extends { readonly signal: string }>(app: App, product: string, rows: readonly Row[], signals: ReadonlyMap<string, Signal>, issue?: string): Promise<readonly (Row & { readonly read?: ReadMark })[]> {
  const readings = await app.agent.readingsOf(product, rows.flatMap((row) => signals.get(row.signal) ?? []));
  return rows.map((row) => {
    const [signal, reading] = [signals.get(row.signal), readings.get(row.signal)];
    if (signal === undefined || reading === undefined) return row;
    const words = reading.need === undefined ? undefined : signal[reading.need.citation.field]?.slice(reading.need.citation.start, reading.need.citation.end);
    const pair = issue === undefined ? undefined : reading.pairs.find((one) => one.issue === issue);
    const read: ReadMark = {
      kind: reading.needKind,
      severity: reading.severity,
      ...(reading.need === undefined || words === undefined ? {} : { need: { text: reading.need.text, words } }),
      ...(pair === undefined ? {} : { stance: pair.kind === 'read' ? pair.stance : pair.kind }),
    };
    return { ...row, read };
  });
}

/** What the agent read of a theme's members; undefined where no model is on. */
export async function readKinds(app: App, product: string, theme: string): Promise<ReadKinds | undefined> {
  if ((await app.agent.settingsOf(product)).provider === 'none') return undefined;
  const members: string[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined && members.length < LOOKED) {
    const page = await app.ports.stores.themes.pageMemberIds({ product, theme }, after, PAGE);
    members.push(...page.rows.filter((one) => one.visibility === 'open').map((one) => one.id));
    after = page.next;
  }
  const kinds: Record<NeedKind, number> = { problem: 0, wish: 0, question: 0, praise: 0, other: 0 };
  const readings = members.length === 0 ? [] : await app.ports.agent.listReadings(product, members);
  for (const { needKind } of readings) kinds[needKind] += 1;
  return { looked: members.length, read: readings.length, kinds };
}
