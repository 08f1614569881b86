import { countCustomers, customerUnit, type CustomerUnit } from './customer';
import { echoGroups } from './echoes';
import { sentence, type Sentence } from './sentence';
import type { Standings } from './standings';

/** Distinct customers of an issue. One who is confirmed is not suggested as well. */
export interface CustomerCounts {
  readonly unit: CustomerUnit;
  readonly confirmed: number;
  readonly suggested: number;
  /** Customers who only repeat another's long text, word for word: in the lists, counted once. Absent where there are none. */
  readonly echoes?: number;
}

export function customerCounts({ confirmed, suggested }: Pick<Standings, 'confirmed' | 'suggested'>): CustomerCounts {
  const signals = [...confirmed, ...suggested].map((one) => one.signal);
  const echoes = echoGroups(signals);
  const sure = countCustomers(confirmed.map((one) => one.signal));
  const all = countCustomers(signals, echoes, new Set(confirmed.map((one) => one.signal.id)));
  const repeating = countCustomers(signals) - all;
  return { unit: customerUnit(signals), confirmed: sure, suggested: Math.max(0, all - sure), ...(repeating === 0 ? {} : { echoes: repeating }) };
}

/** The first line of every answer about an issue that has evidence: by rule, from counts alone. At most 20 words. */
export function verdictSentence({ confirmed, suggested, unit }: CustomerCounts, since: string): Sentence {
  const params = { confirmed, suggested, unit, since };
  if (confirmed === 0) return sentence('verdict.suggested', { suggested, unit, since });
  return sentence(suggested === 0 ? 'verdict.confirmed' : 'verdict.confirmed-and-suggested', params);
}
