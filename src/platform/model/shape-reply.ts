import { z } from 'zod';
import type { ModelAnswer, ModelAsk, TokenUse } from '../../ports/model';

/** Most characters of a reply that are taken in: no question of ours needs a tenth of it. */
export const LONGEST_REPLY = 64_000;
/** Some providers wrap JSON in a code fence though they were not asked to. */
const FENCE = /^```(?:json)?\s*\n([\s\S]*)\n```$/;

/** A reply's text as the wanted shape; what does not fit is a failure that names the field and never quotes the reply. */
export function shapeReply<Schema extends z.ZodType>(ask: ModelAsk<Schema>, text: string, use: TokenUse): ModelAnswer<z.output<Schema>> {
  if (text.length > LONGEST_REPLY) return { kind: 'failure', code: 'too-large', retryable: false, use };
  const trimmed = text.trim();
  try {
    return shapeValue(ask, JSON.parse(FENCE.exec(trimmed)?.[1] ?? trimmed), use);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'not JSON', use };
  }
}

export function shapeValue<Schema extends z.ZodType>(ask: ModelAsk<Schema>, value: unknown, use: TokenUse): ModelAnswer<z.output<Schema>> {
  const parsed = ask.schema.safeParse(value);
  if (parsed.success) return { kind: 'reply', value: parsed.data, use };
  const issue = parsed.error.issues[0];
  return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: `${issue?.path.join('.') || '(whole)'}: ${issue?.code ?? 'not readable'}`, use };
}

/** Keywords that strict structured output does not take: they are checked here, on the reply. */
const LEFT_OUT = new Set(['$schema', 'maxLength', 'minLength', 'maximum', 'minimum', 'exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'pattern', 'format', 'default']);

/** JSON Schema of a zod schema as providers take it: every field required, nothing besides. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  return plain(z.toJSONSchema(schema)) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !LEFT_OUT.has(key)).map(([key, part]) => [key, plain(part)]));
}

/** The schema as it is sent along, for counting; empty when the task describes the shape itself. */
export function schemaText(ask: ModelAsk): string {
  const own = ask.describesShape === true ? '' : JSON.stringify(jsonSchemaOf(ask.schema));
  return own + (ask.tools ?? []).map((tool) => tool.name + JSON.stringify(jsonSchemaOf(tool.input))).join('');
}

/** Tokens of a call whose provider did not count them: three bytes a token is more than most texts have. */
export function guessedUse(ask: ModelAsk, replied: number): TokenUse {
  const sent = [ask.task, ask.material, schemaText(ask), ...(ask.turns ?? []).flatMap((turn) => turn.results)].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { input: Math.ceil(sent / 3), output: Math.ceil(replied / 3) };
}
