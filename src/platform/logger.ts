import type { Logger } from '../ports/logger';

/** One JSON line an event: Forge keeps what is written to standard output. Ids only, never customer text. */
export const forgeLogger: Logger = {
  info: (event, fields) => write('info', event, fields),
  warn: (event, fields) => write('warn', event, fields),
};

function write(level: string, event: string, fields: Readonly<Record<string, string | number | boolean>>): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...fields })}\n`);
}
