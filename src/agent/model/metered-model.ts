import { budgetMonth, costOf, type AgentSettings } from '../../domain/agent-settings';
import type { AgentStore } from '../../ports/agent-store';
import type { Clock } from '../../ports/clock';
import { NO_TOKENS, type Model, type ModelAsk } from '../../ports/model';

/** Tokens around a question that no text accounts for: roles, separators, tool headers. */
const FRAME_TOKENS = 200;

interface Needs {
  readonly store: Pick<AgentStore, 'hold' | 'settle'>;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The reply's schema as text, when it is sent along. */
  readonly schemaText: (ask: ModelAsk) => string;
}

/**
 * A model that is asked only within the month's budget: what a question may cost at most is promised first, what it did cost is settled
 * after. A question whose answer was lost stays promised in full: nobody knows whether it was paid. Budget 0 asks nothing.
 */
export function meteredModel(model: Model, settings: AgentSettings, { store, clock, newId, schemaText }: Needs): Model {
  return {
    id: model.id,
    async ask(ask) {
      const most = mostTokens(ask, schemaText(ask));
      const hold = { id: newId(), product: settings.product, month: budgetMonth(clock.now()), tokens: most.input + most.output, money: costOf(most, settings.price) };
      if (!(await store.hold(hold, settings.budget))) return { kind: 'failure', code: 'over-budget', retryable: false, use: NO_TOKENS };
      const answer = await model.ask(ask);
      // A lost answer may have been paid for: the promise stands as the cost.
      const use = answer.kind === 'failure' && answer.code === 'lost' ? most : answer.use;
      await store.settle(hold, { tokens: use.input + use.output, money: costOf(use, settings.price) });
      return answer;
    },
  };
}

/** No text has more tokens than bytes: an upper bound without knowing the model's own way to cut. */
function mostTokens({ task, material, longestReply, turns = [], tools = [] }: ModelAsk, schema: string): { readonly input: number; readonly output: number } {
  const texts = [task, material, schema, ...turns.flatMap((turn) => [...turn.results, JSON.stringify(turn.calls)]), ...tools.map((tool) => tool.description)];
  return { input: texts.reduce((sum, text) => sum + bytesOf(text), FRAME_TOKENS + tools.length * FRAME_TOKENS), output: longestReply };
}

const encoder = new TextEncoder();

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
