import type { z } from 'zod';
import { BadInput } from '../../domain/errors';
import { visibleText } from '../../domain/quote-proof';
import type { Clock } from '../../ports/clock';
import type { Model, ModelAnswer, ModelAsk, TokenUse, ToolCall, ToolTurn } from '../../ports/model';
import { askWithRepair } from '../model/ask-with-repair';
import { quoteHead, type NumberedCustomers } from './numbered-customers';
import { LOOK_TOOLS, type LookName, type Looks, type Sight } from './looks';

/** Rounds of looking before an answer has to come, and looks in one round. */
const ROUNDS = 4;
const LOOKS_A_ROUND = 3;
const LONGEST_MS = 120_000;
const LONGEST_RESULT = 4_000;

export interface Asking<Schema extends z.ZodType> {
  readonly model: Model;
  readonly looks: Looks;
  readonly clock: Clock;
  readonly ask: ModelAsk<Schema>;
  readonly customers: NumberedCustomers;
  /** Takes sights into the numbered list of quotes and answers their numbers. */
  readonly show: (sights: readonly Sight[]) => readonly number[];
}

/** Asks a model that may look into the store first: a bounded number of times, for a bounded time, only through `looks`. After that it has to answer with what it has. */
export async function askWithTools<Schema extends z.ZodType>({ model, looks, customers, clock, ask, show }: Asking<Schema>): Promise<ModelAnswer<z.output<Schema>>> {
  const until = clock.monotonicMs() + LONGEST_MS;
  const turns: ToolTurn[] = [];
  let used: TokenUse = { input: 0, output: 0 };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const isLast = round === ROUNDS || clock.monotonicMs() >= until;
    const answer = await askWithRepair(model, { ...ask, turns, ...(isLast ? {} : { tools: LOOK_TOOLS }) });
    used = { input: used.input + answer.use.input, output: used.output + answer.use.output };
    if (answer.kind !== 'look') return { ...answer, use: used };
    if (isLast) break;
    turns.push({ calls: answer.calls, results: await lookAll(answer.calls, { looks, customers, show }) });
  }
  return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'looked instead of answering', use: used };
}

type Looking = Pick<Asking<z.ZodType>, 'looks' | 'customers' | 'show'>;

async function lookAll(calls: readonly ToolCall[], looking: Looking): Promise<readonly string[]> {
  const results: string[] = [];
  for (const [index, call] of calls.entries()) results.push(index < LOOKS_A_ROUND ? await look(call, looking) : 'Not looked: three looks a round.');
  return results;
}

async function look({ tool, input }: ToolCall, { looks, customers, show }: Looking): Promise<string> {
  const known = LOOK_TOOLS.find((one) => one.name === tool);
  if (known === undefined) return 'There is no such look.';
  try {
    const { lines, sights } = await looks[known.name as LookName](input, customers);
    const numbers = show(sights);
    const quotes = sights.map(({ signal, text }, index) => `${numbers[index]}. ${quoteHead(signal, customers)} ${visibleText(text).text.replace(/\s+/g, ' ')}`);
    return [...lines, ...quotes].join('\n').slice(0, LONGEST_RESULT) || 'Nothing found, which is not the same as nothing said.';
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return `This look needs: ${error.field}.`;
  }
}
