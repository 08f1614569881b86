import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { BootMessage, FromWorker, InvokeMessage, LogLevel, Memory, ToWorker } from './messages';

/** Why a function gave no answer, in Forge's own words (`InvocationErrorCode`), or the app's own exception. */
export type FailureReason = 'FUNCTION_TIME_OUT' | 'FUNCTION_OUT_OF_MEMORY' | 'FUNCTION_PLATFORM_UNKNOWN_ERROR' | 'APP_EXCEPTION';

export type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly memory: Memory }
  | { readonly ok: false; readonly reason: FailureReason; readonly name: string; readonly message: string; readonly stack?: string };

export interface WorkerProcessOptions {
  readonly script: string;
  readonly memoryMB: number;
  readonly allowanceMB: number;
  readonly boot: BootMessage;
  readonly variables: Readonly<Record<string, string>>;
  readonly onLog: (level: LogLevel, text: string, id: string | undefined) => void;
  readonly onGone: () => void;
}

export interface WorkerProcess {
  readonly pid: number;
  /** False once it is to take no more work. */
  isOpen(): boolean;
  load(): number;
  run(message: InvokeMessage): Promise<Outcome>;
  setClock(offset: number): void;
  peakRssBytes(): number;
  kill(): Promise<void>;
}

interface Waiting {
  readonly settle: (outcome: Outcome) => void;
  timer: NodeJS.Timeout | undefined;
}

const SAMPLE_MS = 100;
const PING_MS = 500;

/** A process that runs the app's functions, with Node's heap capped at the function's memory. */
export function startWorker(options: WorkerProcessOptions): WorkerProcess {
  const child: ChildProcess = fork(options.script, [], {
    execArgv: [`--max-old-space-size=${options.memoryMB}`, '--disable-warning=ExperimentalWarning'],
    env: { NODE_ENV: 'production', TZ: 'UTC', ...options.variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const inFlight = new Map<string, Waiting>();
  const gone = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<void>();
  let isOpen = true;
  let isOverMemory = false;
  let answered: (() => void) | undefined;
  let lastWords = '';
  let peak = 0;

  const send = (message: ToWorker): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  const hear = (chunk: Buffer, level: LogLevel): void => {
    lastWords = (lastWords + chunk.toString()).slice(-4000);
    options.onLog(level, chunk.toString().trimEnd(), undefined);
  };
  child.stdout?.on('data', (chunk: Buffer) => hear(chunk, 'info'));
  child.stderr?.on('data', (chunk: Buffer) => hear(chunk, 'error'));

  const settle = (id: string, outcome: Outcome): void => {
    const waiting = inFlight.get(id);
    if (waiting === undefined) return;
    inFlight.delete(id);
    clearTimeout(waiting.timer);
    waiting.settle(outcome);
    if (!isOpen && inFlight.size === 0) child.kill('SIGKILL');
  };
  const sampler = setInterval(() => {
    if (inFlight.size === 0 || child.pid === undefined) return;
    const rss = residentBytes(child.pid);
    peak = Math.max(peak, rss);
    if (rss <= (options.memoryMB + options.allowanceMB) * 1024 * 1024) return;
    isOverMemory = true;
    isOpen = false;
    child.kill('SIGKILL');
  }, SAMPLE_MS);
  sampler.unref();

  child.on('message', (message: FromWorker) => {
    if (message.kind === 'pong') return answered?.();
    if (message.kind === 'ready') return ready.resolve();
    if (message.kind === 'log') return options.onLog(message.level, message.text, message.id);
    if (message.kind !== 'done') return;
    peak = Math.max(peak, message.memory.rssBytes);
    settle(message.id, message.ok ? { ok: true, value: message.value, memory: message.memory } : { ok: false, reason: 'APP_EXCEPTION', ...message.error });
  });
  child.on('exit', (code, signal) => {
    clearInterval(sampler);
    isOpen = false;
    const isOutOfMemory = isOverMemory || lastWords.includes('heap out of memory');
    const reason = isOutOfMemory ? 'FUNCTION_OUT_OF_MEMORY' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
    const message = isOutOfMemory ? `the function used more than ${options.memoryMB} MB` : `the process that ran the function ended (${signal ?? `code ${code}`})`;
    for (const id of [...inFlight.keys()]) settle(id, { ok: false, reason, name: 'Error', message });
    options.onGone();
    gone.resolve();
  });
  send(options.boot);

  /** A function's time starts when its process stands: starting it is the platform's time. */
  const startTimer = (id: string, waiting: Waiting, timeoutMs: number): void => {
    if (!inFlight.has(id)) return;
    waiting.timer = setTimeout(() => {
      settle(id, { ok: false, reason: 'FUNCTION_TIME_OUT', name: 'Error', message: `the function ran longer than ${timeoutMs / 1000} s` });
      retire();
    }, timeoutMs);
  };

  /** Its answer will not be waited for; the others in the process may finish, unless the process no longer listens at all. */
  const retire = (): void => {
    isOpen = false;
    if (inFlight.size === 0) return void child.kill('SIGKILL');
    const deaf = setTimeout(() => child.kill('SIGKILL'), PING_MS);
    answered = () => clearTimeout(deaf);
    send({ kind: 'ping' });
  };

  return {
    pid: child.pid ?? -1,
    isOpen: () => isOpen,
    load: () => inFlight.size,
    run: (message) =>
      new Promise((resolve) => {
        const waiting: Waiting = { settle: resolve, timer: undefined };
        inFlight.set(message.id, waiting);
        send(message);
        void ready.promise.then(() => startTimer(message.id, waiting, message.timeoutMs));
      }),
    setClock: (offset) => send({ kind: 'clock', offset }),
    peakRssBytes: () => peak,
    kill: () => {
      isOpen = false;
      child.kill('SIGKILL');
      return gone.promise;
    },
  };
}

/** Resident memory as Linux tells it; elsewhere only what the process reports about itself counts. */
function residentBytes(pid: number): number {
  const path = `/proc/${pid}/statm`;
  if (!existsSync(path)) return 0;
  const pages = readFileSync(path, 'utf8').split(' ')[1];
  return Number(pages ?? 0) * 4096;
}
