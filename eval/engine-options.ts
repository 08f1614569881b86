import type { EngineOptions } from '../src/understand/engine';

/** What the app uses, with this machine's clock. */
export function engineOptions(overrides: Partial<EngineOptions> = {}): EngineOptions {
  return { evidencePerIssue: 100, linksPerSignal: 10, prequential: false, nowMs: () => performance.now(), ...overrides };
}
