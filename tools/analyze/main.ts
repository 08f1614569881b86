import { understand } from '../../src/understand/understand';
import { analyze } from './analyze';
import { parseOptions, WrongUse } from './options';
import { usage } from './usage';

/** Progress on stderr; on stdout one line of JSON at the end. */
async function main(): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const options = parseOptions(process.argv.slice(2));
    if (options === 'help') {
      process.stdout.write(usage());
      return 0;
    }
    const summary = await analyze(options, { engine: understand, nowMs: () => performance.now(), say });
    say(`Done in ${(summary.seconds['total'] ?? 0).toFixed(1)} s: ${options.out}/report.html`);
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    say(`analyze: ${error.message}\n`);
    say('npm run analyze -- --help shows how it is used.');
    return 2;
  }
}

void main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`analyze: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
