import { z } from 'zod';
import type { BriefQuote } from '../../domain/evidence-brief';
import type { Signal } from '../../domain/signal';
import type { ModelTool } from '../../ports/model';
import type { NumberedCustomers } from './numbered-customers';

/** A literal piece of a signal that a look found. */
export interface Sight {
  readonly signal: Signal;
  readonly quote: BriefQuote;
  readonly text: string;
}

/** What a look showed: facts of the store as lines, and literal words that may be cited. */
export interface Shown {
  readonly lines: readonly string[];
  readonly sights: readonly Sight[];
}

/** The looks that a model may take: all of one product, none writes, none takes an id of ours. */
export type LookName = 'search-signals' | 'theme' | 'account' | 'releases' | 'roadmap' | 'conversations';

export type Looks = Readonly<Record<LookName, (input: unknown, customers: NumberedCustomers) => Promise<Shown>>>;

export const SearchInput = z.strictObject({ words: z.string().max(200) });
export const NameInput = z.strictObject({ name: z.string().max(200) });
export const CustomerInput = z.strictObject({ customer: z.number().int() });
export const NoInput = z.strictObject({});

export const LOOK_TOOLS: readonly (ModelTool & { readonly name: LookName })[] = [
  { name: 'search-signals', description: 'Customer quotes with these words.', input: SearchInput },
  { name: 'theme', description: 'A theme by its label: how many customers, its quotes.', input: NameInput },
  { name: 'account', description: 'What one customer said, by the number beside their quotes.', input: CustomerInput },
  { name: 'releases', description: 'The last ten releases with their dates.', input: NoInput },
  { name: 'roadmap', description: 'Planned work items and how many customers stand behind each.', input: NoInput },
  { name: 'conversations', description: 'What customers said in the last seven days, in conversations and calls first.', input: NoInput },
];
