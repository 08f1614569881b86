import { z } from 'zod';
import { PROVIDERS } from '../../domain/agent-settings';
import { NOT_WRITTEN } from '../../domain/evidence-brief';
import { NEED_KINDS, SEVERITIES } from '../../domain/reading';

/** Shapes of what the agent's tables hold as JSON. */
const StoredCitation = z.object({ field: z.enum(['title', 'text']), start: z.number().int(), end: z.number().int() });

export const StoredSettings = z.object({
  product: z.string(),
  provider: z.enum(PROVIDERS),
  model: z.string().exactOptional(),
  address: z.string().exactOptional(),
  price: z.object({ input: z.number(), output: z.number() }),
  reads: z.enum(['candidates', 'everything']),
  embeddings: z.object({ model: z.string(), price: z.number() }).exactOptional(),
  budget: z.object({ tokens: z.number(), money: z.number() }),
  by: z.string(),
  at: z.string(),
});

export const StoredReading = z.object({
  signal: z.string(),
  hash: z.string(),
  needKind: z.enum(NEED_KINDS),
  severity: z.enum(SEVERITIES),
  need: z.object({ text: z.string(), citation: StoredCitation }).exactOptional(),
  pairs: z.array(
    z.union([
      z.object({ issue: z.string(), kind: z.literal('read'), stance: z.enum(['supports', 'contradicts']), citation: StoredCitation }),
      z.object({ issue: z.string(), kind: z.literal('read'), stance: z.literal('unrelated') }),
      z.object({ issue: z.string(), kind: z.literal('unproven') }),
    ]),
  ),
  hidden: z.number().int(),
  model: z.string(),
  readAt: z.string(),
});

const Line = z.object({ text: z.string(), cites: z.array(z.object({ signal: z.string(), citation: StoredCitation, hash: z.string() })) });
const Quote = z.object({ signal: z.string(), citation: StoredCitation, by: z.enum(['person', 'agent', 'engine', 'wording']) });

export const StoredBrief = z.object({
  issue: z.string(),
  product: z.string(),
  askedAt: z.string(),
  madeFrom: z.string(),
  outcome: z.union([
    z.object({ kind: z.literal('by-rule'), because: z.enum(NOT_WRITTEN) }),
    z.object({
      kind: z.literal('written'),
      model: z.string(),
      verdict: Line,
      changed: z.array(Line),
      missing: z.array(Line),
      wouldChange: z.array(Line),
      strongestFor: z.array(Quote),
      strongestAgainst: z.array(Quote),
    }),
  ]),
});
