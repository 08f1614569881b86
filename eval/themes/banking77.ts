import type { SaidSignal } from '../../src/domain/signal';
import type { Assignment } from '../../src/domain/theme';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { sharedRows, textAt } from '../shared-data';

const AT = '2020-01-01T00:00:00.000Z';

/** Customers' messages with their intents, themed by the engine: `labels[i]` belongs to `assignments[i]`. */
export function themeBanking77(): { readonly assignments: readonly Assignment[]; readonly labels: readonly string[]; readonly texts: readonly string[]; readonly names: readonly string[] } {
  const rows = sharedRows('themes_banking77/train.jsonl.gz');
  const signals = rows.map((row, at): SaidSignal => ({ id: `m:${at}`, source: 'm', externalId: String(at), at: AT, kind: 'said', text: textAt(row, 'text'), visibility: 'open' }));
  const { assignments, themes } = understand({ signals, issues: [], decisions: [], releases: [], asOf: AT }, engineOptions());
  return { assignments, labels: rows.map((row) => textAt(row, 'label')), texts: signals.map((signal) => signal.text), names: themes.map((theme) => theme.label) };
}
