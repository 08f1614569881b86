import { NO_TOKENS, type Model, type ModelAnswer, type ModelAsk } from '../../src/ports/model';

/** A model that says what a test wrote for it. What is asked is kept in `asked`. Nothing here is a judgement of a text. */
export interface ScriptedModel extends Model {
  readonly asked: ModelAsk[];
}

/** @param script answers a question; a plain value is a reply that cost 10 tokens in and 5 out, and has to fit the schema or is `wrong-shape` */
export function scriptedModel(script: (ask: ModelAsk, times: number) => unknown, id = 'openai:scripted'): ScriptedModel {
  const asked: ModelAsk[] = [];
  return {
    id,
    asked,
    async ask(ask) {
      asked.push(ask);
      const said = script(ask, asked.length);
      if (isAnswer(said)) return said as ModelAnswer<never>;
      const use = { input: 10, output: 5 };
      const parsed = ask.schema.safeParse(said);
      return parsed.success ? { kind: 'reply', value: parsed.data as never, use } : { kind: 'failure', code: 'wrong-shape', retryable: false, detail: parsed.error.issues[0]?.path.join('.') ?? '', use };
    },
  };
}

export function failing(code: Extract<ModelAnswer<never>, { kind: 'failure' }>['code'], extra: object = {}): ModelAnswer<never> {
  return { kind: 'failure', code, retryable: true, use: NO_TOKENS, ...extra };
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && 'use' in value;
}
