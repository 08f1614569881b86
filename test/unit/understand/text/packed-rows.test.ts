import fc from 'fast-check';
import { packRows, type Digits, productWith, turnRow, turnVector } from '../../../../src/understand/text/packed-rows';

const component = fc.integer({ min: -1000, max: 1000 });
const twoRows = fc.integer({ min: 1, max: 130 }).chain((width) => fc.tuple(fc.array(component, { minLength: width, maxLength: width }), fc.array(component, { minLength: width, maxLength: width })));

function unit(row: readonly number[]): number[] {
  const length = Math.hypot(...row);
  return row.map((one) => (length > 0 ? one / length : 0));
}

function cosineOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
}

it('gives the cosine of two rows that multiplying every component gives', () => {
  fc.assert(
    fc.property(twoRows, fc.constantFrom<Digits>(2, 3), ([a, b], digits) => {
      const [one, other] = [unit(a), unit(b)];
      const packed = packRows(Float32Array.from([...one, ...other]), one.length, [0, one.length], digits);
      const turned = new Float64Array(packed.width);
      turnRow(packed, 0, turned);
      const again = new Float64Array(packed.width);
      expect(turnVector(Float32Array.from(one), digits, again)).toBeCloseTo(packed.scales[0]!, 6);
      expect(again).toEqual(turned);
      expect(productWith(packed, 1, turned) * packed.scales[0]! * packed.scales[1]!).toBeCloseTo(cosineOf(one, other), digits === 2 ? 3 : 1.7);
      expect(productWith(packed, 0, turned) * packed.scales[0]! ** 2).toBeCloseTo(one.some((part) => part !== 0) ? 1 : 0, 3);
    }),
    { numRuns: 300 },
  );
});

it.each<Digits>([2, 3])('does not lose a digit when all components are alike, %i to a number', (digits) => {
  const width = 96;
  const alike = Float32Array.from({ length: 2 * width }, (_, at) => (at < width ? 1 : -1) / Math.sqrt(width));
  const packed = packRows(alike, width, [0, width], digits);
  const turned = new Float64Array(packed.width);
  turnRow(packed, 0, turned);
  expect(productWith(packed, 0, turned) * packed.scales[0]! ** 2).toBeCloseTo(1, 4);
  expect(productWith(packed, 1, turned) * packed.scales[0]! * packed.scales[1]!).toBeCloseTo(-1, 4);
});

it('reads only the components that were asked for', () => {
  const packed = packRows(Float32Array.from([0.6, 0, 0.8, 0, 1, 0]), 3, [0, 2], 3);
  const turned = new Float64Array(packed.width);
  turnRow(packed, 0, turned);
  expect(productWith(packed, 0, turned) * packed.scales[0]! ** 2).toBeCloseTo(1, 5);
  expect(productWith(packed, 1, turned)).toBe(0);
});
