import type { z } from 'zod';
import type { AgentSettings } from '../domain/agent-settings';

/** Tokens that a provider counted for one call. What it did not say is counted by our own estimate, never as 0. */
export interface TokenUse {
  readonly input: number;
  readonly output: number;
}

export const NO_TOKENS: TokenUse = { input: 0, output: 0 };

/** A read-only look into the store that a model may ask for. `input` is a strict object schema: `.nullable()`, never `.optional()`. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType;
}

/** A look that a model asked for. `input` is unparsed: whoever serves the tool parses it. */
export interface ToolCall {
  readonly id: string;
  readonly tool: string;
  readonly input: unknown;
}

/** Looks that were asked for and what they showed, in order: sent along with the next ask. */
export interface ToolTurn {
  readonly calls: readonly ToolCall[];
  /** One text a call, in the same order. */
  readonly results: readonly string[];
}

/**
 * One question to a model. `task` is ours and holds nothing that a customer wrote; `material` is what is to be read and may be anybody's
 * text: nothing relies on the model keeping the two apart.
 */
export interface ModelAsk<Schema extends z.ZodType = z.ZodType> {
  /** Name of the task, `[a-z0-9-]{1,40}`; with the schema and the texts it keys the cache. */
  readonly name: string;
  /** Shape of the reply: a strict object, `.nullable()`, never `.optional()`. */
  readonly schema: Schema;
  readonly task: string;
  readonly material: string;
  /** What it is about, a signal or an issue: its cached reply is forgotten with it. */
  readonly about: string;
  /** The task says in its own words what JSON is wanted, so that no schema has to be sent along. */
  readonly describesShape?: true;
  /** Most tokens of the reply: what is reserved from the budget. */
  readonly longestReply: number;
  readonly tools?: readonly ModelTool[];
  readonly turns?: readonly ToolTurn[];
  /** Wall time for the call; absent: the adapter's own. */
  readonly timeoutMs?: number;
}

/**
 * Why there is no reply. `off`: no model is switched on. `over-budget`: the month's money or tokens are spent. `no-access`: key, model or
 * address is wrong. `not-accepted`: this very question was refused. `other-model`: another model answered than the pinned one, and its
 * words are not taken. `unreachable`: no connection, nothing was sent. `lost`: it was sent and
 * no whole answer came; it may have been paid for. `truncated`: the reply broke off. `wrong-shape`: not JSON or not the schema.
 * None of them says anything about what customers said.
 */
export type ModelFailureCode = 'off' | 'over-budget' | 'no-access' | 'unreachable' | 'lost' | 'rate-limited' | 'server-error' | 'not-accepted' | 'other-model' | 'truncated' | 'too-large' | 'wrong-shape';

export interface ModelFailure {
  readonly kind: 'failure';
  readonly code: ModelFailureCode;
  /** Whether the same question may be answered later. */
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  /** For `wrong-shape`: which field and why, without any of the reply's text. */
  readonly detail?: string;
  readonly use: TokenUse;
}

/** The model would not answer. */
export interface ModelRefusal {
  readonly kind: 'refusal';
  readonly use: TokenUse;
}

export type ModelAnswer<Value> =
  | { readonly kind: 'reply'; readonly value: Value; readonly use: TokenUse }
  | { readonly kind: 'look'; readonly calls: readonly ToolCall[]; readonly use: TokenUse }
  | ModelRefusal
  | ModelFailure;

/** A reader and writer of text behind one narrow door. It never throws: every way to have no reply is an answer with a name. */
export interface Model {
  /** Provider and pinned model, e.g. `openai:gpt-5-mini-2025-08-07`; `none` where there is none. */
  readonly id: string;
  ask<Schema extends z.ZodType>(ask: ModelAsk<Schema>): Promise<ModelAnswer<z.output<Schema>>>;
}

/** Opens the model that a product's settings name. @param key the provider's secret, where it needs one */
export type OpenModel = (settings: AgentSettings, key: string | undefined) => Model;
