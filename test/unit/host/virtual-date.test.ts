import { installVirtualDate } from '../../../host/forge/runtime/virtual-date';

const Real = Date;
let offset = 0;
beforeAll(() => installVirtualDate(() => offset));
afterAll(() => {
  globalThis.Date = Real;
  Object.defineProperty(Real.prototype, 'constructor', { value: Real });
});

describe('the clock of a process', () => {
  it('is moved for the present, not for a time that is named', () => {
    offset = 10 * 365 * 86_400_000;
    const ahead = Date.now() - Real.now();
    expect(Math.abs(ahead - offset)).toBeLessThan(1000);
    expect(Math.abs(new Date().getTime() - Date.now())).toBeLessThan(1000);
    expect(Date()).toBe(new Date().toString());
    expect(new Date('2025-07-01T00:00:00.000Z').toISOString()).toBe('2025-07-01T00:00:00.000Z');
    expect(new Date(0).getTime()).toBe(0);
    expect(Date.UTC(2025, 6, 1)).toBe(Real.UTC(2025, 6, 1));
  });

  it('is one kind of Date, also for classes that extend it', () => {
    class Day extends Date {
      label(): string {
        return this.toISOString().slice(0, 10);
      }
    }
    expect(new Date()).toBeInstanceOf(Date);
    expect(new Date(0).constructor).toBe(Date);
    expect(new Day('2025-07-01').label()).toBe('2025-07-01');
    expect(new Day()).toBeInstanceOf(Day);
  });
});
