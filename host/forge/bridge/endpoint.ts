/// <reference lib="dom" />

/**
 * One end of the line between a page of the app and the page around it. Values are copied; a function in them becomes,
 * on the other side, an asynchronous one that calls back. No live object is ever shared.
 */
export interface Endpoint {
  call(command: string, data: unknown): Promise<unknown>;
  /** Something that wants no answer. */
  notify(subject: string, data: unknown): void;
  close(): void;
}

export interface EndpointOptions {
  readonly port: MessagePort;
  /** What the other side asks for. @throws what the other side then gets as an error */
  readonly onCall: (command: string, data: unknown) => unknown;
  readonly onNotice: (subject: string, data: unknown) => void;
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly kind: 'apply'; readonly id: number; readonly target: number; readonly args: readonly unknown[] }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'notice'; readonly subject: string; readonly data: unknown };

const FUNCTION_MARK = '__forgeFunction';

export function openEndpoint({ port, onCall, onNotice }: EndpointOptions): Endpoint {
  const lent = new Map<number, (...args: unknown[]) => unknown>();
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  let last = 0;
  const lend = (one: (...args: unknown[]) => unknown): number => {
    lent.set((last += 1), one);
    return last;
  };
  const send = (message: Message): void => port.postMessage(message);
  const ask = (build: (id: number) => Message): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      send(build(id));
    });
  const out = (value: unknown): unknown => copy(value, (one) => (typeof one === 'function' ? { [FUNCTION_MARK]: lend((...args) => Reflect.apply(one, undefined, args)) } : undefined));
  const into = (value: unknown): unknown =>
    copy(value, (one) => {
      const target = markOf(one);
      return target === undefined ? undefined : (...args: unknown[]) => ask((id) => ({ kind: 'apply', id, target, args: args.map(out) }));
    });
  const answer = async (id: number, run: () => unknown): Promise<void> => {
    try {
      send({ kind: 'reply', id, ok: true, value: out(await run()) });
    } catch (error) {
      send({ kind: 'reply', id, ok: false, value: error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) } });
    }
  };
  port.onmessage = ({ data: message }: MessageEvent<Message>) => {
    switch (message.kind) {
      case 'call':
        return void answer(message.id, () => onCall(message.command, into(message.data)));
      case 'apply':
        return void answer(message.id, () => {
          const target = lent.get(message.target);
          if (target === undefined) throw new Error('The function is not there any more.');
          return target(...message.args.map(into));
        });
      case 'reply': {
        const asked = waiting.get(message.id);
        waiting.delete(message.id);
        return message.ok ? asked?.resolve(into(message.value)) : asked?.reject(errorOf(message.value));
      }
      case 'notice':
        return onNotice(message.subject, message.data);
    }
  };
  return {
    call: (command, data) => ask((id) => ({ kind: 'call', id, command, data: out(data) })),
    notify: (subject, data) => send({ kind: 'notice', subject, data }),
    close: () => {
      port.onmessage = null;
      port.close();
      for (const { reject } of waiting.values()) reject(new Error('The page is gone.'));
      waiting.clear();
    },
  };
}

/** A copy with some values put in place of others; what is neither list nor plain object goes as it is. */
function copy(value: unknown, replace: (value: unknown) => unknown): unknown {
  const other = replace(value);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((one) => copy(one, replace));
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one, replace)]));
}

function markOf(value: unknown): number | undefined {
  const mark = typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, FUNCTION_MARK)?.value : undefined;
  return typeof mark === 'number' ? mark : undefined;
}

function errorOf(value: unknown): Error {
  const { name, message } = Object(value);
  const error = new Error(String(message));
  error.name = String(name);
  return error;
}
