import { z } from 'zod';

const Whole = z.looseObject({
  choices: z.array(z.looseObject({ index: z.number().optional(), finish_reason: z.string().optional(), message: z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string() }))]), tool_calls: z.array(z.unknown()).optional() }) })),
  usage: z.unknown().optional(),
});

const LETTERS = 40;

/**
 * A whole answer as the lines of a stream: text in pieces, calls of tools whole, and at the end the reason and the count, where the answer
 * has them. One that has no reason ends like a stream that was cut: without an error. They are handed over at once, not over time.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-llms-api-errors/
 */
export function streamLines(body: unknown): string {
  const { choices, usage } = Whole.parse(body);
  const lines: object[] = choices.flatMap(({ index = 0, finish_reason: reason, message }) => {
    const text = typeof message.content === 'string' ? message.content : message.content.map((part) => part.text).join('');
    const letters = [...text];
    const pieces = Array.from({ length: Math.ceil(letters.length / LETTERS) }, (_, at) => letters.slice(at * LETTERS, (at + 1) * LETTERS).join(''));
    const chunk = (more: object, last: object = {}): object => ({ choices: [{ index, message: { role: message.role, content: [], ...more }, ...last }] });
    return [
      ...pieces.map((piece) => chunk({ content: [{ type: 'text', text: piece }] })),
      ...(message.tool_calls === undefined ? [] : [chunk({ tool_calls: message.tool_calls })]),
      ...(reason === undefined ? [] : [chunk({}, { finish_reason: reason })]),
    ];
  });
  const isCut = choices.every((choice) => choice.finish_reason === undefined);
  return [...lines, ...(usage === undefined || isCut ? [] : [{ choices: [], usage }])].map((line) => `${JSON.stringify(line)}\n`).join('');
}
