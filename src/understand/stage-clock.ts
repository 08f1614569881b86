/** Runs a stage of the engine and notes how long it took. */
export type Timed = <Result>(stage: string, work: () => Result) => Result;

/** Seconds by stage, by a clock in milliseconds. A stage that runs twice counts twice. */
export function newStageClock(nowMs: () => number): { readonly timed: Timed; readonly seconds: Readonly<Record<string, number>> } {
  const seconds: Record<string, number> = {};
  const timed: Timed = (stage, work) => {
    const before = nowMs();
    const result = work();
    seconds[stage] = (seconds[stage] ?? 0) + (nowMs() - before) / 1000;
    return result;
  };
  return { timed, seconds };
}
