import { demoSignals, signalRow } from '../../../../host/seed/demo/signals';
import { demoTruth } from '../../../../host/seed/demo/truth';
import type { Signal } from '../../../../src/domain/signal';
import { readRows } from '../../../../src/ingest/read-rows';
import { redactSignal } from '../../../../src/ingest/redact/redact-signal';
import { signalRows } from '../../../../src/ingest/signal-row';

const pseudonym = (text: string): string => `person-${text.length}`;

/** The demo tenant's signals as the import stores them, by `<source>:<id>`. */
const stored = new Map(
  demoSignals().map((one): [string, Signal] => {
    const { rows } = readRows(signalRows, { format: 'jsonl', text: signalRow(one), firstLine: 1 });
    const { source: _named, ...row } = rows[0]!.row;
    const signal = redactSignal({ ...row, source: one.place.id, id: `${one.place.id}:${one.id}`, visibility: 'open' }, pseudonym);
    return [signal.id, signal];
  }),
);

describe('the personal data planted in the demo tenant', () => {
  it('is gone from every signal before the store, whatever its kind', () => {
    const left = demoTruth().personalData.filter(({ signal, value }) => JSON.stringify(stored.get(signal)).includes(value));
    expect(left).toEqual([]);
    expect(demoTruth().personalData.length).toBeGreaterThan(30);
  });

  it('takes the customers’ other words with it in less than one of a thousand', () => {
    const spans = new Map(Map.groupBy(demoTruth().personalData, ({ signal }) => signal));
    let words = 0;
    const extra: string[] = [];
    for (const one of demoSignals()) {
      const name = `${one.place.id}:${one.id}`;
      words += `${one.title ?? ''} ${one.text ?? ''}`.split(/\s+/).length;
      const marks = JSON.stringify(stored.get(name)).match(/\[(?:e-mail|phone|card number|IBAN|IP address|key|personal number)\]/g) ?? [];
      const planted = spans.get(name)?.length ?? 0;
      if (marks.length > planted) extra.push(`${name}: ${stored.get(name)?.text ?? ''}`);
    }
    expect(extra.length / words).toBeLessThan(0.001);
  });
});
