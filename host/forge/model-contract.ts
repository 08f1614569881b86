import { z } from 'zod';

const Part = z.looseObject({ type: z.literal('text'), text: z.string() });
const Content = z.union([z.string(), z.array(Part)]);
const ToolCall = z.looseObject({ id: z.string(), type: z.literal('function'), index: z.number(), function: z.looseObject({ name: z.string(), arguments: z.looseObject({}) }) });

/** What `@forge/llm` sends, as far as its published contract goes. @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-llms-api-reference/ */
export const ModelRequest = z.strictObject({
  messages: z
    .array(
      z.union([
        z.looseObject({ role: z.enum(['system', 'user']), content: Content }),
        z.looseObject({ role: z.literal('assistant'), content: Content, tool_calls: z.array(ToolCall).optional() }),
        z.looseObject({ role: z.literal('tool'), content: Content, tool_call_id: z.string() }),
      ]),
    )
    .min(1),
  stream: z.boolean(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  tools: z.array(z.looseObject({ type: z.literal('function'), function: z.looseObject({ name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/), description: z.string(), parameters: z.looseObject({ type: z.literal('object') }) }) })).optional(),
  tool_choice: z.union([z.enum(['auto', 'none', 'required']), z.looseObject({ type: z.literal('function'), function: z.looseObject({ name: z.string() }) })]).optional(),
});
export type ModelRequest = z.output<typeof ModelRequest>;

/** What stands in for Atlassian's models: a status and what is sent with it, as the platform would. */
export interface ForgeModels {
  readonly models: readonly { readonly model: string; readonly status: 'active' | 'deprecated' }[];
  chat(model: string, request: ModelRequest): Promise<{ readonly status: number; readonly body: unknown }>;
}
