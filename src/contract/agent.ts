import { z } from 'zod';
import type { Sentence } from '../domain/sentence';
import type { Quote } from './panel';

/** A line of a brief: a rule's sentence, or a model's words with the quotes that carry them. */
export type BriefLineView = { readonly kind: 'rule'; readonly sentence: Sentence } | { readonly kind: 'written'; readonly text: string; readonly cites: number };

/** Words in a brief and who put them on their side. */
export interface BriefQuoteView {
  readonly quote: Quote;
  readonly by: 'person' | 'agent' | 'engine' | 'wording';
  /** Customers besides who say the very same words. */
  readonly alike?: number;
}

/** What the agent read of an issue's signals, apart from what the engine found. */
export interface AgentReadView {
  /** Of `shown` signals that stand as evidence. */
  readonly read: number;
  readonly shown: number;
  readonly supports: number;
  readonly contradicts: number;
  readonly unrelated: number;
  /** Read, and what it said about the issue rested on words that are not in the signal: dropped. */
  readonly unproven: number;
}

/** One issue in 60 seconds. */
export interface BriefView {
  /** Whose words the sentences are; with `rules`, why no model's. */
  readonly wordedBy: { readonly kind: 'model'; readonly model: string } | { readonly kind: 'rules'; readonly because: Sentence };
  readonly verdict: BriefLineView;
  readonly changed: readonly BriefLineView[];
  readonly strongestFor: readonly BriefQuoteView[];
  readonly strongestAgainst: readonly BriefQuoteView[];
  readonly againstSearch: 'agent' | 'wording';
  readonly missing: readonly BriefLineView[];
  readonly wouldChange: readonly BriefLineView[];
  /** Absent where no model is switched on. */
  readonly agent?: AgentReadView;
}

const PINNED = /^[a-zA-Z0-9][a-zA-Z0-9._:/@-]{0,118}$/;
const product = z.string().min(1).max(40);
export const AgentProduct = z.object({ product });
export const SaveAgent = z.object({
  product,
  provider: z.enum(['none', 'forge', 'openai', 'compatible']),
  /** The provider's dated id; names that move ("latest") are refused. */
  model: z.string().regex(PINNED).refine((id) => !/latest|default|auto$/i.test(id), 'a dated version, not a name that moves').optional(),
  address: z.url({ protocol: /^https$/ }).max(200).optional(),
  /** Dollars per million tokens. */
  inputPrice: z.number().min(0).max(1_000),
  outputPrice: z.number().min(0).max(1_000),
  reads: z.enum(['candidates', 'everything']),
  /** Absent: retrieval is by words alone. Only where the provider has embeddings. */
  embeddings: z.object({ model: z.string().regex(PINNED), price: z.number().min(0).max(1_000) }).optional(),
  tokens: z.number().int().min(0).max(10_000_000_000),
  /** Dollars a month. */
  dollars: z.number().min(0).max(100_000),
});
export const SaveAgentKey = z.object({ product, key: z.string().trim().min(8).max(400) });

export interface AgentSettingsView {
  readonly provider: 'none' | 'forge' | 'openai' | 'compatible';
  readonly model?: string;
  readonly address?: string;
  readonly inputPrice: number;
  readonly outputPrice: number;
  readonly reads: 'candidates' | 'everything';
  /** Absent: off. `price` in dollars per million tokens. */
  readonly embeddings?: { readonly model: string; readonly price: number };
  /** The one that is offered first. */
  readonly knownEmbedding: { readonly model: string; readonly price: number };
  readonly tokens: number;
  readonly dollars: number;
  /** A key can be set and used, never read back. */
  readonly hasKey: boolean;
  readonly models: readonly { readonly provider: 'forge' | 'openai'; readonly id: string; readonly inputPrice: number; readonly outputPrice: number }[];
  /** This calendar month, in UTC. `held`: promised to questions under way, or to ones whose answer was lost. */
  readonly spent: { readonly month: string; readonly tokens: number; readonly dollars: number; readonly heldTokens: number; readonly heldDollars: number; /** The month no longer holds a question. */ readonly isOver: boolean };
  readonly progress: { readonly read: number; readonly waiting: number; readonly parked: readonly { readonly why: Sentence; readonly count: number }[] };
  /** Blocks of up to 64 texts; absent where embeddings are off. */
  readonly vectors?: { readonly embedded: number; readonly waiting: number; readonly parked: number };
  /** Since when the provider has answered nobody, and why; absent where it answers, or was not asked. */
  readonly trouble?: Sentence;
}

/** Endpoints of the agent on the panel: the issue comes from the platform's context. */
export const AGENT_ENDPOINTS = ['agent.brief'] as const;
export interface AgentEndpoints {
  'agent.brief': { input: Record<string, never>; output: BriefView };
}

/** Endpoints of the agent on the admin page; all need Administer Jira. */
export const AGENT_ADMIN_ENDPOINTS = ['agent.settings', 'agent.save', 'agent.saveKey', 'agent.try', 'agent.readAgain'] as const;
export interface AgentAdminEndpoints {
  'agent.settings': { input: z.input<typeof AgentProduct>; output: AgentSettingsView };
  'agent.save': { input: z.input<typeof SaveAgent>; output: AgentSettingsView };
  'agent.saveKey': { input: z.input<typeof SaveAgentKey>; output: AgentSettingsView };
  /** Asks the model one small question without anything a customer wrote. */
  'agent.try': { input: z.input<typeof AgentProduct>; output: { readonly answer: Sentence } };
  'agent.readAgain': { input: z.input<typeof AgentProduct>; output: AgentSettingsView };
}
