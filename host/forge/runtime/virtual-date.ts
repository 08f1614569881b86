/** Makes the process's clock the host's: `Date.now()` and `new Date()` are offset; timers keep running in real time. */
export function installVirtualDate(offset: () => number): void {
  const Real = globalThis.Date;
  const now = (): number => Real.now() + offset();
  const Virtual: DateConstructor = new Proxy(Real, {
    construct: (target, args: unknown[], newTarget): object => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === Virtual ? target : newTarget),
    apply: () => new Real(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver === Virtual ? target : receiver)),
  });
  Object.defineProperty(Real.prototype, 'constructor', { value: Virtual, writable: true, configurable: true });
  globalThis.Date = Virtual;
}
