import type { IsoTime } from './time';

/** Where a model runs. `none`: rules and extracts only. `compatible`: an address that speaks OpenAI's protocol and the site allows. */
export type Provider = 'none' | 'forge' | 'openai' | 'compatible';
export const PROVIDERS = ['none', 'forge', 'openai', 'compatible'] as const;

/** Money in millionths of a dollar: whole numbers, so that sums are exact. */
export type MicroDollars = number;

/** What a model costs, in micro-dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** Which signals a model reads: those that are candidates for an issue and the exemplars of themes, or every one. */
export type Reads = 'candidates' | 'everything';

/** How one product uses a model. */
export interface AgentSettings {
  readonly product: string;
  readonly provider: Provider;
  /** The provider's pinned id: a dated version, never "latest". Absent with `none`. */
  readonly model?: string;
  /** Base address of a `compatible` provider. */
  readonly address?: string;
  readonly price: Price;
  readonly reads: Reads;
  /** Absent: retrieval is by words alone. */
  readonly embeddings?: EmbeddingSettings;
  readonly budget: Budget;
  readonly by: string;
  readonly at: IsoTime;
}

/** Texts as vectors: one more view in retrieval. */
export interface EmbeddingSettings {
  /** The provider's pinned id. */
  readonly model: string;
  /** In micro-dollars per million tokens. */
  readonly price: MicroDollars;
}

/** Whether a provider has embeddings at all: Atlassian's models have none. */
export function hasEmbeddings(provider: Provider): boolean {
  return provider === 'openai' || provider === 'compatible';
}

/** Whether a provider's pinned ids carry the date of their version; what another address calls its models is its own. */
export function isDated(provider: Provider): boolean {
  return provider === 'openai' || provider === 'forge';
}

/** What one calendar month (UTC) may cost. Either limit stops; 0 stops everything. */
export interface Budget {
  readonly tokens: number;
  readonly money: MicroDollars;
}

/** What a month has cost: what came back and was counted, and what is promised to questions under way (or lost). */
export interface Spend {
  readonly tokens: number;
  readonly money: MicroDollars;
  readonly heldTokens: number;
  readonly heldMoney: MicroDollars;
}

export const NOTHING_SPENT: Spend = { tokens: 0, money: 0, heldTokens: 0, heldMoney: 0 };

/** Off, until a person switches it on. */
export function agentOff(product: string, at: IsoTime): AgentSettings {
  return { product, provider: 'none', price: { input: 0, output: 0 }, reads: 'candidates', budget: { tokens: 0, money: 0 }, by: '', at };
}

/** Whether a question may be asked at all: a model is on, and its month is worth something. */
export function mayAsk({ provider, budget }: AgentSettings): boolean {
  return provider !== 'none' && budget.tokens > 0 && budget.money > 0;
}

/** Whether nothing of the month is left, with what is promised. */
export function isSpent(budget: Budget, spend: Spend): boolean {
  return spend.tokens + spend.heldTokens >= budget.tokens || spend.money + spend.heldMoney >= budget.money;
}

/** Calendar month in UTC, `YYYY-MM`. */
export function budgetMonth(at: IsoTime): string {
  return at.slice(0, 7);
}

/** Cost in micro-dollars, rounded up: a budget is never passed by rounding. */
export function costOf(use: { readonly input: number; readonly output: number }, price: Price): MicroDollars {
  return Math.ceil((use.input * price.input + use.output * price.output) / 1_000_000);
}

/** A pinned model that we know the price of. */
export interface KnownModel {
  readonly provider: 'forge' | 'openai';
  readonly id: string;
  readonly price: Price;
  /** Published limits per minute, of the lowest paid tier; absent where none is published. */
  readonly requestsPerMinute: number;
  readonly tokensPerMinute?: number;
}

/**
 * Models offered in the settings, with the prices and limits that their vendors published when this was written (2026-11): Atlassian's
 * page on Forge LLMs, OpenAI's pages on pricing and rate limits. A price is a setting: an admin corrects it when it changes.
 * @see https://developer.atlassian.com/platform/forge/limits-llm/ (100 requests a minute an installation, no limit of tokens a minute)
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-llms-api-pricing
 * @see https://developers.openai.com/api/docs/models (each model's own page: price, and requests and tokens a minute by tier)
 */
export const KNOWN_MODELS: readonly KnownModel[] = [
  { provider: 'forge', id: 'claude-haiku-4-5-20251001', price: { input: 1_000_000, output: 5_000_000 }, requestsPerMinute: 100 },
  { provider: 'forge', id: 'claude-sonnet-4-5-20250929', price: { input: 3_000_000, output: 15_000_000 }, requestsPerMinute: 100 },
  { provider: 'openai', id: 'gpt-4.1-mini-2025-04-14', price: { input: 400_000, output: 1_600_000 }, requestsPerMinute: 500, tokensPerMinute: 200_000 },
  { provider: 'openai', id: 'gpt-4.1-nano-2025-04-14', price: { input: 100_000, output: 400_000 }, requestsPerMinute: 500, tokensPerMinute: 200_000 },
];

/** The embedding model that is offered first, with its published price and the limits of the lowest paid tier. */
export const KNOWN_EMBEDDING = { provider: 'openai', id: 'text-embedding-3-small', price: 20_000, requestsPerMinute: 3_000, tokensPerMinute: 1_000_000 } as const;
